// Golden messages: each dossier of tests/golden/dossier and what Tranche says of it, to the last
// character. TRANCHE_UPDATE_GOLDEN=1 writes them anew; the change is then reviewed as a diff.
#include <gtest/gtest.h>

#include <string>

#include "engine/layout/dossier.h"
#include "tests/golden/golden_folder.h"

namespace tranche {
namespace {

constexpr char kFolder[] = "tests/golden/dossier";

class DossierMessages : public GoldenFolder {
 protected:
  DossierMessages() : GoldenFolder(kFolder) {}
};

TEST_P(DossierMessages, AreThoseOfTheGoldenFile) {
  Diagnostics diagnostics;
  const auto dossier = LoadDossier(InputPath(), CountryTable(), &diagnostics);
  ASSERT_TRUE(dossier.ok()) << dossier.status();
  EXPECT_FALSE(dossier->has_value()) << "a dossier without a mistake has no place here";
  ExpectGolden(diagnostics.ToText());
}

INSTANTIATE_TEST_SUITE_P(Golden, DossierMessages, testing::ValuesIn(GoldenNames(kFolder, ".yaml")),
                         [](const auto& test) { return test.param; });

TEST(DossierMessagesFolder, HasADossierForEachExpectation) {
  EXPECT_EQ(GoldenNames(kFolder, ".yaml"), GoldenNames(kFolder, ".expected"));
  EXPECT_GE(GoldenNames(kFolder, ".yaml").size(), 4U);
}

}  // namespace
}  // namespace tranche
