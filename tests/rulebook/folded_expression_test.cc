#include "engine/rulebook/folded_expression.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace tranche
