#include "engine/source/row_block.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/parsed_table.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

CsvDialect WithLineEnd(LineEnd line_end) {
  CsvDialect dialect;
  dialect.line_end = line_end;
  return dialect;
}

CsvDialect WithEncoding(Encoding encoding) {
  CsvDialect dialect;
  dialect.encoding = encoding;
  return dialect;
}

TEST(RowParser, KeepsSpacesAndEmptyCells) {
  const ParsedTable table = ParseText(" a ,,c\n,,\n", MakeHead(3));
  EXPECT_THAT(table.GoodRows(), ElementsAre(ElementsAre(" a ", "", "c"), ElementsAre("", "", "")));
}

TEST(RowParser, ReadsQuotedCells) {
  const ParsedTable table =
      ParseText("\"a,b\",\"say \"\"hi\"\"\"\n\"\",\"two\nlines\"\n", MakeHead(2));
  EXPECT_THAT(table.GoodRows(),
              ElementsAre(ElementsAre("a,b", "say \"hi\""), ElementsAre("", "two\nlines")));
  EXPECT_EQ(table.rows[1].text, "\"\",\"two\nlines\"");
}

TEST(RowParser, TakesAQuoteInsideAnUnquotedCellAsContent) {
  const ParsedTable table = ParseText("5\" pipe,x \"y\" z\n", MakeHead(2));
  EXPECT_THAT(table.GoodRows(), ElementsAre(ElementsAre("5\" pipe", "x \"y\" z")));
}

TEST(RowParser, PassesOverSpacesBehindAClosingQuote) {
  const ParsedTable table = ParseText("\"a\"  ,\"b\" \r\n", MakeHead(2));
  EXPECT_THAT(table.GoodRows(), ElementsAre(ElementsAre("a", "b")));
}

TEST(RowParser, ReadsEveryKindOfLineEnd) {
  const auto rows = ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d"));
  EXPECT_THAT(ParseText("a,b\nc,\"d\"\n", MakeHead(2)).GoodRows(), rows);
  EXPECT_THAT(ParseText("a,b\r\nc,\"d\"\r\n", MakeHead(2)).GoodRows(), rows);
  EXPECT_THAT(ParseText("a,b\nc,\"d\"\r\n", MakeHead(2)).GoodRows(), rows);
  EXPECT_THAT(ParseText("a,\"b\"\r\r\nc,d\r\r\n", MakeHead(2)).GoodRows(), rows);
  EXPECT_THAT(ParseText("a,b\nc,d", MakeHead(2)).GoodRows(), rows) << "no last line end";
  EXPECT_THAT(ParseText("a,b\nc,\"d\"\r", MakeHead(2)).GoodRows(), rows);
  EXPECT_THAT(ParseText("a,b\rc,\"d\"\r", MakeHead(2, WithLineEnd(LineEnd::kCr))).GoodRows(), rows);
  EXPECT_THAT(ParseText("a,b\r\nc,d\r\n", MakeHead(2, WithLineEnd(LineEnd::kCrLf))).GoodRows(),
              rows);
}

TEST(RowParser, CountsBlankRowsAndGoesOn) {
  const ParsedTable table = ParseText("\na,b\n\r\n\nc,d\n", MakeHead(2));
  EXPECT_EQ(table.blank_rows, 3u);
  EXPECT_EQ(table.rows_read, 5u);
  EXPECT_THAT(table.Rejected(), IsEmpty());
  EXPECT_EQ(table.rows[0].row, 1u);
  EXPECT_EQ(table.rows[1].row, 4u);
  EXPECT_EQ(table.rows[1].offset_bytes, 8u);
}

TEST(RowParser, RejectsRowsWithAnotherNumberOfCells) {
  const ParsedTable table = ParseText("a,b\nx\na,b,c\nc,d\n", MakeHead(2));
  EXPECT_THAT(table.GoodRows(), ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d")));
  EXPECT_THAT(
      table.Rejected(),
      ElementsAre(ParsedRow{1, 4, true, {}, "has 1 cell where the header has 2", "", "x"},
                  ParsedRow{2, 6, true, {}, "has 3 cells where the header has 2", "", "a,b,c"}));
}

TEST(RowParser, RejectsOnlyTheLineOfAStrayQuote) {
  const ParsedTable table = ParseText("a,b\n\"x\"y,1\nc,d\n7,\"open\ne,f\n", MakeHead(2));
  EXPECT_THAT(table.GoodRows(),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d"), ElementsAre("e", "f")));
  EXPECT_THAT(
      table.Rejected(),
      ElementsAre(
          ParsedRow{1, 4, true, {}, "cell 1 goes on behind its closing quote", "c1", "\"x\"y,1"},
          ParsedRow{3,
                    15,
                    true,
                    {},
                    "the quote that opens cell 2 is not closed properly",
                    "c2",
                    "7,\"open"}));
}

TEST(RowParser, DoesNotLetTwoStrayQuotesSwallowTheRowsBetween) {
  // The second quote would close the cell of the first one, with four cells in all.
  const ParsedTable table = ParseText("1,\"a\n2,b\n3,\",c\n4,d\n", MakeHead(2));
  EXPECT_THAT(table.GoodRows(), ElementsAre(ElementsAre("2", "b"), ElementsAre("4", "d")));
  EXPECT_EQ(table.Rejected().size(), 2u);
}

TEST(RowParser, SurvivesAFileThatEndsInsideAQuotedCell) {
  const ParsedTable table = ParseText("a,b\nc,\"d", MakeHead(2));
  EXPECT_THAT(table.GoodRows(), ElementsAre(ElementsAre("a", "b")));
  ASSERT_EQ(table.Rejected().size(), 1u);
  EXPECT_EQ(table.Rejected()[0].reason, "the quote that opens cell 2 is not closed properly");
}

TEST(RowParser, RejectsALineOfAnyLengthAndKeepsItsBeginning) {
  const std::string line(5 << 20, 'x');
  const ParsedTable table = ParseText("a,b\n" + line + "\nc,d\n", MakeHead(2), 1 << 16);
  EXPECT_THAT(table.GoodRows(), ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d")));
  ASSERT_EQ(table.Rejected().size(), 1u);
  EXPECT_EQ(table.Rejected()[0].reason, "is longer than 1 MiB");
  EXPECT_EQ(table.Rejected()[0].text, std::string(1000, 'x'));
  EXPECT_EQ(table.rows[2].offset_bytes, 4u + line.size() + 1);
}

TEST(RowParser, ConvertsWantedCellsToUtf8) {
  const ParsedTable table = ParseText("f\xFCr,\"\x80 \"\"5\"\"\"\n",
                                      MakeHead(2, WithEncoding(*EncodingByName("windows-1252"))));
  EXPECT_THAT(table.GoodRows(), ElementsAre(ElementsAre("für", "€ \"5\"")));
}

TEST(RowParser, RejectsBytesThatTheEncodingDoesNotDefine) {
  const ParsedTable utf8 = ParseText("für,1\nf\xFCr,2\n한국,3\n", MakeHead(2));
  EXPECT_THAT(utf8.GoodRows(), ElementsAre(ElementsAre("für", "1"), ElementsAre("한국", "3")));
  EXPECT_THAT(
      utf8.Rejected(),
      ElementsAre(ParsedRow{
          1, 7, true, {}, "has the byte 0xFC, which is no text in utf-8", "c1", "f\\xFCr,2"}));
  const ParsedTable windows =
      ParseText("x,\x81\n", MakeHead(2, WithEncoding(*EncodingByName("windows-1252"))));
  ASSERT_EQ(windows.Rejected().size(), 1u);
  EXPECT_EQ(windows.Rejected()[0].column, "c2");
  EXPECT_EQ(windows.Rejected()[0].reason, "has the byte 0x81, which is no text in windows-1252");
}

TEST(RowParser, LeavesBytesOfUnwantedColumnsAlone) {
  RowChunk chunk;
  chunk.bytes = "a,\xFF,c\n";
  RowBlock block;
  RowParser(MakeHead(3), {2, 0}).Parse(chunk, &block);
  ASSERT_EQ(block.row_count(), 1u);
  EXPECT_EQ(block.cell(0, 0), "c");
  EXPECT_EQ(block.cell(0, 1), "a");
  EXPECT_EQ(block.raw_row(0), "a,\xFF,c");
}

TEST(RowParser, GivesAColumnTwiceWhereItIsAskedForTwice) {
  RowChunk chunk;
  chunk.bytes = "a,\"b\"\"\"\nc,d\n";
  RowBlock block;
  RowParser(MakeHead(2), {1, 0, 1}).Parse(chunk, &block);
  ASSERT_EQ(block.row_count(), 2u);
  EXPECT_THAT(block.row(0), ElementsAre("b\"", "a", "b\""));
  EXPECT_THAT(block.row(1), ElementsAre("d", "c", "d"));
}

TEST(RowParser, CountsRowsWhereNoColumnIsWanted) {
  RowChunk chunk;
  chunk.bytes = "a,b\nc\nd,e\n";
  RowBlock block;
  RowParser(MakeHead(2), {}).Parse(chunk, &block);
  EXPECT_EQ(block.row_count(), 2u);
  EXPECT_EQ(block.rejected().size(), 1u);
}

TEST(RowParser, LeavesNothingOfTheChunkBeforeInABlock) {
  const RowParser parser(MakeHead(2), {0, 1});
  RowChunk chunk;
  RowBlock block;
  chunk.bytes = "\"a\"\"\",b\n\nx\nc,d\n";
  parser.Parse(chunk, &block);
  chunk.bytes = "\"z\"\"\",y\n";
  parser.Parse(chunk, &block);
  ASSERT_EQ(block.row_count(), 1u);
  EXPECT_THAT(block.row(0), ElementsAre("z\"", "y"));
  EXPECT_EQ(block.rows_read(), 1u);
  EXPECT_EQ(block.blank_rows(), 0u);
  EXPECT_THAT(block.rejected(), IsEmpty());
}

}  // namespace
}  // namespace tranche
