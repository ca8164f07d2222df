#include "engine/layout/row_groups.h"

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

std::string With(const std::string& rows) {
  return std::string(kPlainLayout) + "year: {value: 2024}\namount: amount\n" +
         "text: {description: item}\nrows:\n  " + rows + "\n";
}

std::vector<std::string> Labels(const TableRead& read) {
  std::vector<std::string> labels;
  for (const LineRead& line : read.lines) labels.push_back(*line.cells.at("description"));
  return labels;
}

TEST(Level, OnlyCodesOfOneLengthAreLines) {
  TableReading reading;
  const TableRead read =
      reading.Read(With("level: {column: code, length: 2}"),
                   "code;item;amount\n1;A;7\n11;B;4\n12;C;3\n121;D;1\n122;E;2\n;F;9\n");
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_THAT(Labels(read), ElementsAre("B", "C"));
  EXPECT_EQ(read.RowsDropped("another level: a code of 1 characters"), "1: 7");
  EXPECT_EQ(read.RowsDropped("another level: a code of 3 characters"), "2: 3");
  EXPECT_EQ(read.RowsDropped("another level: no code"), "1: 9");
  EXPECT_THAT(read.account.Violations(), IsEmpty());
  EXPECT_THAT(read.suspicions, IsEmpty());
}

TEST(Level, SegmentsAreCountedWhereCodesHaveThem) {
  TableReading reading;
  const TableRead read =
      reading.Read(With("level: {column: code, segments: 2}"),
                   "code;item;amount\n04;A;7\n04.5;B;7\n04.5.1;C;7\n10;D;1\n10.12;E;1\n");
  EXPECT_THAT(Labels(read), ElementsAre("B", "E"));
}

TEST(Level, ALevelAboveThatDoesNotAddUpIsToldWithTheDifference) {
  TableReading reading;
  const TableRead read = reading.Read(With("level: {column: code, length: 2}"),
                                      "code;item;amount\n1;A;10\n11;B;4\n12;C;3\n");
  EXPECT_THAT(read.suspicions,
              ElementsAre("the level above (another level: a code of 1 characters) adds up to EUR "
                          "10, the one that is read to 7, difference 3; `leaves_of` keeps what the "
                          "level that is read lacks"));
}

TEST(OncePer, AnAmountThatEachRowRepeatsCountsOnce) {
  TableReading reading;
  const std::string layout = With("once_per: [ministry, programme]");
  const std::string table =
      "ministry;programme;item;amount\nA;1;first;10\nA;1;again;10\nA;2;second;10\nB;1;third;5\n"
      "A;1;later;10\nA;1;empty;\n";
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{1} << 20}) {
    const TableRead read = reading.Read(layout, table, {}, chunk);
    EXPECT_EQ(read.diagnostics, "");
    EXPECT_THAT(Labels(read), ElementsAre("first", "second", "third"));
    EXPECT_EQ(read.RowsDropped("repeats the amount of its group"), "2: 20");
    EXPECT_EQ(read.account.cells_empty, 1U);
    EXPECT_THAT(read.account.Violations(), IsEmpty());
  }
}

TEST(OncePer, ARowThatContradictsItsGroupIsRejected) {
  TableReading reading;
  const TableRead read = reading.Read(With("once_per: ministry"),
                                      "ministry;item;amount\nA;first;10\nB;x;1\nA;other;11\n");
  EXPECT_EQ(read.Sum(), "11");
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_EQ(read.rejected[0].column, "amount");
  EXPECT_EQ(read.rejected[0].reason,
            "the amount is not that of row 2, though both are of one group of `once_per`");
}

TEST(Versions, TheLastOfTheFileIsRead) {
  TableReading reading;
  const TableRead read = reading.Read(
      With("versions: {column: date, use: last}"),
      "date;item;amount\n2014-10-01;new;2\n2014-01-01;old;1\n2014-01-01;gone;5\n;none;7\n");
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_THAT(Labels(read), ElementsAre("new"));
  EXPECT_EQ(read.RowsDropped("an earlier version"), "3: 13");
  EXPECT_THAT(read.assumptions,
              ::testing::Contains("of the versions 2014-01-01, 2014-10-01 the last is used"));
}

TEST(Versions, TheLastOfEachLineIsReadWhereLinesAreChangedOneByOne) {
  TableReading reading;
  const TableRead read =
      reading.Read(With("versions: {column: version, use: last, within: code}"),
                   "version;code;item;amount\n9;1;old;1\n10;1;new;2\n9;2;only;5\n");
  EXPECT_THAT(Labels(read), ElementsAre("new", "only"));
}

TEST(Versions, ANamedVersionIsReadAndMustBeThere) {
  TableReading reading;
  const std::string table = "version;item;amount\nlaw;a;1\nchange;b;2\n";
  EXPECT_THAT(Labels(reading.Read(With("versions: {column: version, use: law}"), table)),
              ElementsAre("a"));
  EXPECT_THAT(reading.Read(With("versions: {column: version, use: laws}"), table).diagnostics,
              HasSubstr("no row of data.csv is of the version 'laws'"));
}

TEST(Versions, AreOrderedAsNumbersDatesAndTexts) {
  EXPECT_TRUE(IsEarlierVersion("9", "10"));
  EXPECT_TRUE(IsEarlierVersion("31.1.2014", "01.10.2014"));
  EXPECT_TRUE(IsEarlierVersion("2014-09-30", "2014-10-01"));
  EXPECT_FALSE(IsEarlierVersion("10", "9"));
}

TEST(Versions, DatesWithSlashesAreAQuestion) {
  TableReading reading;
  EXPECT_THAT(reading
                  .Read(With("versions: {column: date, use: last}"),
                        "date;item;amount\n01/02/2014;a;1\n02/01/2014;b;2\n")
                  .diagnostics,
              HasSubstr("it cannot be told which of these versions is the last"));
}

TEST(HeaderPhases, ATitleMayNamePhaseAndYear) {
  TableReading reading;
  const std::string layout =
      "country: DEU\ncurrency: EUR\nyear: {value: 2024}\ntext: {description: item}\namount:\n"
      "  columns: '/(?<phase>BA|IST) (?<year>\\d{4})/'\n  phases: {BA: adopted, IST: outturn}\n";
  const TableRead read = reading.Read(layout, "item;BA 2023;IST 2023;BA 2024\nRoads;1;2;3\n");
  EXPECT_EQ(read.diagnostics, "");
  std::vector<std::string> lines;
  for (const LineRead& line : read.lines) {
    lines.push_back(std::to_string(line.group.year) + std::string(PhaseName(line.group.phase)) +
                    line.amount);
  }
  EXPECT_THAT(lines, ElementsAre("2023adopted1", "2023outturn2", "2024adopted3"));
  EXPECT_THAT(reading.Read(layout, "item;BA 2023;IST 2023\n;1;2\n").diagnostics, "");
}

TEST(HeaderPhases, AWordWithoutAPhaseIsReported) {
  TableReading reading;
  EXPECT_THAT(
      reading
          .Read(
              "country: DEU\ncurrency: EUR\nyear: {value: 2024}\ntext: {description: item}\n"
              "amount:\n  columns: '/(?<phase>[A-Z]+) (?<year>\\d{4})/'\n  phases: {BA: adopted}\n",
              "item;BA 2023;IST 2023\nRoads;1;2\n")
          .diagnostics,
      HasSubstr("the layout does not say which phase 'IST' is, in the column 'IST 2023'"));
}

}  // namespace
}  // namespace tranche
