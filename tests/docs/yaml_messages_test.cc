// Golden messages about YAML itself: each file of tests/golden/yaml and what Tranche says of it, to
// the last character. TRANCHE_UPDATE_GOLDEN=1 writes them anew; the change is then reviewed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"
#include "tests/docs/fenced_blocks.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

constexpr char kFolder[] = "tests/golden/yaml";

std::vector<std::string> NamesWith(const std::string& extension) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(TRANCHE_SOURCE_DIR) / kFolder)) {
    if (entry.path().extension() == extension) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Messages name files as the user wrote them: from the repository's root.
std::string MessagesOf(const std::string& path) {
  const fs::path before = fs::current_path();
  fs::current_path(TRANCHE_SOURCE_DIR);
  Diagnostics diagnostics;
  EXPECT_TRUE(LoadYamlFile(path, &diagnostics).ok()) << path;
  fs::current_path(before);
  return diagnostics.ToText();
}

class YamlMessages : public testing::TestWithParam<std::string> {};

TEST_P(YamlMessages, AreThoseOfTheGoldenFile) {
  const std::string path = std::string(kFolder) + "/" + GetParam();
  const std::string expected = std::string(TRANCHE_SOURCE_DIR) + "/" + path + ".expected";
  const std::string messages = MessagesOf(path + ".yaml");
  EXPECT_NE(messages, "") << "a file without a mistake has no place here";
  if (std::getenv("TRANCHE_UPDATE_GOLDEN") != nullptr) WriteWholeFile(expected, messages);
  EXPECT_EQ(messages, ReadWholeFile(expected));
}

INSTANTIATE_TEST_SUITE_P(Golden, YamlMessages, testing::ValuesIn(NamesWith(".yaml")),
                         [](const auto& test) { return test.param; });

TEST(YamlMessagesFolder, HasAFileForEachExpectation) {
  EXPECT_EQ(NamesWith(".yaml"), NamesWith(".expected"));
}

}  // namespace
}  // namespace tranche
