#include "engine/layout/file_plan.h"

#include <string>

#include "engine/layout/column_finder.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/layout/table_reading.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::string Plain(const std::string& more) { return std::string(kPlainLayout) + more; }

TEST(FilePlan, MissingColumnsAreAllNamedWhereTheLayoutNamesThem) {
  TableReading reading;
  const TableRead read = reading.Read(
      Plain("year: Jahr\namount: Betrag\ntext: {description: Titl}\ncodes: {cofog: Titl}\n"),
      "Jahr;Titel;Soll\n2017;Roads;1\n");
  EXPECT_THAT(read.lines, IsEmpty());
  EXPECT_THAT(read.diagnostics,
              HasSubstr("layout.yaml:10:9: error: column 'Betrag' is not in data.csv"));
  EXPECT_THAT(read.diagnostics,
              HasSubstr("layout.yaml:11:21: error: column 'Titl' is not in data.csv"));
  EXPECT_THAT(read.diagnostics, HasSubstr("did you mean 'Titel'?"));
  EXPECT_THAT(read.diagnostics,
              HasSubstr("note: the columns of data.csv are 'Jahr', 'Titel', 'Soll'"));
  // The same name again says nothing new.
  EXPECT_THAT(read.diagnostics, Not(HasSubstr("layout.yaml:12:")));
}

TEST(FilePlan, AColumnMayBeNamedByItsExcelLetter) {
  TableReading reading;
  const TableRead read = reading.Read(Plain("year: A\namount: C\ntext: {description: B}\n"),
                                      "Jahr;Titel;Soll\n2017;Roads;1\n");
  ASSERT_THAT(read.lines, SizeIs(1)) << read.diagnostics;
  EXPECT_EQ(read.lines[0].cells.at("description"), "Roads");
  EXPECT_THAT(read.assumptions, Contains("column B is 'Titel' (by its letter)"));
}

TEST(ExcelColumn, LettersGoThereAndBack) {
  EXPECT_EQ(ExcelColumn("A"), 0U);
  EXPECT_EQ(ExcelColumn("Z"), 25U);
  EXPECT_EQ(ExcelColumn("AA"), 26U);
  EXPECT_EQ(ExcelColumn("a"), std::nullopt);
  EXPECT_EQ(ExcelColumn("ABCD"), std::nullopt);
  for (std::size_t position = 0; position < 2000; ++position) {
    EXPECT_EQ(ExcelColumn(ExcelLetters(position)), position);
  }
}

TEST(FilePlan, AHeaderOfThatNameGoesBeforeTheLetter) {
  TableReading reading;
  const TableRead read = reading.Read(Plain("year: year\namount: A\ntext: {description: title}\n"),
                                      "title;A;year\n5;7;2017\n");
  ASSERT_THAT(read.lines, SizeIs(1)) << read.diagnostics;
  EXPECT_EQ(read.lines[0].amount, "7");
}

TEST(FilePlan, ALetterBehindTheLastColumnIsMissing) {
  TableReading reading;
  const TableRead read = reading.Read(Plain("year: A\namount: D\ntext: {description: B}\n"),
                                      "Jahr;Titel;Soll\n2017;Roads;1\n");
  EXPECT_THAT(read.diagnostics, HasSubstr("column 'D' is not in data.csv"));
}

TEST(FilePlan, AHeaderThatStandsTwiceCannotBeNamed) {
  TableReading reading;
  const TableRead read =
      reading.Read(Plain("year: year\namount: sum\ntext: {description: title}\n"),
                   "year;title;sum;sum\n2017;Roads;1;2\n");
  EXPECT_THAT(read.diagnostics,
              HasSubstr("column 'sum' stands twice in data.csv, as column C and as column D"));
  EXPECT_THAT(read.lines, IsEmpty());
}

TEST(FilePlan, AHeaderThatStandsTwiceAndIsNotNamedDoesNoHarm) {
  TableReading reading;
  const TableRead read =
      reading.Read(Plain("year: year\namount: sum\ntext: {description: title}\n"),
                   "year;title;sum;x;x\n2017;Roads;1;2;3\n");
  EXPECT_THAT(read.lines, SizeIs(1));
}

TEST(FilePlan, YearColumnsThatAreNotThereAreAnErrorWithTheHeader) {
  TableReading reading;
  const TableRead read = reading.Read(
      Plain("year: {value: 2017}\namount: {columns: '/\\d{4}/'}\ntext: {description: title}\n"),
      "title;y2017\nRoads;1\n");
  EXPECT_THAT(read.diagnostics, HasSubstr("no column of data.csv is a year: none fits /\\d{4}/"));
  EXPECT_THAT(read.diagnostics, HasSubstr("'y2017'"));
}

TEST(FilePlan, TwoColumnsOfOneYearAreAnError) {
  TableReading reading;
  const TableRead read =
      reading.Read(Plain("year: {value: 2017}\namount: {columns: '/.*(\\d{4})/'}\n"
                         "text: {description: title}\n"),
                   "title;plan 2017;draft 2017\nRoads;1;2\n");
  EXPECT_THAT(read.diagnostics, HasSubstr("two columns of data.csv are the year 2017: "
                                          "'plan 2017' and 'draft 2017'"));
}

TEST(FilePlan, TheYearMayStandInTheFilesName) {
  const std::string layout =
      Plain("year: {file_name: '/(\\d{4})/'}\namount: sum\ntext: {description: title}\n");
  TableReading reading;
  const TableRead read =
      reading.Read(layout, "title;sum\nRoads;1\n", {}, 1 << 20, "budget-2019.csv");
  ASSERT_THAT(read.lines, SizeIs(1)) << read.diagnostics;
  EXPECT_EQ(read.lines[0].group.year, 2019);
  EXPECT_THAT(read.assumptions, Contains("year 2019 (from the file's name)"));
  EXPECT_THAT(reading.Read(layout, "title;sum\nRoads;1\n").diagnostics,
              HasSubstr("the year stands in the file's name, but 'data.csv' has none"));
}

TEST(FilePlan, ALookupThatIsNotThereNamesThePathTried) {
  TableReading reading;
  const std::string layout = Plain(
      "year: year\namount: sum\n"
      "text: {description: {lookup: \"{year}-names.csv\", key: id, from: code, take: name}}\n");
  reading.Write("2017-names.csv", "id;title\n1;Roads\n");
  const TableRead read = reading.Read(layout, "year;sum;code\n2016;1;1\n2017;1;1\n");
  EXPECT_THAT(read.lines, IsEmpty());
  EXPECT_THAT(read.diagnostics, HasSubstr("looked for 2016-names.csv"));
  EXPECT_THAT(read.diagnostics, HasSubstr("2017-names.csv has no column 'name'"));
  EXPECT_THAT(read.diagnostics, HasSubstr("layout.yaml:11:"));
}

TEST(FilePlan, KeysOfALookupWithTwoTextsAreRecorded) {
  TableReading reading;
  reading.Write("names.csv", "id;name\n1;Roads\n1;Streets\n");
  const TableRead read = reading.Read(
      Plain("year: year\namount: sum\n"
            "text: {description: {lookup: names.csv, key: id, from: code, take: name}}\n"),
      "year;sum;code\n2016;1;1\n");
  ASSERT_THAT(read.lines, SizeIs(1)) << read.diagnostics;
  EXPECT_EQ(read.lines[0].cells.at("description"), "Roads");
  EXPECT_THAT(read.assumptions, Contains(HasSubstr("have more than one text")));
}

TEST(FilePlan, ACrosswalkMustNameNatures) {
  TableReading reading;
  reading.Write("walk.csv", "from,to\n4,transfers\n");
  const TableRead read = reading.Read(Plain("year: year\namount: sum\ntext: {description: title}\n"
                                            "nature: {crosswalk: walk.csv, from: code}\n"),
                                      "year;title;sum;code\n2016;a;1;1\n");
  EXPECT_THAT(read.diagnostics, HasSubstr("'transfers' is no nature (walk.csv, row 2)"));
}

TEST(FilePlan, NumbersThatCanBeReadInTwoWaysAreAQuestion) {
  TableReading reading;
  const TableRead read =
      reading.Read(Plain("year: year\namount: sum\ntext: {description: title}\n"),
                   "year;title;sum\n2017;Roads;1.234\n2017;Rail;5.678\n");
  EXPECT_TRUE(absl::IsInvalidArgument(read.status)) << read.status;
  EXPECT_THAT(std::string(read.status.message()), HasSubstr("data.csv"));
}

TEST(FilePlan, AStatedNumberFormatIsKept) {
  TableReading reading;
  const TableRead read =
      reading.Read(Plain("file: {decimal: \",\", group: \".\"}\nyear: year\namount: sum\n"
                         "text: {description: title}\n"),
                   "year;title;sum\n2017;Roads;1.234\n2017;Rail;5.678,5\n");
  EXPECT_EQ(read.Sum(), "6912.5") << read.status << read.diagnostics;
}

TEST(FilePlan, AFileOfAHeaderOnlyHasNoLines) {
  TableReading reading;
  const TableRead read = reading.Read(
      Plain("year: year\namount: sum\ntext: {description: title}\n"), "year;title;sum\n");
  EXPECT_TRUE(read.status.ok()) << read.status;
  EXPECT_THAT(read.lines, IsEmpty());
  EXPECT_EQ(read.account.rows_read, 0U);
}

}  // namespace
}  // namespace tranche
