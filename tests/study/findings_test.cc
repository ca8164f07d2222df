// Golden findings: each rulebook of tests/golden/study and what a check of it says, to the last
// character. TRANCHE_UPDATE_GOLDEN=1 writes them anew; the change is then reviewed as a diff.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/study/book_check.h"
#include "tests/golden/golden_folder.h"
#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

constexpr char kFolder[] = "tests/golden/study";

class BookFindings : public GoldenFolder {
 protected:
  BookFindings() : GoldenFolder(kFolder) {}
};

TEST_P(BookFindings, AreThoseOfTheGoldenFile) {
  const LoadedBook loaded = LoadFile(InputPath());
  ASSERT_TRUE(loaded.book.has_value()) << loaded.text;
  Diagnostics findings;
  CheckBook(*loaded.book, TestCountries(), {"2026-11-24"}, &findings);
  ExpectGolden(findings.ToText());
}

INSTANTIATE_TEST_SUITE_P(Golden, BookFindings, testing::ValuesIn(GoldenNames(kFolder, ".yaml")),
                         [](const auto& test) { return test.param; });

TEST(BookFindingsFolder, HasARulebookForEachExpectation) {
  EXPECT_EQ(GoldenNames(kFolder, ".yaml"), GoldenNames(kFolder, ".expected"));
}

}  // namespace
}  // namespace tranche
