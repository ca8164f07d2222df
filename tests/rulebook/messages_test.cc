// Golden messages: each rulebook of tests/golden/rulebook and what Tranche says of it, to the last
// character. TRANCHE_UPDATE_GOLDEN=1 writes them anew; the change is then reviewed as a diff.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/golden/golden_folder.h"
#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

constexpr char kFolder[] = "tests/golden/rulebook";

class RulebookMessages : public GoldenFolder {
 protected:
  RulebookMessages() : GoldenFolder(kFolder) {}
};

TEST_P(RulebookMessages, AreThoseOfTheGoldenFile) {
  const LoadedBook loaded = LoadFile(InputPath());
  EXPECT_NE(loaded.text, "") << "a rulebook without a mistake has no place here";
  ExpectGolden(loaded.text);
}

INSTANTIATE_TEST_SUITE_P(Golden, RulebookMessages, testing::ValuesIn(GoldenNames(kFolder, ".yaml")),
                         [](const auto& test) { return test.param; });

TEST(RulebookMessagesFolder, HasARulebookForEachExpectation) {
  EXPECT_EQ(GoldenNames(kFolder, ".yaml"), GoldenNames(kFolder, ".expected"));
  EXPECT_GE(GoldenNames(kFolder, ".yaml").size(), 15U);
}

}  // namespace
}  // namespace tranche
