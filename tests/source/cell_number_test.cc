#include "engine/source/cell_number.h"

#include "gtest/gtest.h"

namespace tranche {
namespace {

using Kind = NumberLook::Kind;

std::string Plain(std::string_view stored) { return PlainNumber(stored).value_or("no number"); }

TEST(PlainNumber, HasFifteenSignificantDigitsRoundedHalfEven) {
  EXPECT_EQ(Plain("1234.5600000000001"), "1234.56");
  EXPECT_EQ(Plain("0.30000000000000004"), "0.3");
  EXPECT_EQ(Plain("1053.4800000000032"), "1053.48");
  EXPECT_EQ(Plain("1.23456789012345"), "1.23456789012345");
  EXPECT_EQ(Plain("1.234567890123445"), "1.23456789012344");
  EXPECT_EQ(Plain("1.234567890123455"), "1.23456789012346");
  EXPECT_EQ(Plain("1.2345678901234450001"), "1.23456789012345");
  EXPECT_EQ(Plain("9999999999999999"), "10000000000000000");
  EXPECT_EQ(Plain("12345678901234567"), "12345678901234600");
}

TEST(PlainNumber, HasNoExponentAndNoZerosThatMeanNothing) {
  EXPECT_EQ(Plain("1.5E+3"), "1500");
  EXPECT_EQ(Plain("7.79E12"), "7790000000000");
  EXPECT_EQ(Plain("1.2e-5"), "0.000012");
  EXPECT_EQ(Plain("-4.50"), "-4.5");
  EXPECT_EQ(Plain("007"), "7");
  EXPECT_EQ(Plain("-0"), "0");
  EXPECT_EQ(Plain("0.000"), "0");
  EXPECT_EQ(Plain(".5"), "0.5");
  EXPECT_EQ(Plain("100"), "100");
}

TEST(PlainNumber, IsNothingForWhatIsNoNumber) {
  for (const char* const text : {"", "-", ".", "1,5", "1.2.3", "1E", "E5", "1E+999999", "1E400",
                                 "NaN", "INF", "12 ", "0x1F"}) {
    EXPECT_EQ(Plain(text), "no number") << text;
  }
}

TEST(LookOfFormat, KnowsDatesByTheirLettersOutsideOfTexts) {
  for (const char* const code : {"yyyy\\-mm\\-dd", "d/m/yy", "[$-407]d. mmmm yyyy;@", "mmm\\-yy",
                                 "dd.mm.yyyy hh:mm", "[Red]yyyy"}) {
    EXPECT_EQ(LookOfFormat(code).kind, Kind::kDate) << code;
  }
  for (const char* const code : {"hh:mm:ss", "h:mm AM/PM", "mm:ss.0"}) {
    EXPECT_EQ(LookOfFormat(code).kind, Kind::kTime) << code;
  }
  for (const char* const code :
       {"General", "#,##0.00", "0.00E+00", "#,##0\\ \"Kčs/day\"", "[h]:mm", "0\" Md\"", "@",
        "#,##0;[Red]\\-#,##0", "_-* #,##0\\ [$kr-41D]_-", "#,##0\\ \"hodmdys\""}) {
    EXPECT_EQ(LookOfFormat(code).kind, Kind::kNumber) << code;
  }
  EXPECT_EQ(LookOfBuiltInFormat(14).kind, Kind::kDate);
  EXPECT_EQ(LookOfBuiltInFormat(4).kind, Kind::kNumber);
  EXPECT_EQ(LookOfFormat("0000").min_digits, 4u);
  EXPECT_EQ(LookOfFormat("0").min_digits, 0u);
}

TEST(DateOfSerial, CountsAsExcelDoesWithTheDayThatNeverWas) {
  const auto date = [](std::string_view serial, bool from_1904 = false) {
    return DateOfSerial(serial, Kind::kDate, from_1904).value_or("no date");
  };
  EXPECT_EQ(date("1"), "1900-01-01");
  EXPECT_EQ(date("59"), "1900-02-28");
  EXPECT_EQ(date("60"), "1900-02-29");
  EXPECT_EQ(date("61"), "1900-03-01");
  EXPECT_EQ(date("40453"), "2010-10-02");
  EXPECT_EQ(date("45350"), "2024-02-28");
  EXPECT_EQ(date("45351.5"), "2024-02-29 12:00:00");
  EXPECT_EQ(date("45351.999999999"), "2024-03-01");
  EXPECT_EQ(date("2958465"), "9999-12-31");
  EXPECT_EQ(date("2958466"), "no date");
  EXPECT_EQ(date("-1"), "no date");
  EXPECT_EQ(date("0", true), "1904-01-01");
  EXPECT_EQ(date("38991", true), "2010-10-02");
  EXPECT_EQ(DateOfSerial("0.573", Kind::kTime, false), "13:45:07");
}

TEST(IsMarkedNumber, IsTextWhoseMarksMatter) {
  for (const char* const text : {"1.234,50", "1 234",
                                 "1\xC2\xA0"
                                 "234",
                                 "(1,5)", "-0.5", "1'000",
                                 "\xE2\x88\x92"
                                 "1,5",
                                 "7,79E+12",
                                 "1\xE2\x80\x99"
                                 "000"}) {
    EXPECT_TRUE(IsMarkedNumber(text)) << text;
  }
  for (const char* const text :
       {"1234", "-", "", " 12 ", "1.5 EUR", "n/a", ".", "A.1", "1E5", "1.5e"}) {
    EXPECT_FALSE(IsMarkedNumber(text)) << text;
  }
}

TEST(MayBeNumber, IsWhateverAnAmountCouldBe) {
  for (const char* const text : {"5", "-5", "02.10", "1.5E+3", "5 \xE2\x82\xAC", "12 %", "(7)"}) {
    EXPECT_TRUE(MayBeNumber(text)) << text;
  }
  for (const char* const text :
       {"", "-", "Army", "Chapter 5", "\xD0\x93\xD0\xBB\xD0\xB0\xD0\xB2\xD0\xB0 5", "A1", "2/3"}) {
    EXPECT_FALSE(MayBeNumber(text)) << text;
  }
}

}  // namespace
}  // namespace tranche
