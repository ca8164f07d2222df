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

constexpr char kBase[] = R"(options:
  mobility: {title: Share for the military, value: 0 %, try: [0 %, 50 %]}
targets:
  core: {of: direct-military, at_least: 3.5 %}
vocabulary: words/
rules:
  - {id: a, is: roads, when: {mentions: road}, why: W}
  - include: more.yaml
  - {id: c, is: coast-guard, when: {country: ESP}}
)";

/// A reform in a folder of its own beside the book that it extends.
LoadedBook LoadReform(const std::string& reform) {
  return LoadFiles(
      {{"book.yaml", "rulebook: reform\nformat: 1\nextends: law/base.yaml\n" + reform},
       {"law/base.yaml", BookWith(kBase)},
       {"law/more.yaml", "rules:\n  - {id: b, is: roads, when: {country: ITA}}\n"},
       {"law/words/concepts.yaml", "concepts: {road: {title: Roads}}\n"},
       {"law/words/de.yaml", "language: de\nconcepts: {road: {words: [strasse*]}}\n"}});
}

std::vector<std::string> IdsOf(const LoadedBook& loaded) {
  std::vector<std::string> ids;
  if (!loaded.book) return ids;
  for (const Rule& rule : loaded.book->rules) ids.push_back(rule.id);
  return ids;
}

std::string BucketOf(const LoadedBook& loaded, const std::string& item) {
  const Item& found = loaded.book->items[*loaded.book->FindItem(item)];
  return loaded.book->buckets[*found.counts.WholeBucket()].name;
}

TEST(Reform, WithoutChangesIsTheOtherBookUnderItsOwnName) {
  const LoadedBook loaded = LoadReform("");
  ASSERT_EQ(loaded.text, "");
  EXPECT_EQ(loaded.book->name, "reform");
  EXPECT_EQ(loaded.book->title, "reform");
  EXPECT_THAT(IdsOf(loaded), ElementsAre("a", "b", "c"));
  EXPECT_EQ(loaded.book->files.size(), 5U);
}

TEST(Reform, SetsTheValueOfAnOptionAndKeepsTheRestOfIt) {
  const LoadedBook loaded = LoadReform("set: {mobility: {2025: 0 %, 2027: 30 %}}\n");
  ASSERT_EQ(loaded.text, "");
  const Option& option = loaded.book->options[0];
  EXPECT_EQ(std::get<ByYear<Share>>(option.value).In(2028)->ToString(), "30 %");
  EXPECT_EQ(option.title, "Share for the military");
  EXPECT_EQ(option.tries.size(), 2U);
}

TEST(Reform, GivesItemsOtherOutcomesAndKeepsTheirOtherKeys) {
  const LoadedBook loaded =
      LoadReform("items: {coast-guard: {counts: excluded}, roads: {counts: excluded, area: ~}}\n");
  ASSERT_EQ(loaded.text, "");
  EXPECT_EQ(BucketOf(loaded, "coast-guard"), "excluded");
  EXPECT_EQ(BucketOf(loaded, "roads"), "excluded");
  EXPECT_EQ(loaded.book->items[*loaded.book->FindItem("roads")].area, "");
}

TEST(Reform, SaysWhenAnAreaNoLongerFitsTheOutcome) {
  const LoadedBook loaded = LoadReform("items: {roads: {counts: excluded}}\n");
  EXPECT_THAT(loaded.errors,
              ElementsAre("item 'roads' keeps its area 'infrastructure', which is none of "
                          "'excluded'"));
  EXPECT_THAT(loaded.text, HasSubstr("book.yaml:4:"));
  EXPECT_THAT(loaded.text, HasSubstr("area: ~"));
}

TEST(Reform, ChangesWholeKeysOfRulesTargetsAndConcepts) {
  const LoadedBook loaded = LoadReform(R"(change:
  a: {when: {country: POL}}
  b: {to: excluded}
  core: {up_to: 4 %}
  road: {title: Streets, de: {words: [weg, gasse]}, pl: {words: [drog*]}}
)");
  ASSERT_EQ(loaded.text, "");
  const Rulebook& book = *loaded.book;
  EXPECT_EQ(book.rules[0].why, "W");
  EXPECT_FALSE(book.rules[1].item);
  EXPECT_FALSE(book.targets[0].at_least);
  EXPECT_EQ(book.targets[0].up_to->ToString(), "4 %");
  EXPECT_EQ(book.concepts[0].title, "Streets");
  ASSERT_EQ(book.vocabulary.size(), 2U);
  EXPECT_EQ(book.vocabulary[0].words.size(), 2U);
  EXPECT_EQ(book.vocabulary[1].language, "pl");
}

TEST(Reform, RemovesAndAddsRulesWhereItSays) {
  const LoadedBook loaded = LoadReform(R"(remove: b
add:
  - {after: a, id: first, is: roads, when: {country: POL}}
  - {after: a, id: second, is: roads, when: {country: POL}}
  - {before: a, id: zero, is: roads, when: {country: POL}}
  - {id: last, is: roads, when: {country: POL}}
  - {before: last, id: last-but-one, is: roads, when: {country: POL}}
)");
  ASSERT_EQ(loaded.text, "");
  EXPECT_THAT(IdsOf(loaded),
              ElementsAre("zero", "a", "first", "second", "c", "last-but-one", "last"));
}

TEST(Reform, BringsItemsAndOptionsThatItsOwnRulesUse) {
  const LoadedBook loaded = LoadReform(R"(options: {tolls: {value: 10 %}}
items: {toll-roads: {counts: {broader-security: $tolls, excluded: rest}}}
add:
  - {before: a, id: tolls, is: toll-roads, when: {words: maut}}
)");
  ASSERT_EQ(loaded.text, "");
  EXPECT_TRUE(loaded.book->FindItem("toll-roads"));
}

TEST(Reform, OfAReformBuildsOnIt) {
  const LoadedBook loaded = LoadFiles(
      {{"book.yaml", "rulebook: third\nformat: 1\nextends: second.yaml\nremove: b\n"},
       {"second.yaml",
        "rulebook: second\nformat: 1\ntitle: Not inherited\nextends: first.yaml\n"
        "add: [{after: a, id: b, is: roads, when: {country: ESP}}]\n"
        "items: {roads: {counts: direct-military, area: ~}}\n"},
       {"first.yaml", BookWith("rules:\n  - {id: a, is: roads, when: {country: ITA}}\n")}});
  ASSERT_EQ(loaded.text, "");
  EXPECT_THAT(IdsOf(loaded), ElementsAre("a"));
  EXPECT_EQ(BucketOf(loaded, "roads"), "direct-military");
  EXPECT_EQ(loaded.book->title, "third");
}

TEST(Reform, AMistakeInTheOtherBookIsReportedOnceAndThere) {
  const LoadedBook loaded = LoadFiles(
      {{"book.yaml", "rulebook: r\nformat: 1\nextends: base.yaml\nset: {mobility: 1 %}\n"},
       {"base.yaml", BookWith("options: {mobility: {value: 0 %, tilte: M}}\nrules: []\n")}});
  EXPECT_THAT(loaded.errors, ElementsAre("unknown key `tilte` in option 'mobility'"));
  EXPECT_THAT(loaded.text, HasSubstr("base.yaml:"));
}

TEST(Settings, ReplaceValuesOfOptionsAsSetDoes) {
  const LoadedBook loaded = LoadFiles({{"book.yaml", BookWith("options: {a: {value: 0 %}, b: "
                                                              "{value: excluded}}\nrules: []\n")}},
                                      {"a=25 %", "b=direct-military"});
  ASSERT_EQ(loaded.text, "");
  EXPECT_EQ(std::get<ByYear<Share>>(loaded.book->options[0].value).In(2024)->ToString(), "25 %");
  EXPECT_THAT(loaded.book->settings, ElementsAre("a=25 %", "b=direct-military"));
}

TEST(Settings, ThatAreWrongAreShownAtTheFlag) {
  const LoadedBook loaded =
      LoadFiles({{"book.yaml", BookWith("options: {mobility: {value: 0 %}}\nrules: []\n")}},
                {"mobilty=25 %", "mobility=125 %", "mobility"});
  EXPECT_THAT(loaded.text, HasSubstr("--set mobilty: error: unknown option 'mobilty'"));
  EXPECT_THAT(loaded.text, HasSubstr("did you mean 'mobility'?"));
  EXPECT_THAT(loaded.text, HasSubstr("--set mobility:1:1: error:"));
  EXPECT_THAT(loaded.text, HasSubstr("1 | 125 %"));
  EXPECT_THAT(loaded.text, HasSubstr("is given no value"));
}

TEST(ShippedReform, CountsTheCoastGuard) {
  const LoadedBook loaded = LoadFile(TRANCHE_SOURCE_DIR "/rules/examples/italy-counts-it.yaml");
  ASSERT_TRUE(loaded.book);
  EXPECT_EQ(BucketOf(loaded, "coast-guard"), "direct-military");
}

}  // namespace
}  // namespace tranche
