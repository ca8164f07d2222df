// Golden messages: each layout of tests/golden/layout and what Tranche says of it, to the last
// character. TRANCHE_UPDATE_GOLDEN=1 writes them anew; the change is then reviewed as a diff.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/layout/layout.h"
#include "tests/golden/golden_folder.h"

namespace tranche {
namespace {

constexpr char kFolder[] = "tests/golden/layout";

class LayoutMessages : public GoldenFolder {
 protected:
  LayoutMessages() : GoldenFolder(kFolder) {}
};

TEST_P(LayoutMessages, AreThoseOfTheGoldenFile) {
  const CountryTable countries(
      {{*CountryCode::Parse("ESP"), "Spain", *CurrencyCode::Parse("EUR"), {"es"}},
       {*CountryCode::Parse("NOR"), "Norway", *CurrencyCode::Parse("NOK"), {"nb"}}});
  Diagnostics diagnostics;
  const auto layout = LoadLayout(InputPath(), countries, &diagnostics);
  ASSERT_TRUE(layout.ok()) << layout.status();
  EXPECT_FALSE(layout->has_value()) << "a layout without a mistake has no place here";
  ExpectGolden(diagnostics.ToText());
}

INSTANTIATE_TEST_SUITE_P(Golden, LayoutMessages, testing::ValuesIn(GoldenNames(kFolder, ".yaml")),
                         [](const auto& test) { return test.param; });

TEST(LayoutMessagesFolder, HasALayoutForEachExpectation) {
  EXPECT_EQ(GoldenNames(kFolder, ".yaml"), GoldenNames(kFolder, ".expected"));
  EXPECT_GE(GoldenNames(kFolder, ".yaml").size(), 7U);
}

}  // namespace
}  // namespace tranche
