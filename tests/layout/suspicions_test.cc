#include <string>
#include <vector>

#include "engine/layout/suspect_texts.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/layout/table_reading.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string With(const std::string& more = "") {
  return std::string(kPlainLayout) +
         "year: {value: 2024}\namount: amount\ntext: {description: item}\n" + more;
}

/// `count` rows of plain amounts.
std::string Rows(int count) {
  std::string rows;
  for (int i = 0; i < count; ++i) {
    rows += "A" + std::to_string(i) + ";Item;" + std::to_string(100 + i) + "\n";
  }
  return rows;
}

TEST(Suspicions, AnOrdinaryFileHasNone) {
  TableReading reading;
  EXPECT_THAT(reading.Read(With(), "code;item;amount\n" + Rows(60)).suspicions, IsEmpty());
}

TEST(Suspicions, ATotalThatCountsIsToldByItsWord) {
  TableReading reading;
  const TableRead read = reading.Read(With(), "code;item;amount\n" + Rows(3) + ";Razem:;77\n");
  EXPECT_THAT(read.suspicions,
              ElementsAre("1 row that is counted has a label like that of a total ('Razem:' in row "
                          "5): if other rows hold the same money, drop such rows `as: control`, or "
                          "it counts twice"));
}

TEST(Suspicions, ARowAsLargeAsAllOthersIsToldByItsAmount) {
  TableReading reading;
  const TableRead read =
      reading.Read(With(), "code;item;amount\n;State;606\n" + Rows(6).substr(0) + ";Odd;-9\n");
  EXPECT_THAT(read.suspicions, ElementsAre(HasSubstr("in row 2")));
  EXPECT_THAT(read.suspicions, ElementsAre(HasSubstr("equals the sum of all 7 other lines")));
}

TEST(Suspicions, AmountsWrappedAt32Bits) {
  TableReading reading;
  const TableRead read = reading.Read(
      With(), "code;item;amount\n" + Rows(9) + ";Pensions;2106000000\n;Debt;-2146516296\n");
  EXPECT_THAT(read.suspicions, ElementsAre(HasSubstr("-2146516296 in row 12")));
  const TableRead cut = reading.Read(With(), "code;item;amount\n" + Rows(9) + ";A;2147483647\n");
  EXPECT_THAT(cut.suspicions, ElementsAre(HasSubstr("2147483647 in row 11")));
}

TEST(Suspicions, LostZerosTellThousandsFromDecimals) {
  TableReading reading;
  const TableRead read = reading.Read(
      With(), "code;item;amount\n;A;1.234\n;B;12.345\n;C;12.34\n;D;0.125\n;E;5.5\n;F;7.001\n");
  EXPECT_THAT(read.suspicions, ElementsAre(HasSubstr("4 amounts of 'amount' have exactly three "
                                                     "digits behind '.' and 2 have fewer ('12.34' "
                                                     "in row 4)")));
  EXPECT_THAT(reading
                  .Read(With("file: {decimal: \".\"}\n"),
                        "code;item;amount\n;A;1.234\n;B;12.345\n;C;12.34\n")
                  .suspicions,
              IsEmpty());
}

TEST(Suspicions, AFewExponentsAmongPlainNumbers) {
  TableReading reading;
  const TableRead read = reading.Read(With(), "code;item;amount\n" + Rows(40) + ";A;7,79E+12\n");
  EXPECT_THAT(read.suspicions, ElementsAre(HasSubstr("'7,79E+12' in row 42")));
}

TEST(Suspicions, CodesThatASpreadsheetTookForDatesAndNumbers) {
  TableReading reading;
  const TableRead read =
      reading.Read(With("codes: {esp-code: code}\n"),
                   "code;item;amount\n" + Rows(60) + "Dec-66;A;1\n5.00E+03;B;2\n");
  EXPECT_THAT(read.suspicions,
              ElementsAre(HasSubstr("2 codes look as if a spreadsheet had taken it "
                                    "for a date or a number ('Dec-66' in row 62)")));
}

TEST(Suspicions, AUnitAboveTheDataThatTheLayoutDoesNotHave) {
  TableReading reading;
  const std::string table = "code;item;amount\n" + Rows(3);
  const std::string thousands = "code;item;amount (tys. zł)\n" + Rows(3);
  const std::string layout =
      std::string(kPlainLayout) + "year: {value: 2024}\namount: C\ntext: {description: item}\n";
  EXPECT_THAT(reading.Read(layout, thousands).suspicions,
              ElementsAre(HasSubstr("speak of thousands ('amount (tys. zł)'), but the layout reads "
                                    "amounts in units of 1: check `unit:`")));
}

TEST(SuspectTexts, LabelsOfSumsInManyLanguages) {
  const SumLabels labels;
  for (const char* label : {"Total", "TOTAAL", "Summe Kapitel 12", "Insgesamt", "Razem:", "Celkem",
                            "Összesen", "Σύνολο", "ΣΥΝΟΛΟ", "i alt", "Iš viso", "Sub-total",
                            "Grand Total (all ministries)", "Вкупно"}) {
    EXPECT_TRUE(labels.Contain(label)) << label;
  }
  for (const char* label : {"Total defence", "Roads", "Totalförsvar", "", "Summary", "Sumava"}) {
    EXPECT_FALSE(labels.Contain(label)) << label;
  }
}

TEST(SuspectTexts, CodesThatWereConverted) {
  for (const char* code :
       {"01-Dec", "Dec-66", "1-Okt-24", "5.00E+03", "5E+03", "2024-12-01 00:00:00"}) {
    EXPECT_TRUE(LooksConverted(code)) << code;
  }
  for (const char* code : {"", "02.10", "12-AB", "5E03", "A+1", "2024-12", "464B"}) {
    EXPECT_FALSE(LooksConverted(code)) << code;
  }
}

}  // namespace
}  // namespace tranche
