// Golden messages about YAML itself: each file of tests/golden/yaml and what Tranche says of it, to
// the last character. TRANCHE_UPDATE_GOLDEN=1 writes them anew; the change is then reviewed.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"
#include "tests/golden/golden_folder.h"

namespace tranche {
namespace {

constexpr char kFolder[] = "tests/golden/yaml";

class YamlMessages : public GoldenFolder {
 protected:
  YamlMessages() : GoldenFolder(kFolder) {}
};

TEST_P(YamlMessages, AreThoseOfTheGoldenFile) {
  Diagnostics diagnostics;
  EXPECT_TRUE(LoadYamlFile(InputPath(), &diagnostics).ok());
  EXPECT_FALSE(diagnostics.empty()) << "a file without a mistake has no place here";
  ExpectGolden(diagnostics.ToText());
}

INSTANTIATE_TEST_SUITE_P(Golden, YamlMessages, testing::ValuesIn(GoldenNames(kFolder, ".yaml")),
                         [](const auto& test) { return test.param; });

TEST(YamlMessagesFolder, HasAFileForEachExpectation) {
  EXPECT_EQ(GoldenNames(kFolder, ".yaml"), GoldenNames(kFolder, ".expected"));
}

}  // namespace
}  // namespace tranche
