#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/layout/table_reading.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A layout with a single amount column, and what a test adds.
std::string Single(const std::string& more = "") {
  return std::string(kPlainLayout) + "year: year\namount: amount\ntext: {description: title}\n" +
         more;
}

/// Two years back, the year before, the budget year and the year after.
constexpr std::string_view kWide = R"(country: USA
currency: USD
unit: 1000
year: {value: 2016}
amount:
  columns: '/\d{4}/'
  phase: {..-2: outturn, -1: revised, 0: draft, 1..: outlook}
  drop: {TQ: transition quarter}
text: {description: title}
)";
constexpr std::string_view kWideHeader = "title,2014,TQ,2015,2016,2017\n";

std::vector<std::string> Lines(const TableRead& read) {
  std::vector<std::string> lines;
  for (const LineRead& line : read.lines) {
    lines.push_back(std::to_string(line.group.year) + " " +
                    std::string(PhaseName(line.group.phase)) + " " + line.amount);
  }
  return lines;
}

std::vector<std::string> Rejections(const TableRead& read) {
  std::vector<std::string> texts;
  for (const RejectedRow& row : read.rejected) {
    texts.push_back(std::to_string(row.row) + " " + row.column + ": " + row.reason);
  }
  return texts;
}

TEST(LineBuilder, ARowIsALineOfItsYear) {
  TableReading reading;
  const TableRead read =
      reading.Read(Single(), "year;title;amount\n2016;Roads;1,5\n2017;Rail;-2,25\n");
  EXPECT_THAT(Lines(read), ElementsAre("2016 adopted 1.5", "2017 adopted -2.25"));
  EXPECT_EQ(read.lines[1].cells.at("description"), "Rail");
  EXPECT_EQ(read.account.rows_read, 2U);
  EXPECT_EQ(read.account.lines, 2U);
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, TransferRowsAreDroppedWithTheirSum) {
  TableReading reading;
  const TableRead read = reading.Read(
      Single("rows:\n  drop: [{column: title, starts_with: Transfer, because: internal transfer}]\n"
             "  keep: [{column: kind, equals: [spending, loan], otherwise: revenue}]\n"),
      "year;kind;title;amount\n2017;spending;Roads;10\n2017;spending;Transfer to A;5\n"
      "2017;revenue;Transfer to B;7\n2017; loan ;Transfers;1\n2017;spending;Transfer;x\n");
  EXPECT_EQ(read.RowsDropped("internal transfer"), "3: 6");
  EXPECT_EQ(read.RowsDropped("revenue"), "1: 7");
  EXPECT_EQ(read.Sum(), "10");
  EXPECT_THAT(read.rejected, IsEmpty());
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, BlankRowsAreDroppedAndCounted) {
  TableReading reading;
  const TableRead read = reading.Read(Single(), "year;title;amount\n\n2017;Roads;10\n\n");
  EXPECT_EQ(read.RowsDropped("blank row"), "2: 0");
  EXPECT_EQ(read.lines[0].row, 1U);
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, AnAmountThatIsNoNumberIsARejectedRow) {
  TableReading reading;
  const TableRead read = reading.Read(Single(), "year;title;amount\n2017;Roads;n/a\n2017;Rail;1\n");
  EXPECT_THAT(Rejections(read), ElementsAre("0 amount: amount 'n/a' is no number"));
  EXPECT_EQ(read.rejected[0].text, "2017;Roads;n/a");
  EXPECT_EQ(read.rejected[0].offset_bytes, 18U);
  EXPECT_EQ(read.account.rows_rejected, 1U);
  EXPECT_EQ(read.account.cells_used, 1U);
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, RejectedRowsOfBothKindsComeInTheOrderOfTheFile) {
  TableReading reading;
  const TableRead read = reading.Read(
      Single(), "year;title;amount\n2017;Roads;n/a\n2017;too;many;cells\n2017;Rail;?\n");
  ASSERT_THAT(read.rejected, SizeIs(3));
  EXPECT_EQ(read.rejected[0].row, 0U);
  EXPECT_EQ(read.rejected[1].row, 1U);
  EXPECT_EQ(read.rejected[2].row, 2U);
  EXPECT_EQ(read.account.rows_rejected, 3U);
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, AnEmptyAmountIsCountedAndZeroIsALine) {
  TableReading reading;
  const TableRead read =
      reading.Read(Single(), "year;title;amount\n2017;Roads;\n2017;Rail;0\n2017;Ports;-\n");
  EXPECT_THAT(Lines(read), ElementsAre("2017 adopted 0"));
  EXPECT_EQ(read.account.cells_empty, 2U);
  EXPECT_EQ(read.account.rows_used, 3U);
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, YearColumnsGiveALinePerCell) {
  TableReading reading;
  const TableRead read = reading.Read(kWide, std::string(kWideHeader) + "Roads,1,9,2,3,4\n");
  EXPECT_THAT(Lines(read), ElementsAre("2014 outturn 1000", "2015 revised 2000", "2016 draft 3000",
                                       "2017 outlook 4000"));
  EXPECT_EQ(read.lines[3].row, 0U);
  const CountedSum quarter =
      read.account.cells_dropped.at({"transition quarter", *CurrencyCode::Parse("USD")});
  EXPECT_EQ(quarter.count, 1U);
  EXPECT_EQ(quarter.sum, Amount::FromUnits(9000));
  EXPECT_EQ(read.account.cells_used, 5U);
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, ABadCellBesideGoodOnesIsRejectedAlone) {
  TableReading reading;
  const TableRead read = reading.Read(kWide, std::string(kWideHeader) + "Roads,1,9,2x,,4\n");
  EXPECT_THAT(Lines(read), ElementsAre("2014 outturn 1000", "2017 outlook 4000"));
  EXPECT_THAT(Rejections(read), ElementsAre("0 2015: amount '2x' is no number"));
  EXPECT_EQ(read.account.rows_rejected, 0U);
  EXPECT_EQ(read.account.cells_rejected, 1U);
  EXPECT_EQ(read.account.cells_empty, 1U);
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, ARowWithoutAnyGoodCellIsRejected) {
  TableReading reading;
  const TableRead read = reading.Read(kWide, std::string(kWideHeader) + "Roads,a,b,c,d,e\n");
  EXPECT_THAT(Rejections(read), ElementsAre("0 2014: amount 'a' is no number"));
  EXPECT_EQ(read.account.rows_rejected, 1U);
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, LinesThatNobodyAskedForAreCountedAndSummed) {
  LineSelection selection;
  selection.years = {2016};
  TableReading reading;
  const TableRead read =
      reading.Read(kWide, std::string(kWideHeader) + "Roads,1,9,2,3,4\nRail,5,9,6,,8\n", selection);
  EXPECT_THAT(Lines(read), ElementsAre("2016 draft 3000"));
  EXPECT_EQ(read.account.lines_not_asked, 6U);
  EXPECT_EQ(read.account.rows_used, 2U);
  const LineGroup of_2014{*CountryCode::Parse("USA"), 2014, Phase::kOutturn,
                          *CurrencyCode::Parse("USD")};
  EXPECT_EQ(read.account.read_by_group.at(of_2014).sum, Amount::FromUnits(6000));
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, PhasesCanBeSelected) {
  LineSelection selection;
  selection.phases = {Phase::kOutturn, Phase::kOutlook};
  TableReading reading;
  const TableRead read =
      reading.Read(kWide, std::string(kWideHeader) + "Roads,1,9,2,3,4\n", selection);
  EXPECT_THAT(Lines(read), ElementsAre("2014 outturn 1000", "2017 outlook 4000"));
}

TEST(LineBuilder, AmountColumnsHaveTheirOwnPhaseAndYear) {
  TableReading reading;
  const TableRead read =
      reading.Read(std::string(kPlainLayout) +
                       "year: year\ntext: {description: title}\n"
                       "amount: [{column: a1}, {column: a2, phase: outlook, year: +1}]\n",
                   "year;title;a1;a2\n2016;Roads;10;20\n");
  EXPECT_THAT(Lines(read), ElementsAre("2016 adopted 10", "2017 outlook 20"));
}

TEST(LineBuilder, CountryCurrencyPhaseAndUnitMayComeFromColumns) {
  TableReading reading;
  const TableRead read = reading.Read(
      "country: {column: land}\ncurrency: {column: money, values: {sterling: GBP, euro: EUR}}\n"
      "unit: {column: unit, values: {million: 1000000, x1000: 1000}}\n"
      "phase: {column: stage}\nyear: {value: 2024}\namount: amount\ntext: {description: title}\n",
      "land;money;unit;stage;title;amount\nGBR;sterling;million;draft;Roads;1,5\n"
      "DEU;euro;x1000;outturn;Rail;2\nGBR;sterling;x1000;draft;Ports;3\n");
  EXPECT_THAT(Lines(read),
              ElementsAre("2024 draft 1500000", "2024 outturn 2000", "2024 draft 3000"));
  EXPECT_EQ(read.lines[0].group, read.lines[2].group);
  EXPECT_EQ(read.lines[0].group.currency.ToString(), "GBP");
  EXPECT_EQ(read.lines[1].group.country.ToString(), "DEU");
}

TEST(LineBuilder, ARowOfUnknownCountryCurrencyUnitPhaseOrYearIsRejectedWithWhatWasExpected) {
  TableReading reading;
  const TableRead read = reading.Read(
      "country: {column: land}\ncurrency: {column: money, values: {euro: EUR}}\n"
      "unit: {column: unit}\nphase: {column: stage}\nyear: year\namount: amount\n"
      "text: {description: title}\n",
      "land;money;unit;stage;year;title;amount\n"
      "XXQ;euro;1;draft;2024;a;1\nDEU;dollar;1;draft;2024;b;1\nDEU;euro;0;draft;2024;c;1\n"
      "DEU;euro;1;planned;2024;d;1\nDEU;euro;1;draft;;e;1\nDEU;euro;1000;draft;2024;f;1\n");
  EXPECT_THAT(
      Rejections(read),
      ElementsAre("0 land: country 'XXQ' is unknown; expected three letters of ISO 3166, like POL",
                  "1 money: currency 'dollar' is unknown; the layout knows 'euro'",
                  "2 unit: unit '0' is unknown; expected a whole number, like 1000",
                  "3 stage: phase 'planned' is unknown; expected draft, adopted, revised, outturn "
                  "or outlook",
                  "4 year: year is empty; expected four digits, like 2025"));
  EXPECT_EQ(read.account.rows_rejected, 5U);
  EXPECT_EQ(read.Sum(), "1000");
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST(LineBuilder, CellsAreTrimmedAndCodesThatAreEmptyAreNotThere) {
  TableReading reading;
  const TableRead read = reading.Read(
      Single("codes: {cofog: code, esp-both: {join: [code, sub], with: \".\"}}\n"
             "fields: {flow: flow}\nkey: [code, sub]\n"),
      "year;title;amount;code;sub;flow\n2017; Roads ;1;04;5;\n2017;;1;;5;x\n2017;Rail;1;04;;x\n");
  ASSERT_THAT(read.lines, SizeIs(3));
  EXPECT_EQ(read.lines[0].cells.at("description"), "Roads");
  EXPECT_EQ(read.lines[0].cells.at("esp-both"), "04.5");
  EXPECT_EQ(read.lines[0].cells.at("flow"), "");
  EXPECT_EQ(read.lines[0].cells.at("key"), "04|5");
  EXPECT_EQ(read.lines[1].cells.at("description"), "");
  EXPECT_EQ(read.lines[1].cells.at("cofog"), std::nullopt);
  EXPECT_EQ(read.lines[1].cells.at("esp-both"), std::nullopt);
  EXPECT_EQ(read.lines[2].cells.at("esp-both"), "04");
}

TEST(LineBuilder, ACrosswalkTakesTheLongestBeginningOfACode) {
  TableReading reading;
  reading.Write("walk.csv", "from,to\n4,transfer\n46,capital\n461,loan\n");
  const TableRead read = reading.Read(
      Single("nature: {crosswalk: walk.csv, from: code}\n"),
      "year;title;amount;code\n2017;a;1;461\n2017;b;1;4600\n2017;c;1;4\n2017;d;1;5\n2017;e;1;\n");
  ASSERT_THAT(read.lines, SizeIs(5)) << read.diagnostics;
  EXPECT_EQ(read.lines[0].cells.at("nature"), "loan");
  EXPECT_EQ(read.lines[1].cells.at("nature"), "capital");
  EXPECT_EQ(read.lines[2].cells.at("nature"), "transfer");
  EXPECT_EQ(read.lines[3].cells.at("nature"), std::nullopt);
  EXPECT_EQ(read.lines[4].cells.at("nature"), std::nullopt);
  EXPECT_THAT(read.companion_names, ElementsAre("walk.csv"));
}

TEST(LineBuilder, DottedCodesOfACrosswalkEndAtADot) {
  TableReading reading;
  reading.Write("walk.csv", "from,to\n04.5,04.5.1\n");
  const TableRead read = reading.Read(Single("codes: {cofog: {crosswalk: walk.csv, from: code}}\n"),
                                      "year;title;amount;code\n2017;a;1;04.51\n2017;b;1;04.5.2\n");
  ASSERT_THAT(read.lines, SizeIs(2)) << read.diagnostics;
  EXPECT_EQ(read.lines[0].cells.at("cofog"), std::nullopt);
  EXPECT_EQ(read.lines[1].cells.at("cofog"), "04.5.1");
}

TEST(LineBuilder, ALookupGivesEachYearItsOwnTexts) {
  TableReading reading;
  reading.Write("2016-names.csv", "id;name\n1;Old roads\n;nobody\n");
  reading.Write("2017-names.csv", "id;name\n1;New roads\n");
  const TableRead read = reading.Read(
      std::string(kPlainLayout) +
          "year: year\namount: amount\n"
          "text: {description: {lookup: \"{year}-names.csv\", key: id, from: code, take: name}}\n",
      "year;amount;code\n2017;1;1\n2016;1;1\n2016;1;9\n2017;1;\n");
  ASSERT_THAT(read.lines, SizeIs(4)) << read.diagnostics;
  EXPECT_EQ(read.lines[0].cells.at("description"), "New roads");
  EXPECT_EQ(read.lines[1].cells.at("description"), "Old roads");
  EXPECT_EQ(read.lines[2].cells.at("description"), "");
  EXPECT_EQ(read.lines[3].cells.at("description"), "");
  EXPECT_THAT(read.companion_names, ElementsAre("2016-names.csv", "2017-names.csv"));
}

TEST(LineBuilder, WhatRoundingTakesAwayIsSummed) {
  TableReading reading;
  const TableRead read =
      reading.Read(Single(), "year;title;amount\n2017;a;1,0000004\n2017;b;2,00000025\n");
  EXPECT_EQ(read.Sum(), "3");
  EXPECT_EQ(read.account.rounded_off_picos, 650000);
}

TEST(LineBuilder, ASumThatLeaves128BitsIsRemembered) {
  TableReading reading;
  std::string table = "year;title;amount\n";
  const std::string huge = "150" + std::string(30, '0');
  for (int i = 0; i < 3; ++i) table += "2017;a;" + huge + "\n";
  const TableRead read = reading.Read(Single(), table);
  ASSERT_THAT(read.rejected, IsEmpty());
  EXPECT_TRUE(read.account.overflow);
}

TEST(LineBuilder, BatchesOfOneBuilderDoNotRunIntoOneAnother) {
  std::string table = "year;title;amount;code;sub\n";
  for (int i = 0; i < 50; ++i) {
    table += "2017;title " + std::to_string(i) + ";1;c" + std::to_string(i) + ";s\n";
  }
  TableReading reading;
  const std::string layout = Single("codes: {esp-both: {join: [code, sub], with: \"-\"}}\n");
  for (const std::size_t size : {1U, 40U, 1000000U}) {
    const TableRead read = reading.Read(layout, table, {}, size);
    ASSERT_THAT(read.lines, SizeIs(50));
    EXPECT_EQ(read.lines[49].row, 49U);
    EXPECT_EQ(read.lines[49].cells.at("esp-both"), "c49-s");
    EXPECT_EQ(read.account.rows_read, 50U);
  }
}

}  // namespace
}  // namespace tranche
