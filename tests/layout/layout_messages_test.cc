// Golden messages: each layout of tests/golden/layout and what Tranche says of it, to the last
// character. TRANCHE_UPDATE_GOLDEN=1 writes them anew; the change is then reviewed as a diff.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/layout/layout.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

constexpr char kFolder[] = "tests/golden/layout";

/// Messages name files as the user wrote them: from the repository's root.
class LayoutMessages : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    before_ = fs::current_path();
    fs::current_path(TRANCHE_SOURCE_DIR);
  }
  void TearDown() override { fs::current_path(before_); }

 private:
  fs::path before_;
};

std::vector<std::string> NamesWith(const std::string& extension) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(TRANCHE_SOURCE_DIR) / kFolder)) {
    if (entry.path().extension() == extension) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string ReadText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST_P(LayoutMessages, AreThoseOfTheGoldenFile) {
  const CountryTable countries(
      {{*CountryCode::Parse("ESP"), "Spain", *CurrencyCode::Parse("EUR"), {"es"}},
       {*CountryCode::Parse("NOR"), "Norway", *CurrencyCode::Parse("NOK"), {"nb"}}});
  const fs::path expected = fs::path(kFolder) / (GetParam() + ".expected");
  Diagnostics diagnostics;
  const auto layout =
      LoadLayout((fs::path(kFolder) / (GetParam() + ".yaml")).string(), countries, &diagnostics);
  ASSERT_TRUE(layout.ok()) << layout.status();
  EXPECT_FALSE(layout->has_value()) << "a layout without a mistake has no place here";
  if (std::getenv("TRANCHE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << diagnostics.ToText();
  }
  EXPECT_EQ(diagnostics.ToText(), ReadText(expected));
}

INSTANTIATE_TEST_SUITE_P(Golden, LayoutMessages, testing::ValuesIn(NamesWith(".yaml")),
                         [](const auto& test) { return test.param; });

TEST(LayoutMessagesFolder, HasALayoutForEachExpectation) {
  EXPECT_EQ(NamesWith(".yaml"), NamesWith(".expected"));
  EXPECT_GE(NamesWith(".yaml").size(), 7U);
}

}  // namespace
}  // namespace tranche
