#include "engine/rulebook/folded_expression.h"

#include <gtest/gtest.h>

#include <string>

namespace tranche {
namespace {

TEST(FoldedExpression, NothingIsFoundInFoldedSpelling) {
  EXPECT_FALSE(FindUnfolded("fondo (de|del) [a-z]{2,4} \\d+"));
  EXPECT_FALSE(FindUnfolded("\u0441\u0438\u043b"));
}

TEST(FoldedExpression, TheFirstPartIsNamedByItsBytes) {
  const auto part = FindUnfolded("ab\\.c");
  ASSERT_TRUE(part);
  EXPECT_EQ(part->begin, 2U);
  EXPECT_EQ(part->end, 4U);
  EXPECT_EQ(part->proposal, "ab c");
}

TEST(FoldedExpression, QuotedTextIsLiteral) {
  const auto part = FindUnfolded("\\Qa.b\\E");
  ASSERT_TRUE(part);
  EXPECT_EQ(part->proposal, "a b");
}

TEST(FoldedExpression, RepeatedLettersStayTogether) {
  const auto part = FindUnfolded("\u00df+e");
  ASSERT_TRUE(part);
  EXPECT_EQ(part->proposal, "(?:ss)+e");
}

std::string ProposalFor(const char* expression) {
  const auto part = FindUnfolded(expression);
  return part ? part->proposal : "nothing was found";
}

TEST(FoldedExpression, ClassesOfCapitalsMeetNothing) {
  EXPECT_EQ(ProposalFor("\\p{Lu}anks"), "[a-z]anks");
  EXPECT_EQ(ProposalFor("[[:upper:]]anks"), "[a-z]anks");
  EXPECT_EQ(ProposalFor("a\\pPb"), "a b");
  EXPECT_EQ(ProposalFor("a[[:punct:]]b"), "a b");
}

TEST(FoldedExpression, ClassesWithAFoldedCharacterAreLeftAlone) {
  for (const char* fine : {"\\pL", "\\p{Greek}", "\\p{Cherokee}", "(?i)\\p{Lu}x", "[\\d.]",
                           "[[:alpha:]]", "[^a-z]", "[^[:alnum:] ]b", "[\\pL]", "\\PLx"}) {
    EXPECT_FALSE(FindUnfolded(fine)) << fine;
  }
}

TEST(FoldedExpression, NothingIsProposedThatTakesEveryText) {
  EXPECT_TRUE(FindUnfolded("b|,"));
  EXPECT_EQ(ProposalFor("b|,"), "");
}

TEST(FoldedExpression, CharactersWrittenAsNumbersAreJudgedAsThemselves) {
  EXPECT_EQ(ProposalFor("\\x54anks"), "tanks");
  EXPECT_EQ(ProposalFor("\\x{54}anks"), "tanks");
  EXPECT_EQ(ProposalFor("\\101nks"), "anks");
  EXPECT_EQ(ProposalFor("a\\tb"), "a b");
  EXPECT_FALSE(FindUnfolded("\\x{436}\\x74"));
}

TEST(FoldedExpression, NoSpaceStandsAtTheEnds) {
  EXPECT_EQ(ProposalFor("^ tanks"), "^tanks");
  EXPECT_EQ(ProposalFor("tanks $"), "tanks$");
  EXPECT_EQ(ProposalFor("\\A tanks"), "\\Atanks");
  EXPECT_EQ(ProposalFor("^( tanks)"), "^(tanks)");
  ASSERT_TRUE(FindUnfolded("tanks $"));
  EXPECT_EQ(FindUnfolded("tanks $")->kind, UnfoldedPart::Kind::kOuterSpace);
  EXPECT_EQ(FindUnfolded("tanks $")->begin, 5U);
  EXPECT_EQ(FindUnfolded("tanks $")->end, 6U);
  for (const char* fine : {"(^| )tanks( |$)", "^ ?tanks ?$", "^( |x)tanks", "^tanks$"}) {
    EXPECT_FALSE(FindUnfolded(fine)) << fine;
  }
}

TEST(FoldedExpression, EdgesOfWordsAreSeenThroughGroups) {
  for (const char* wrong : {"(\u0436)\\b", "\\b(\u0436)", "(?:a\u0436)\\b"}) {
    ASSERT_TRUE(FindUnfolded(wrong)) << wrong;
    EXPECT_EQ(FindUnfolded(wrong)->kind, UnfoldedPart::Kind::kWordEdge);
  }
  for (const char* fine : {"(a|\u0436)\\b", "\\b(\u0436|a)", "(\u0436)?\\b", "(\u0436|a)\\b"}) {
    EXPECT_FALSE(FindUnfolded(fine)) << fine;
  }
}

}  // namespace
}  // namespace tranche
