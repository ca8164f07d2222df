#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LoadedBook LoadRulesText(const std::string& rules,
                         std::map<std::string, std::string> more_files = {}) {
  more_files["book.yaml"] = BookWith("rules:\n" + rules);
  return LoadFiles(more_files);
}

std::vector<std::string> IdsOf(const LoadedBook& loaded) {
  std::vector<std::string> ids;
  if (!loaded.book) return ids;
  for (const Rule& rule : loaded.book->rules) ids.push_back(rule.id);
  return ids;
}

TEST(Rules, NameAnItemOrAnOutcome) {
  const LoadedBook loaded =
      LoadRulesText(R"(  - {id: a, is: roads, when: {country: ITA}, why: W, source: S}
  - {id: b, to: {undecided: 10 %, excluded: rest}, when: {country: ESP}}
)");
  ASSERT_EQ(loaded.text, "");
  const Rulebook& book = *loaded.book;
  EXPECT_EQ(book.rules[0].item, ItemId{0});
  EXPECT_EQ(book.rules[0].why, "W");
  EXPECT_EQ(book.rules[0].source, "S");
  EXPECT_EQ(book.AllocationOf(book.OutcomeOf(0), 2024)->parts.size(), 2U);
  EXPECT_EQ(book.AllocationOf(book.OutcomeOf(1), 2024)->parts[0].bucket, book.undecided());
}

TEST(Rules, IncludedFilesAreSplicedInWhereTheyAreNamed) {
  const LoadedBook loaded = LoadRulesText(
      R"(  - {id: first, is: roads, when: {country: ITA}}
  - include: sub/outer.yaml
  - {id: last, is: roads, when: {country: ITA}}
)",
      {{"sub/outer.yaml",
        "rules:\n  - {id: outer, is: roads, when: {country: ITA}}\n"
        "  - include: deeper/inner.yaml\n"},
       {"sub/deeper/inner.yaml", "rules:\n  - {id: inner, is: roads, when: {country: ITA}}\n"}});
  ASSERT_EQ(loaded.text, "");
  EXPECT_THAT(IdsOf(loaded), ElementsAre("first", "outer", "inner", "last"));
  EXPECT_EQ(loaded.book->files.size(), 3U);
  EXPECT_THAT(loaded.book->files[0].path, HasSubstr("book.yaml"));
}

TEST(Rules, IncludesThatLeadBackAreReportedWhereTheyStand) {
  const LoadedBook loaded = LoadRulesText(
      "  - include: a.yaml\n",
      {{"a.yaml", "rules:\n  - include: b.yaml\n"}, {"b.yaml", "rules:\n  - include: ./a.yaml\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("includes itself")));
  EXPECT_THAT(loaded.text, HasSubstr("b.yaml:2:"));
}

TEST(Rules, AFileIsIncludedOnce) {
  const LoadedBook loaded =
      LoadRulesText("  - include: a.yaml\n  - include: a.yaml\n",
                    {{"a.yaml", "rules:\n  - {id: a, is: roads, when: {country: ITA}}\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("is already included")));
}

TEST(Rules, AMissingIncludeIsReportedWithTheNearestFile) {
  const LoadedBook loaded = LoadRulesText("  - include: recognise/raods.yaml\n",
                                          {{"recognise/roads.yaml", "rules: []\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("there is no file")));
  EXPECT_THAT(loaded.text, HasSubstr("did you mean 'roads.yaml'?"));
}

TEST(Rules, AnIdIsUsedOnceInAllFiles) {
  const LoadedBook loaded =
      LoadRulesText("  - {id: same, is: roads, when: {country: ITA}}\n  - include: a.yaml\n",
                    {{"a.yaml", "rules:\n  - {id: same, is: roads, when: {country: ITA}}\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre("there are two rules with the id 'same'"));
  EXPECT_THAT(loaded.text, HasSubstr("book.yaml:12;"));
}

TEST(Rules, NeedExactlyOneOfIsAndTo) {
  EXPECT_THAT(LoadRulesText("  - {id: a, is: roads, to: excluded, when: {country: ITA}}\n").errors,
              ElementsAre("the rule has both `is:` and `to:`"));
  EXPECT_THAT(LoadRulesText("  - {id: a, when: {country: ITA}}\n").errors,
              ElementsAre("the rule does not say what the line is"));
}

TEST(Rules, AnItemIsNotABucket) {
  const LoadedBook is = LoadRulesText("  - {id: a, is: excluded, when: {country: ITA}}\n");
  EXPECT_THAT(is.text, HasSubstr("write to: excluded"));
  const LoadedBook to = LoadRulesText("  - {id: a, to: roads, when: {country: ITA}}\n");
  EXPECT_THAT(to.text, HasSubstr("is: roads"));
  const LoadedBook unknown = LoadRulesText("  - {id: a, is: raods, when: {country: ITA}}\n");
  EXPECT_THAT(unknown.text, HasSubstr("did you mean 'roads'?"));
}

TEST(Rules, WithoutWhenTakeEveryLine) {
  const LoadedBook last =
      LoadRulesText("  - {id: a, is: roads, when: {country: ITA}}\n  - {id: b, is: coast-guard}\n");
  EXPECT_EQ(last.text, "");
  EXPECT_EQ(last.book->rules[1].when.kind, Condition::Kind::kAll);
  EXPECT_THAT(last.book->rules[1].when.children, IsEmpty());
  const LoadedBook first =
      LoadRulesText("  - {id: b, is: coast-guard}\n  - {id: a, is: roads, when: {country: ITA}}\n");
  EXPECT_THAT(first.warnings, ElementsAre(HasSubstr("rule 'b' has no `when`")));
  EXPECT_TRUE(first.book);
}

TEST(Rules, MistakesOfAllFilesAreShownInOneRun) {
  const LoadedBook loaded = LoadRulesText(
      "  - {id: a, is: raods, when: {country: ITA}}\n  - include: a.yaml\n  - include: b.yaml\n",
      {{"a.yaml", "rules:\n  - {id: b, is: roads, when: {country: XXY}}\n"},
       {"b.yaml", "rules:\n  - {id: c, is: roads, whem: {country: ITA}}\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre("unknown key `whem` in a rule", "unknown item 'raods'",
                                         "unknown country 'XXY'"));
}

// Ten thousand rules are a book that must load; that it loads fast is the benchmark's matter.
TEST(Rules, TenThousandLoad) {
  std::string rules;
  for (int i = 0; i < 10000; ++i) {
    rules += "  - {id: r" + std::to_string(i) + ", is: roads, when: {words: w" + std::to_string(i) +
             "}}\n";
  }
  const LoadedBook loaded = LoadRulesText(rules);
  EXPECT_EQ(loaded.text, "");
  EXPECT_EQ(IdsOf(loaded).size(), 10000U);
}

}  // namespace
}  // namespace tranche
