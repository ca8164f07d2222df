#include "engine/base/pattern.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <utility>

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

}  // namespace
}  // namespace tranche
