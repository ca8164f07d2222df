#include "engine/base/blanks.h"

#include <gtest/gtest.h>

#include <string_view>

namespace tranche {
namespace {

TEST(TrimBlanks, TakesEveryAsciiBlankFromBothEnds) {
  EXPECT_EQ(TrimBlanks("\t\r\n\v\f a b \f\v\n\r\t"), "a b");
  EXPECT_EQ(TrimBlanks("a"), "a");
}

TEST(TrimBlanks, LeavesAnEmptyViewIntoTheText) {
  const std::string_view blanks = " \n";
  EXPECT_EQ(TrimBlanks(blanks), "");
  EXPECT_EQ(TrimBlanks(blanks).data(), blanks.data() + blanks.size());
}

TEST(TrimBlanks, KnowsNoOtherBlanks) { EXPECT_EQ(TrimBlanks("\u00a0a"), "\u00a0a"); }

}  // namespace
}  // namespace tranche
