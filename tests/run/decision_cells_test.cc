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
  EXPECT_NE(DamageOf("1.23E+05", "Tanks", "7").find("shortened"), std::string::npos);
  EXPECT_NE(DamageOf("1,23E+11", "Tanks", "7").find("shortened"), std::string::npos);
  EXPECT_NE(DamageOf("2024-05-01", "Tanks", "7").find("date"), std::string::npos);
  EXPECT_NE(DamageOf("01.05.2024", "Tanks", "7").find("date"), std::string::npos);
  EXPECT_NE(DamageOf("05. Mai", "Tanks", "7").find("date"), std::string::npos);
  EXPECT_NE(DamageOf("1-May", "Tanks", "7").find("date"), std::string::npos);
  EXPECT_NE(DamageOf("12", "Tanks", "3.13122E+08").find("shortened"), std::string::npos);
}

TEST(DamageOf, LeavesOrdinaryKeysAlone) {
  for (const char* key :
       {"06|1026", "5-1", "1401 423 01 - 032", "122M|226", "E12", "020", "2024", "Bridge", "1E",
        "a-b-c", "", "AB1C", "A12B3C", "ABC1", "12ABC", "ABC", "POL|May 24 x"}) {
    EXPECT_EQ(DamageOf(key, "Tanks", "1234.5"), "") << key;
  }
}

TEST(DamageOf, KnowsALabelThatASpreadsheetTookForAFormula) {
  for (const char* label : {"#NAME?", "#REF!", " #N/A ", "#WERT!"}) {
    EXPECT_NE(DamageOf("12", label, "7").find("import the column label as text"), std::string::npos)
        << label;
  }
  EXPECT_EQ(DamageOf("12", "# of tanks!", "7"), "");
}

TEST(WordsOf, DoNotCareForTheKindOfBlanks) {
  EXPECT_EQ(WordsOf("coast\r\nguard"), WordsOf("coast\nguard"));
  EXPECT_EQ(WordsOf(" coast  guard "), "coast guard");
  EXPECT_EQ(WordsOf(" "), "");
  EXPECT_NE(WordsOf("coast guard"), WordsOf("coastguard"));
  EXPECT_NE(WordsOf("Coast"), WordsOf("coast"));
}

TEST(UnprotectedLabel, LosesOnlyTheApostropheThatProtectsAFormula) {
  EXPECT_EQ(UnprotectedLabel("'- of which pay"), "- of which pay");
  EXPECT_EQ(UnprotectedLabel("'=SUM(A1)"), "=SUM(A1)");
  EXPECT_EQ(UnprotectedLabel("'tis"), "'tis");
  EXPECT_EQ(UnprotectedLabel("'"), "'");
  EXPECT_EQ(UnprotectedLabel("- of which pay"), "- of which pay");
}

TEST(OtherReadingOf, IsThereWhereTheMarkHasTwoMeanings) {
  for (const bool comma_is_decimal : {true, false}) {
    EXPECT_EQ(OtherReadingOf("1234.5", comma_is_decimal), std::nullopt);
    EXPECT_EQ(OtherReadingOf("1,234.50", comma_is_decimal), std::nullopt);
    EXPECT_EQ(OtherReadingOf("Tanks", comma_is_decimal), std::nullopt);
  }
  EXPECT_EQ(OtherReadingOf("123.456", true)->ToString(), "123.456");
  EXPECT_EQ(OtherReadingOf("123,456", true)->ToString(), "123456");
}

}  // namespace
}  // namespace tranche
