#include "engine/run/decision_cells.h"

#include <gtest/gtest.h>

#include <string>

namespace tranche {
namespace {

std::string AmountIn(std::string_view cell, bool comma_is_decimal) {
  const auto amount = ReadDecidedAmount(cell, comma_is_decimal);
  return amount ? amount->ToString() : "no amount";
}

TEST(ReadDecidedAmount, TakesWhatSpreadsheetsWrite) {
  for (const bool comma_is_decimal : {true, false}) {
    EXPECT_EQ(AmountIn("313121982.15", comma_is_decimal), "313121982.15");
    EXPECT_EQ(AmountIn("313121982,15", comma_is_decimal), "313121982.15");
    EXPECT_EQ(AmountIn("1.234,50", comma_is_decimal), "1234.5");
    EXPECT_EQ(AmountIn("1,234.50", comma_is_decimal), "1234.5");
    EXPECT_EQ(AmountIn("1 234,5", comma_is_decimal), "1234.5");
    EXPECT_EQ(AmountIn("1.234.567", comma_is_decimal), "1234567");
    EXPECT_EQ(AmountIn("-0,000001", comma_is_decimal), "-0.000001");
    EXPECT_EQ(AmountIn("1.23E+05", comma_is_decimal), "123000");
    EXPECT_EQ(AmountIn("-7", comma_is_decimal), "-7");
    EXPECT_EQ(AmountIn("12 May", comma_is_decimal), "no amount");
    EXPECT_EQ(AmountIn("", comma_is_decimal), "no amount");
  }
}

TEST(ReadDecidedAmount, FollowsTheDelimiterWhereTheMarkHasTwoMeanings) {
  EXPECT_EQ(AmountIn("1.234", true), "1234");
  EXPECT_EQ(AmountIn("1.234", false), "1.234");
  EXPECT_EQ(AmountIn("1,234", true), "1.234");
  EXPECT_EQ(AmountIn("1,234", false), "1234");
}

TEST(ReadDecidedAmount, IsNeverRounded) { EXPECT_EQ(AmountIn("1.00000004", false), "no amount"); }

TEST(ReadDate, TakesDaysInTheOrderThatOnlyOneDayFits) {
  EXPECT_EQ(ReadDate("2029-06-30"), "2029-06-30");
  EXPECT_EQ(ReadDate("30.06.2029"), "2029-06-30");
  EXPECT_EQ(ReadDate("3.6.2029"), "2029-06-03");
  EXPECT_EQ(ReadDate("30/06/2029"), "2029-06-30");
  EXPECT_EQ(ReadDate("06/30/2029"), "2029-06-30");
  EXPECT_EQ(ReadDate("05/05/2029"), "2029-05-05");
  EXPECT_EQ(ReadDate("04/03/2029"), std::nullopt);
  EXPECT_EQ(ReadDate("31.02.2029"), std::nullopt);
  EXPECT_EQ(ReadDate("2029"), std::nullopt);
  EXPECT_EQ(ReadDate("1.2.3.4"), std::nullopt);
  EXPECT_EQ(ReadDate(""), std::nullopt);
}

TEST(DamageOf, KnowsWhatSpreadsheetsMakeOfKeysAndAmounts) {
  EXPECT_NE(DamageOf("1.23E+05", "7").find("shortened"), std::string::npos);
  EXPECT_NE(DamageOf("1,23E+11", "7").find("shortened"), std::string::npos);
  EXPECT_NE(DamageOf("2024-05-01", "7").find("date"), std::string::npos);
  EXPECT_NE(DamageOf("01.05.2024", "7").find("date"), std::string::npos);
  EXPECT_NE(DamageOf("05. Mai", "7").find("date"), std::string::npos);
  EXPECT_NE(DamageOf("1-May", "7").find("date"), std::string::npos);
  EXPECT_NE(DamageOf("12", "3.13122E+08").find("shortened"), std::string::npos);
}

TEST(DamageOf, LeavesOrdinaryKeysAlone) {
  for (const char* key : {"06|1026", "5-1", "1401 423 01 - 032", "122M|226", "E12", "020", "2024",
                          "Bridge", "1E", "a-b-c", ""}) {
    EXPECT_EQ(DamageOf(key, "1234.5"), "") << key;
  }
}

TEST(SameWords, DoNotCareForTheKindOfBlanks) {
  EXPECT_TRUE(SameWords("coast\r\nguard", "coast\nguard"));
  EXPECT_TRUE(SameWords(" coast  guard ", "coast guard"));
  EXPECT_TRUE(SameWords("", " "));
  EXPECT_FALSE(SameWords("coast guard", "coastguard"));
  EXPECT_FALSE(SameWords("coast", "coast guard"));
  EXPECT_FALSE(SameWords("Coast", "coast"));
}

}  // namespace
}  // namespace tranche
