#include <string>
#include <string_view>

#include "engine/source/input_file.h"
#include "engine/source/table_head.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/zip_file.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

struct SheetText {
  std::string csv;  ///< or why there is none
  std::vector<std::string> assumptions;
};

SheetText ReadBook(const ZipParts& parts, const std::string& sheet = "") {
  const std::string bytes = Zipped(parts);
  const auto input = InputFile::OfBytes("book.ods", bytes);
  if (!input.ok()) return {std::string(input.status().message()), {}};
  DialectHints hints;
  hints.sheet = sheet;
  const auto head = ReadTableHead(**input, hints);
  if (!head.ok()) return {std::string(head.status().message()), {}};
  auto text = ReadWhole(**input, 64, "");
  if (!text.ok()) return {std::string(text.status().message()), {}};
  return {*std::move(text), head->assumptions};
}

SheetText ReadRows(std::string_view rows) {
  return ReadBook(
      OdsParts("<table:table table:name=\"Data\">" + std::string(rows) + "</table:table>"));
}

TEST(Ods, ReadsEachTypeOfCellAsItIsStored) {
  const SheetText text = ReadRows(
      R"(<table:table-row>)"
      R"(<table:table-cell office:value-type="float" office:value="1234.5600000000001"><text:p>1.235</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="currency" office:value="-7"><text:p>-7,00 €</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="percentage" office:value="0.05"><text:p>5 %</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="date" office:date-value="2010-10-02T00:00:00"><text:p>2.10.</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b<text:tab/>c</text:p><text:p>d<text:span>e</text:span></text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="float" office:value="20"><text:p>020</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>)"
      R"(</table:table-row>)");
  EXPECT_EQ(text.csv, "1234.56,-7,0.05,2010-10-02,TRUE,\"a  b\tc\nde\",020,#REF!\n");
  EXPECT_THAT(text.assumptions, Contains("1 cell holds an error (first: H1, #REF!)"));
}

TEST(Ods, RepeatsWhatIsRepeatedAndCountsEmptyRowsForNothing) {
  const SheetText text = ReadRows(
      R"(<table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2"/>)"
      R"(<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell>)"
      R"(<table:table-cell table:number-columns-repeated="16380"/></table:table-row></table:table-header-rows>)"
      R"(<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>)"
      R"(<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="5"/></table:table-row>)"
      R"(<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>)");
  EXPECT_EQ(text.csv, ",,x,x\n\n\n5,,,\n5,,,\n");
}

TEST(Ods, PassesNotesAndDrawingsOver) {
  const SheetText text = ReadRows(
      R"(<table:shapes><draw:frame><text:p>picture</text:p></draw:frame></table:shapes>)"
      R"(<table:table-row><table:table-cell office:value-type="string">)"
      R"(<office:annotation><text:p>a note</text:p></office:annotation><text:p>Army</text:p></table:table-cell></table:table-row>)");
  EXPECT_EQ(text.csv, "Army\n");
}

TEST(Ods, SaysWhatIsHiddenMergedOrWithoutResult) {
  const SheetText text = ReadRows(
      R"(<table:table-column/><table:table-column table:visibility="collapse"/>)"
      R"(<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>both</text:p></table:table-cell>)"
      R"(<table:covered-table-cell/></table:table-row>)"
      R"x(<table:table-row table:visibility="filter"><table:table-cell table:formula="of:=SUM([.A9])"/>)x"
      R"(<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1"/></table:table-row>)");
  EXPECT_EQ(text.csv, "both,both\nof:=SUM([.A9]),1\n");
  EXPECT_THAT(text.assumptions, Contains("1 hidden row counts like any other (first: row 2)"));
  EXPECT_THAT(text.assumptions, Contains("1 hidden column is read (B)"));
  EXPECT_THAT(text.assumptions, Contains(HasSubstr("1 formula has no result in the file")));
}

TEST(Ods, LeavesHiddenSheetsAloneUnlessNamed) {
  const ZipParts parts = OdsParts(
      R"(<table:table table:name="Old" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>)"
      R"(<table:table table:name="New" table:style-name="ta1"><table:table-row><table:table-cell office:value-type="float" office:value="2"/></table:table-row></table:table>)",
      R"(<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>)"
      R"(<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>)");
  EXPECT_EQ(ReadBook(parts).csv, "2\n");
  EXPECT_EQ(ReadBook(parts, "Old").csv, "1\n");
  EXPECT_EQ(ReadBook(parts, "1").csv, "1\n");
}

TEST(BrokenOds, IsExplained) {
  ZipParts parts = OdsParts("");
  EXPECT_THAT(ReadBook(parts).csv, HasSubstr("is an OpenDocument file without sheets"));
  ZipParts text = OdsParts(R"(<table:table table:name="In a letter"/>)");
  text[0].second = "application/vnd.oasis.opendocument.text";
  EXPECT_THAT(ReadBook(text).csv, HasSubstr("is an OpenDocument file without sheets"));
  parts.emplace_back("META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>");
  EXPECT_THAT(ReadBook(parts).csv, HasSubstr("is protected by a password"));
  EXPECT_THAT(ReadRows("<table:table-row>").csv, HasSubstr("content.xml is damaged or cut off"));
}

}  // namespace
}  // namespace tranche
