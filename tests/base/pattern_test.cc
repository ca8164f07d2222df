#include "engine/base/pattern.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"

namespace tranche {
namespace {

Pattern Make(std::string_view expression) { return Pattern::Compile(expression).value(); }

TEST(Pattern, RefusesWithTheReason) {
  const auto open = Pattern::Compile("fondo [abc");
  ASSERT_TRUE(absl::IsInvalidArgument(open.status()));
  EXPECT_EQ(open.status().message(), "missing ]: [abc");
  EXPECT_FALSE(Pattern::Compile("(a").ok());
  EXPECT_FALSE(Pattern::Compile("\xFF").ok());
}

TEST(Pattern, RefusesExpressionsThatWouldEatTheMachine) {
  EXPECT_FALSE(Pattern::Compile("((((x{100}){100}){100}){100})").ok());
}

TEST(Pattern, TellsWholeFromPart) {
  const Pattern year = Make("[0-9]{4}");
  EXPECT_EQ(year.expression(), "[0-9]{4}");
  EXPECT_TRUE(year.MatchesWhole("2017"));
  EXPECT_FALSE(year.MatchesWhole("2017 TQ"));
  EXPECT_TRUE(year.MatchesPart("FY 2017 TQ"));
  EXPECT_FALSE(year.MatchesPart("201"));
}

TEST(Pattern, ReadsTextAsUtf8) {
  EXPECT_TRUE(Make("^.$").MatchesPart("ж"));
  EXPECT_TRUE(Make("στρατ[οό]").MatchesPart("στρατός"));
}

TEST(Pattern, FindsThePlace) {
  EXPECT_EQ(Make("b+").Find("abbc"), std::pair(std::size_t{1}, std::size_t{3}));
  EXPECT_EQ(Make("x").Find("abbc"), std::nullopt);
  EXPECT_EQ(Make("x*").Find(std::string_view{}), std::pair(std::size_t{0}, std::size_t{0}));
}

TEST(Pattern, AnswersTheFirstGroupOrTheWholeMatch) {
  EXPECT_EQ(Make("budget-([0-9]+)-(.*)").FirstGroup("budget-2017-final.csv"), "2017");
  EXPECT_EQ(Make("[0-9]+").FirstGroup("budget-2017.csv"), "2017");
  EXPECT_EQ(Make("(a)?b").FirstGroup("b"), std::nullopt);
  EXPECT_EQ(Make("([0-9]+)").FirstGroup("none"), std::nullopt);
}

TEST(Pattern, KeepsWorkingWhereItIsMovedTo) {
  Pattern first = Make("a");
  Pattern second = std::move(first);
  EXPECT_TRUE(second.MatchesWhole("a"));
}

TEST(SlashedPattern, IsTheTextBetweenSlashes) {
  EXPECT_EQ(SlashedPattern(R"(/\d{4}/)"), R"(\d{4})");
  EXPECT_EQ(SlashedPattern("//"), "");
  EXPECT_EQ(SlashedPattern("/a/b/"), "a/b");
  EXPECT_EQ(SlashedPattern(R"(/a\\/)"), R"(a\\)");
  EXPECT_EQ(SlashedPattern(R"(/a\/)"), std::nullopt);
  EXPECT_EQ(SlashedPattern("/"), std::nullopt);
  EXPECT_EQ(SlashedPattern("Paragraf*"), std::nullopt);
  EXPECT_EQ(SlashedPattern("/open"), std::nullopt);
}

TEST(PatternFault, NamesThePartToBlame) {
  const auto fault = FaultOf("abc[de");
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->begin, 3U);
  EXPECT_EQ(fault->end, 6U);
  EXPECT_FALSE(fault->advice.empty());
  EXPECT_FALSE(FaultOf("abc[de]"));
}

std::vector<std::uint32_t> FoundBy(const std::vector<std::string>& expressions,
                                   std::string_view folded) {
  PatternSet set;
  for (const std::string& expression : expressions) set.Add(Pattern::Compile(expression).value());
  set.Build();
  std::vector<std::uint32_t> found;
  set.FindIn(folded, &found);
  std::sort(found.begin(), found.end());
  return found;
}

TEST(PatternSet, FindsExactlyTheExpressionsThatMatch) {
  const std::vector<std::string> expressions = {
      "road", "ro+ad$", "^[0-9]+$", "bridge|road", "x", "(?i)ROA", "\u043c\u043e\u0441\u0442"};
  EXPECT_EQ(FoundBy(expressions, "a road"), (std::vector<std::uint32_t>{0, 1, 3, 5}));
  EXPECT_EQ(FoundBy(expressions, "2024"), (std::vector<std::uint32_t>{2}));
  EXPECT_EQ(FoundBy(expressions, "\u043c\u043e\u0441\u0442"), (std::vector<std::uint32_t>{6}));
  EXPECT_EQ(FoundBy(expressions, ""), (std::vector<std::uint32_t>{}));
}

TEST(PatternSet, ScriptsWhoseFoldedFormIsACapitalAreNotFilteredOut) {
  EXPECT_EQ(FoundBy({"\u13a0\u13a1\u13a2"}, "\u13a0\u13a1\u13a2"), (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(FoundBy({"\\x{13a0}\u0061\u0062"}, "\u13a0\u0061\u0062"),
            (std::vector<std::uint32_t>{0}));
}

TEST(PatternSet, ManyExpressionsFindWhatOneFinds) {
  // More than the set has memory for, and some that are too large for their part of it.
  std::vector<std::string> expressions;
  for (int i = 0; i < 100; ++i) {
    expressions.push_back("c[a-z0-9 ]{" + std::to_string(60 + i) + "}zq");
  }
  expressions.emplace_back("\\pL{300}");
  std::string text = "c";
  for (unsigned i = 0; i < 400; ++i) text += static_cast<char>('a' + i * i * 7919U % 26);
  text += "zq";
  std::vector<std::uint32_t> expected;
  for (std::uint32_t i = 0; i < expressions.size(); ++i) {
    if (Make(expressions[i]).MatchesPart(text)) expected.push_back(i);
  }
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(FoundBy(expressions, text), expected);
}

TEST(PatternSet, MayBeEmpty) { EXPECT_TRUE(FoundBy({}, "road").empty()); }

TEST(PatternCost, TellsLargeExpressionsAndThoseThatEveryTextMustBeTriedWith) {
  const auto cost = [](std::string_view expression) {
    return CostOf(Pattern::Compile(expression).value());
  };
  EXPECT_TRUE(cost("fondo (de )?contingencia").asks_for_a_word);
  EXPECT_TRUE(cost("road|bridge").asks_for_a_word);
  EXPECT_FALSE(cost("(^| )rn? [0-9]{1,3}( |$)").asks_for_a_word);
  EXPECT_FALSE(cost("road|[0-9]+").asks_for_a_word);
  EXPECT_TRUE(cost("αμυνα").asks_for_a_word);
  // Characters written as numbers are not looked for beforehand.
  EXPECT_FALSE(cost("\\x{0441}илы").asks_for_a_word);
  EXPECT_LT(cost("(^| )rn? [0-9]{1,3}( |$)").instructions, 100U);
  EXPECT_GT(cost("a.{100}b").instructions, 500U);
}

}  // namespace
}  // namespace tranche
