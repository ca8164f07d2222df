#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using Kind = Condition::Kind;

Condition ConditionOf(const std::string& when) {
  const LoadedBook loaded = LoadCondition(when);
  EXPECT_EQ(loaded.text, "") << when;
  return loaded.book ? loaded.book->rules[0].when : Condition();
}

std::vector<std::string> ErrorsOf(const std::string& when) { return LoadCondition(when).errors; }

std::vector<Kind> KindsOf(const Condition& condition) {
  std::vector<Kind> kinds;
  for (const Condition& child : condition.children) kinds.push_back(child.kind);
  return kinds;
}

TEST(Condition, OneKeyIsThatConditionItself) {
  const Condition condition = ConditionOf("{country: [ITA, ESP]}");
  EXPECT_EQ(condition.kind, Kind::kCountry);
  ASSERT_EQ(condition.countries.size(), 2U);
  EXPECT_EQ(condition.countries[1].ToString(), "ESP");
}

TEST(Condition, KeysAreJoinedByAndInTheOrderWritten) {
  const Condition condition =
      ConditionOf("{mentions: [road, bridge], nature: capital, country: DEU, year: 2025..}");
  EXPECT_EQ(condition.kind, Kind::kAll);
  EXPECT_THAT(KindsOf(condition),
              ElementsAre(Kind::kMentions, Kind::kNature, Kind::kCountry, Kind::kYear));
  EXPECT_THAT(condition.children[0].concepts, ElementsAre(ConceptId{0}, ConceptId{1}));
  EXPECT_THAT(condition.children[1].values, ElementsAre("capital"));
}

TEST(Condition, SeveralSchemesAndFieldsAreJoinedByAnd) {
  const Condition condition = ConditionOf(
      "{code: {esp-programa: \"12\", esp-economica: [\"=6\", \"7..8\"]}, field: {part: [a, b]}}");
  EXPECT_THAT(KindsOf(condition), ElementsAre(Kind::kCode, Kind::kCode, Kind::kField));
  EXPECT_EQ(condition.children[0].name, "esp-programa");
  EXPECT_EQ(condition.children[1].codes.size(), 2U);
  EXPECT_EQ(condition.children[1].codes[1].kind, CodePattern::Kind::kRange);
  EXPECT_EQ(condition.children[2].name, "part");
  EXPECT_THAT(condition.children[2].values, ElementsAre("a", "b"));
}

TEST(Condition, YearsAreOneOrARange) {
  const Condition condition = ConditionOf("{year: [2020, 2024..2026, ..1999, \"2030..\"]}");
  EXPECT_THAT(condition.years, ElementsAre(Pair(2020, 2020), Pair(2024, 2026),
                                           Pair(INT16_MIN, 1999), Pair(2030, INT16_MAX)));
  for (const char* wrong : {"25", "2026..2024", "..", "last", "20255", "2025.5", "1066"}) {
    EXPECT_THAT(ErrorsOf("{year: " + std::string(wrong) + "}"), ElementsAre(HasSubstr("no year")))
        << wrong;
  }
}

TEST(Condition, InHoldsForTheTextConditionsOfItsOwnMap) {
  const Condition condition = ConditionOf(
      "{mentions: road, words: \"a*\", in: own, any: [{words: b}, {words: c, in: [x, y]}]}");
  ASSERT_EQ(condition.children.size(), 3U);
  EXPECT_EQ(condition.children[0].scope.kind, TextScope::Kind::kOwn);
  EXPECT_EQ(condition.children[1].scope.kind, TextScope::Kind::kOwn);
  const Condition& any = condition.children[2];
  EXPECT_EQ(any.kind, Kind::kAny);
  EXPECT_EQ(any.children[0].scope.kind, TextScope::Kind::kAll);
  EXPECT_EQ(any.children[1].scope.kind, TextScope::Kind::kNamed);
  EXPECT_THAT(any.children[1].scope.names, ElementsAre("x", "y"));
  EXPECT_EQ(ConditionOf("{words: a, in: parents}").scope.kind, TextScope::Kind::kParents);
  EXPECT_EQ(ConditionOf("{words: a, in: programme}").scope.kind, TextScope::Kind::kNamed);
}

TEST(Condition, InWithoutATextConditionIsAnError) {
  EXPECT_THAT(ErrorsOf("{country: ITA, in: own}"), ElementsAre(HasSubstr("nothing to look for")));
}

TEST(Condition, NotTakesAConditionOrAListOfWhichNoneMayHold) {
  const Condition one = ConditionOf("{not: {mentions: road, country: DEU}}");
  EXPECT_EQ(one.kind, Kind::kNot);
  ASSERT_EQ(one.children.size(), 1U);
  EXPECT_EQ(one.children[0].kind, Kind::kAll);
  const Condition none = ConditionOf("{not: [{mentions: road}, {country: DEU}]}");
  EXPECT_EQ(none.kind, Kind::kNot);
  ASSERT_EQ(none.children.size(), 1U);
  EXPECT_EQ(none.children[0].kind, Kind::kAny);
  EXPECT_THAT(KindsOf(none.children[0]), ElementsAre(Kind::kMentions, Kind::kCountry));
}

TEST(Condition, GroupsNest) {
  const Condition condition =
      ConditionOf("{all: [{any: [{country: ITA}, {country: ESP}]}, {not: {year: 2025}}]}");
  EXPECT_EQ(condition.kind, Kind::kAll);
  EXPECT_THAT(KindsOf(condition), ElementsAre(Kind::kAny, Kind::kNot));
}

TEST(Condition, InlineWordsKnowTheAsciiForm) {
  EXPECT_FALSE(ConditionOf("{words: \"*brücke*\"}").words[0].digraph_tokens.empty());
}

TEST(Condition, CodesThatReadAsNumbersNeedQuotes) {
  EXPECT_THAT(ErrorsOf("{code: {cofog: 02.10}}"), ElementsAre(HasSubstr("has no quotes")));
  EXPECT_THAT(ErrorsOf("{code: {deu-funktion: [032, \"033\"]}}"),
              ElementsAre(HasSubstr("has no quotes")));
}

TEST(Condition, NorwayUnquotedIsExplained) {
  const LoadedBook loaded = LoadCondition("{country: NO}");
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("'NO' is no country code")));
  EXPECT_THAT(loaded.text, HasSubstr("did you mean 'NOR'?"));
  EXPECT_THAT(LoadCondition("{country: Norway}").text, HasSubstr("write NOR"));
  EXPECT_THAT(LoadCondition("{country: ita}").text, HasSubstr("write ITA"));
}

TEST(Condition, CountriesOutsideTheReferenceDataAreKnown) {
  EXPECT_EQ(ConditionOf("{country: JPN}").countries[0].ToString(), "JPN");
}

TEST(Condition, DeepNestingIsRefused) {
  std::string when = "{country: ITA}";
  for (int i = 0; i < 60; ++i) when = "{not: " + when + "}";
  EXPECT_THAT(ErrorsOf(when), ElementsAre(HasSubstr("nested too deep")));
}

TEST(Condition, ASchemeSaysWhoseCodesItHolds) {
  EXPECT_THAT(LoadCondition("{code: {programa: \"12\"}}").warnings,
              ElementsAre(HasSubstr("does not say whose codes")));
}

TEST(Condition, SeveralMistakesAreAllReported) {
  EXPECT_THAT(ErrorsOf("{country: XYY, mentions: [raod], nature: wages, year: soon, colour: red}"),
              testing::SizeIs(5));
}

}  // namespace
}  // namespace tranche
