// The claim: the kinds of CSV that ministries export are read, what was found out stands among the
// assumptions, and what was not stated is never repaired.
#include <string>
#include <vector>

#include "engine/source/table_head.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/parsed_table.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

struct WildTable {
  TableHead head;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> rejects;  ///< "row: reason", rows from 1 as in a spreadsheet
};

// Reads `text`, in chunks of several sizes, which must agree.
WildTable Read(std::string_view text, const DialectHints& hints = {}) {
  WildTable table;
  const auto input = InputFile::OfBytes("t.csv", text);
  const auto head = ReadTableHead(**input, hints);
  EXPECT_TRUE(head.ok()) << head.status();
  if (!head.ok()) return table;
  table.head = *head;
  const ParsedTable whole = ParseText(text, *head);
  for (const std::size_t size : std::vector<std::size_t>{1, 2, 3, 5, 8, 13, 40}) {
    EXPECT_EQ(ParseText(text, *head, size).rows, whole.rows) << "chunks of " << size;
  }
  table.rows = whole.GoodRows();
  for (const ParsedRow& row : whole.Rejected()) {
    table.rejects.push_back(std::to_string(head->rows_before_data + row.row + 1) + ": " +
                            row.reason);
  }
  return table;
}

std::string Error(std::string_view text, const DialectHints& hints = {}) {
  const auto input = InputFile::OfBytes("t.csv", text);
  return std::string(ReadTableHead(**input, hints).status().message());
}

TEST(WildTables, DelimitersOfSeveralCharactersAreFoundOrStated) {
  const WildTable found = Read("code||title||amount\n1||a|b||5\n2||\"x||y\"||6\n3||||7\n");
  EXPECT_THAT(found.head.header, ElementsAre("code", "title", "amount"));
  EXPECT_THAT(found.head.assumptions, Contains("delimiter '||' (detected)"));
  EXPECT_THAT(found.rows, ElementsAre(ElementsAre("1", "a|b", "5"), ElementsAre("2", "x||y", "6"),
                                      ElementsAre("3", "", "7")));
  EXPECT_THAT(Read("code||title||2024||\n1||a||5||6\n").head.header,
              ElementsAre("code", "title", "2024", ""));
  DialectHints hints;
  hints.delimiter = '\t';
  hints.delimiter_rest = ",\t";
  EXPECT_THAT(Read("a\t,\tb\n1,5\t,\t\"x\"\t,2\n1,5\t,\t\"x\"  \n", hints).rows,
              ElementsAre(ElementsAre("1,5", "x")));
  hints.delimiter = '<';
  hints.delimiter_rest = "|>";
  EXPECT_THAT(Read("a<|>b\n<|<|><|\n1<2<|>\n", hints).rows,
              ElementsAre(ElementsAre("<|", "<|"), ElementsAre("1<2", "")));
}

TEST(WildTables, AQuoteMayBeEscapedByABackslash) {
  const std::string text = "code;title\n1;\"the \\\"Rhine\\\" bridge\"\n2;\"C:\\\\\"\n3;a\\b\n";
  const WildTable table = Read(text);
  EXPECT_THAT(table.rows, ElementsAre(ElementsAre("1", "the \"Rhine\" bridge"),
                                      ElementsAre("2", "C:\\"), ElementsAre("3", "a\\b")));
  EXPECT_THAT(table.head.assumptions,
              Contains("a backslash before a quote means that it is part of the text (detected)"));
  DialectHints hints;
  hints.escape = '\0';
  EXPECT_THAT(Read(text, hints).rejects, ElementsAre("2: cell 2 goes on behind its closing quote"));
}

TEST(WildTables, ABackslashAtTheEndOfACellIsNoEscapeWhereRowsAreWhole) {
  const WildTable table = Read("path;n\n\"C:\\\";1\n\"D:\\\";2\n");
  EXPECT_THAT(table.rows, ElementsAre(ElementsAre("C:\\", "1"), ElementsAre("D:\\", "2")));
}

TEST(WildTables, AnotherQuoteOrNoneIsStated) {
  DialectHints hints;
  hints.quote = '\'';
  EXPECT_THAT(Read("a;b\n'x;y';'it''s'\n5\";\"z\"\n", hints).rows,
              ElementsAre(ElementsAre("x;y", "it's"), ElementsAre("5\"", "\"z\"")));
  hints.quote = '\0';
  EXPECT_THAT(Read("a;b\n\"x;\"y\n\"\";\"\n", hints).rows,
              ElementsAre(ElementsAre("\"x", "\"y"), ElementsAre("\"\"", "\"")));
}

TEST(WildTables, TitlesAboveTheHeaderAreFound) {
  const WildTable table =
      Read("Budget 2024\nin EUR, all chapters\n\ncode,title,2023,2024\n1,a,5,6\n2,b,7,8\n");
  EXPECT_THAT(table.head.header, ElementsAre("code", "title", "2023", "2024"));
  EXPECT_THAT(table.head.assumptions,
              Contains("column names in row 4 (assumed: the rows above it are titles)"));
  EXPECT_EQ(table.head.rows_before_data, 4u);
  EXPECT_EQ(table.rows.size(), 2u);
  EXPECT_THAT(Read("Budget 2024;;\n;;\ncode;title;amount\n1;a;5\n").head.header,
              ElementsAre("code", "title", "amount"));
}

TEST(WildTables, ARowOfDataIsNeverTakenForTheHeader) {
  EXPECT_THAT(Error("code,title\n1,a,5\n2,b,7\n3,c,8\n"), HasSubstr("no delimiter fits"));
  EXPECT_THAT(Read("code;title\n1;a\n2;b\n").head.header, ElementsAre("code", "title"));
}

TEST(WildTables, AStatedHeaderRowHolds) {
  DialectHints hints;
  hints.header_row = 1;
  EXPECT_THAT(Read("Budget 2024;;\n;;\ncode;title;amount\n1;a;5\n", hints).head.header,
              ElementsAre("Budget 2024", "", ""));
}

TEST(WildTables, SeveralRowsOfNamesAreJoined) {
  DialectHints hints;
  hints.header_rows = 2;
  const WildTable table =
      Read("Code;Title;2023;;2024;\n;;draft;final;draft;final\n1;a;5;6;7;8\n", hints);
  EXPECT_THAT(table.head.header, ElementsAre("Code", "Title", "2023 / draft", "2023 / final",
                                             "2024 / draft", "2024 / final"));
  EXPECT_THAT(table.rows, ElementsAre(ElementsAre("1", "a", "5", "6", "7", "8")));
  EXPECT_EQ(table.head.rows_before_data, 2u);
}

TEST(WildTables, WithoutHeaderColumnsAreNamedByLetters) {
  DialectHints hints;
  hints.has_header = false;
  const WildTable table = Read("1;a;5\n2;b;6\n", hints);
  EXPECT_THAT(table.head.header, ElementsAre("A", "B", "C"));
  EXPECT_THAT(table.rows, ElementsAre(ElementsAre("1", "a", "5"), ElementsAre("2", "b", "6")));
  EXPECT_EQ(table.head.rows_before_data, 0u);
  hints.header_row = 3;
  EXPECT_EQ(Read("title\n\n1;a;5\n2;b;6\n", hints).rows.size(), 2u);
}

TEST(WildTables, DelimitersAtTheEndsOfRowsAreNoCells) {
  const WildTable table = Read("a;b\n1;2;\n\"x\ny\";4;\n5;6;\n");
  EXPECT_THAT(table.head.header, ElementsAre("a", "b"));
  EXPECT_THAT(table.rows,
              ElementsAre(ElementsAre("1", "2"), ElementsAre("x\ny", "4"), ElementsAre("5", "6")));
  EXPECT_THAT(table.head.assumptions,
              Contains("rows end with a delimiter, behind which there is no cell (detected)"));
  const WildTable header = Read("a;b;\n1;2\n3;4\n");
  EXPECT_THAT(header.head.header, ElementsAre("a", "b"));
  EXPECT_THAT(header.rows, ElementsAre(ElementsAre("1", "2"), ElementsAre("3", "4")));
  EXPECT_THAT(header.head.assumptions,
              Contains("the row with the column names ends with a delimiter, which names no"
                       " column"));
}

TEST(WildTables, AFewLongRowsAreRejectedUnlessTheLayoutCutsThem) {
  const std::string text = "a;b\n1;2\n3;4\n5;6;;\n7;8\n9;0;x\n";
  const WildTable strict = Read(text);
  EXPECT_THAT(strict.rejects,
              ElementsAre("4: has 4 cells where the header has 2; the rest is empty: if that is a"
                          " habit of this file, state `long_rows: cut_empty` in the layout",
                          "6: has 3 cells where the header has 2"));
  DialectHints hints;
  hints.cuts_empty_cells = true;
  EXPECT_THAT(Read(text, hints).rejects, ElementsAre("6: has 3 cells where the header has 2"));
}

TEST(WildTables, ShortRowsAreRejectedUnlessTheLayoutFillsThem) {
  const std::string text = "a;b;c\n1;2;3\n4\n5;6;7\n8;9\n1;1;1\n2;2;2\n";
  EXPECT_THAT(Read(text).rejects, ElementsAre("3: has 1 cell where the header has 3",
                                              "5: has 2 cells where the header has 3"));
  DialectHints hints;
  hints.fills_short_rows = true;
  EXPECT_THAT(Read(text, hints).rows,
              ElementsAre(ElementsAre("1", "2", "3"), ElementsAre("4", "", ""),
                          ElementsAre("5", "6", "7"), ElementsAre("8", "9", ""),
                          ElementsAre("1", "1", "1"), ElementsAre("2", "2", "2")));
}

TEST(WildTables, WrappedRowsAreSaidAndJoinedWhereTheLayoutSaysSo) {
  const std::string text =
      "a;b;c\n1;2;3\n4;Roads\nand bridges;5\n6;7;8\n9;9;9\nSource: us\n1;1;1\n";
  const WildTable strict = Read(text);
  EXPECT_EQ(strict.rejects.size(), 3u);
  EXPECT_THAT(strict.head.assumptions,
              Contains("one row seems to be broken over two lines, the first in row 3; to join"
                       " them, state `wrapped_rows: join` in the layout"));
  DialectHints hints;
  hints.joins_wrapped_rows = true;
  const WildTable joined = Read(text, hints);
  EXPECT_THAT(joined.rows, Contains(ElementsAre("4", "Roads\nand bridges", "5")));
  EXPECT_THAT(joined.rows, Contains(ElementsAre("1", "1", "1")));
  EXPECT_THAT(joined.rejects, ElementsAre("6: has 1 cell where the header has 3"));
  EXPECT_THAT(Read("a;b;c\n1;2\n3;4;5\n6;6;6\n", hints).rejects,
              ElementsAre("2: this line and the next ones do not add up to a row: the line has 2"
                          " cells, the header 3"));
}

TEST(WildTables, AStrayQuoteSwallowsNoRow) {
  std::string text = "a;b\n1;\"2\n";
  for (int row = 0; row < 50; ++row) text += std::to_string(row) + ";\"x\"\n";
  const WildTable table = Read(text);
  EXPECT_EQ(table.rows.size(), 50u);
  EXPECT_THAT(table.rejects, ElementsAre(HasSubstr("2: ")));
}

TEST(WildTables, LineEndsMayBeMixed) {
  const WildTable table = Read("a;b\r\n1;2\n3;4\r\n5;6\r\r\n7;8");
  EXPECT_EQ(table.rows.size(), 4u);
  const WildTable lone = Read("a;b\n1;x\ry\n3;4\n");
  EXPECT_THAT(lone.rows, Contains(ElementsAre("1", "x\ry")));
  EXPECT_THAT(lone.head.assumptions, Contains("1 CR without LF outside quotes are content"));
  EXPECT_EQ(Read("a;b\r1;2\r3;4\r").rows.size(), 2u);
}

TEST(WildTables, AnOrdinaryTableNeedsNoFurtherAssumption) {
  EXPECT_THAT(Read("a;b\n1;2\n3;4\n").head.assumptions,
              ElementsAre("encoding utf-8 (assumed: only ASCII so far)", "line ends LF (detected)",
                          "delimiter ';' (detected)"));
}

}  // namespace
}  // namespace tranche
