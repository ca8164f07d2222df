// Golden findings: each rulebook of tests/golden/study and what a check of it says, to the last
// character. TRANCHE_UPDATE_GOLDEN=1 writes them anew; the change is then reviewed as a diff.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/study/book_check.h"
#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

constexpr char kFolder[] = "tests/golden/study";

/// Messages name files as the user wrote them: from the repository's root.
class BookFindings : public testing::TestWithParam<std::string> {
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

TEST_P(BookFindings, AreThoseOfTheGoldenFile) {
  const fs::path book = fs::path(kFolder) / (GetParam() + ".yaml");
  const fs::path expected = fs::path(kFolder) / (GetParam() + ".expected");
  const LoadedBook loaded = LoadFile(book.string());
  ASSERT_TRUE(loaded.book.has_value()) << loaded.text;
  Diagnostics findings;
  CheckBook(*loaded.book, TestCountries(), {"2026-11-24"}, &findings);
  const std::string text = findings.ToText();
  if (std::getenv("TRANCHE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << text;
  }
  EXPECT_EQ(text, ReadText(expected));
}

INSTANTIATE_TEST_SUITE_P(Golden, BookFindings, testing::ValuesIn(NamesWith(".yaml")),
                         [](const auto& test) { return test.param; });

TEST(BookFindingsFolder, HasARulebookForEachExpectation) {
  EXPECT_EQ(NamesWith(".yaml"), NamesWith(".expected"));
}

}  // namespace
}  // namespace tranche
