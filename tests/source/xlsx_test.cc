#include <random>
#include <string>
#include <string_view>

#include "engine/source/input_file.h"
#include "engine/source/table_head.h"
#include "engine/source/workbook.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/zip_file.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// What the path behind the source sees of a workbook.
struct SheetText {
  std::string csv;  ///< or why there is none
  std::vector<std::string> assumptions;
};

SheetText ReadBook(const ZipParts& parts, const DialectHints& hints = {}) {
  const TemporaryFile file(Zipped(parts), "book.xlsx");
  const auto in_message = [&](const absl::Status& status) {
    std::string message(status.message());
    const std::size_t at = message.find(file.path());
    if (at != std::string::npos) message.replace(at, file.path().size(), "book.xlsx");
    return SheetText{message, {}};
  };
  const auto input = InputFile::Open(file.path());
  if (!input.ok()) return in_message(input.status());
  const auto head = ReadTableHead(**input, hints);
  if (!head.ok()) return in_message(head.status());
  auto text = ReadWhole(**input, 64, "");
  if (!text.ok()) return in_message(text.status());
  return {*std::move(text), head->assumptions};
}

/// The rows between `<sheetData>`.
SheetText ReadRows(std::string_view rows, std::string_view strings = "",
                   std::string_view styles = "") {
  return ReadBook(XlsxParts("<sheetData>" + std::string(rows) + "</sheetData>", strings, styles));
}

TEST(Xlsx, KeepsRowNumbersAndColumnLetters) {
  const SheetText text = ReadRows(
      R"(<row r="2"><c r="B2" t="inlineStr"><is><t>code</t></is></c><c r="D2"><v>7</v></c></row>)"
      R"(<row r="5"><c r="B5"><v>1</v></c></row>)");
  EXPECT_EQ(text.csv,
            "book.xlsx: row 1, where the column names should be, is blank; state "
            "`header_row` in the layout");
  DialectHints hints;
  hints.header_row = 2;
  const SheetText read = ReadBook(
      XlsxParts(
          "<sheetData>"
          R"(<row r="2"><c r="B2" t="inlineStr"><is><t>code</t></is></c><c r="D2"><v>7</v></c></row>)"
          R"(<row r="5"><c r="B5"><v>1</v></c></row></sheetData>)"),
      hints);
  EXPECT_EQ(read.csv, "\n,code,,7\n\n\n,1,,\n");
}

TEST(Xlsx, CountsRowsAndCellsThatHaveNoNames) {
  EXPECT_EQ(ReadRows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>").csv,
            "1,2\n3,\n");
}

TEST(Xlsx, JoinsRunsAndLeavesReadingsOut) {
  const SheetText text =
      ReadRows(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)",
               R"(<si><r><t xml:space="preserve">Heer </t></r><r><rPr/><t>und Marine</t></r></si>)"
               R"(<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>)");
  EXPECT_EQ(text.csv, "Heer und Marine,東京\n");
}

TEST(Xlsx, QuotesLineEndsQuotesAndCommas) {
  const SheetText text =
      ReadRows(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)",
               "<si><t>a, \"b\"</t></si><si><t>one&#10;two_x000D_ _x005F_x0041_ _xD83D__xDE00_ "
               "_x12</t></si>");
  EXPECT_EQ(text.csv, "\"a, \"\"b\"\"\",\"one\ntwo\r _x0041_ \xF0\x9F\x98\x80 _x12\"\n");
}

TEST(Xlsx, WritesTruthErrorsAndResultsOfFormulas) {
  const SheetText text = ReadRows(
      R"(<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>)"
      R"(<c r="C1" t="e"><v>#REF!</v></c><c r="D1"><f>A1+1</f><v>2.5</v></c>)"
      R"(<c r="E1" t="str"><f>"x"</f><v>x</v></c><c r="F1"><f>SUM(A1:A9)</f></c>)"
      R"(<c r="G1"><f t="shared" si="0"/><v></v></c><c r="H1" t="d"><v>2010-10-02T00:00:00</v></c></row>)");
  EXPECT_EQ(text.csv, "TRUE,FALSE,#REF!,2.5,x,=SUM(A1:A9),=(formula),2010-10-02\n");
  EXPECT_THAT(text.assumptions,
              Contains("2 formulas have no result in the file (first: F1, =SUM(A1:A9)); the cells "
                       "hold the formula instead, and amounts there are rejected: open the "
                       "workbook in the spreadsheet program and save it"));
  EXPECT_THAT(text.assumptions, Contains("1 cell holds an error (first: C1, #REF!)"));
}

constexpr char kStyles[] =
    R"(<numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/>)"
    R"(<numFmt numFmtId="165" formatCode="000"/></numFmts>)"
    R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
    R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs>)";

TEST(Xlsx, ShowsDatesAndLeadingZerosAsTheSheetDoes) {
  const SheetText text =
      ReadRows(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>when</t></is></c>)"
               R"(<c r="B1" t="inlineStr"><is><t>code</t></is></c></row>)"
               R"(<row r="2"><c r="A2" s="1"><v>40453</v></c><c r="B2" s="2"><v>20</v></c></row>)"
               R"(<row r="3"><c r="A3" s="3"><v>40454</v></c><c r="B3" s="0"><v>020</v></c></row>)",
               "", kStyles);
  EXPECT_EQ(text.csv, "when,code\n2010-10-02,020\n2010-10-03,20\n");
  EXPECT_THAT(text.assumptions,
              ElementsAre("sheet 'Data' (the only visible one with content)",
                          "1 number is read with the leading zeros that the sheet shows (first: "
                          "B2, 020)"));
}

TEST(Xlsx, SuspectsDatesAmongCodesAloud) {
  const SheetText text =
      ReadRows(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c></row>)"
               R"(<row r="2"><c r="A2" t="inlineStr"><is><t>DEC065</t></is></c></row>)"
               R"(<row r="3"><c r="A3" s="1"><v>40453</v></c></row>)",
               "", kStyles);
  EXPECT_THAT(text.assumptions,
              Contains("1 cell of column A holds a date among others (first: row 3, 2010-10-02); "
                       "if these are codes, the spreadsheet has spoilt them"));
}

TEST(Xlsx, SaysWhatIsHiddenAndReadsIt) {
  const SheetText text = ReadBook(XlsxParts(
      R"(<cols><col min="2" max="3" hidden="1"/></cols><sheetData>)"
      R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>)"
      R"(<row r="2" hidden="1"><c r="A2"><v>3</v></c></row><row r="3" hidden="1"/></sheetData>)"));
  EXPECT_EQ(text.csv, "1,2\n3,\n");
  EXPECT_THAT(text.assumptions, Contains("1 hidden row counts like any other (first: row 2)"));
  EXPECT_THAT(text.assumptions, Contains("1 hidden column is read (B)"));
}

TEST(Xlsx, RepeatsMergedHeadersAndTextsOfTheDataButNoNumbers) {
  const SheetText text = ReadBook(XlsxParts(
      R"(<sheetData><row r="1"><c r="A1" t="str"><v>office</v></c><c r="B1" t="str"><v>amount</v></c></row>)"
      R"(<row r="2"><c r="A2" t="str"><v>Army</v></c><c r="B2"><v>5</v></c></row>)"
      R"(<row r="3"><c r="C3"><v>7</v></c></row><row r="5"><c r="C5"><v>8</v></c></row></sheetData>)"
      R"(<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="B1:C1"/><mergeCell ref="A2:A5"/></mergeCells>)"));
  EXPECT_EQ(text.csv, "office,amount,amount\nArmy,5,\nArmy,,7\n\nArmy,,8\n");
  EXPECT_THAT(text.assumptions,
              ElementsAre("sheet 'Data' (the only visible one with content)",
                          "1 merged cell of the header stands for each of its columns (first: "
                          "B1, 'amount')",
                          "1 merged cell with text in the data stands for each of its rows "
                          "(first: A2, 'Army')",
                          "1 merged cell with a number in the data counts once, in its first row "
                          "(first: B2, '5'); a year or a code that is meant for all of them needs "
                          "`fill_down` in the layout"));
}

ZipParts TwoSheets(const std::string& second_state) {
  ZipParts parts =
      XlsxParts(R"(<sheetData><row r="1"><c r="A1" t="str"><v>first</v></c></row></sheetData>)");
  parts[2].second =
      R"(<x:workbook xmlns:x="m" xmlns:r="o"><x:sheets><x:sheet name="2024" r:id="r1"/>)"
      R"(<x:sheet name="Notes" r:id="r4")" +
      second_state + "/></x:sheets></x:workbook>";
  const std::size_t end = parts[3].second.find("</Relationships>");
  parts[3].second.insert(end,
                         R"(<Relationship Id="r4" Type="o/worksheet" Target="worksheets/n.xml"/>)");
  parts.emplace_back(
      "xl/worksheets/n.xml",
      R"(<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c></x:row>)"
      R"(</x:sheetData></x:worksheet>)");
  return parts;
}

TEST(Xlsx, FindsTheNamesBelowTitles) {
  const auto text = [](std::string_view content) {
    return "<c t=\"inlineStr\"><is><t>" + std::string(content) + "</t></is></c>";
  };
  const SheetText read = ReadBook(XlsxParts(
      "<sheetData><row r=\"1\">" + text("Budget 2024") + "</row><row r=\"3\">" + text("code") +
      text("title") + text("amount") + "</row><row r=\"4\">" + text("01") + text("Roads") +
      "<c><v>7</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"));
  EXPECT_THAT(read.csv, HasSubstr("\ncode,title,amount\n01,Roads,7\n"));
  EXPECT_THAT(read.assumptions,
              Contains("column names in row 3 (assumed: the rows above it are titles)"));
}

TEST(Xlsx, AsksWhichSheetIsMeant) {
  EXPECT_EQ(ReadBook(TwoSheets("")).csv,
            "book.xlsx has several sheets, and nothing says which one is meant: '2024' (1 rows, 1 "
            "columns), 'Notes' (1 rows, 1 columns); write its name or number into the layout, as "
            "in `file: {sheet: \"2024\"}`");
  EXPECT_EQ(ReadBook(TwoSheets(R"( state="hidden")")).csv, "first\n");
}

TEST(Xlsx, TakesASheetByNameOrNumber) {
  DialectHints hints;
  hints.sheet = "Notes";
  EXPECT_EQ(ReadBook(TwoSheets(""), hints).csv, "2\n");
  hints.sheet = "2";
  EXPECT_EQ(ReadBook(TwoSheets(R"( state="veryHidden")"), hints).csv, "2\n");
  EXPECT_THAT(ReadBook(TwoSheets(R"( state="hidden")"), hints).assumptions,
              ElementsAre("sheet 'Notes' (hidden)"));
  hints.sheet = "2024";
  EXPECT_EQ(ReadBook(TwoSheets(""), hints).csv, "first\n");
  hints.sheet = "Data";
  EXPECT_EQ(ReadBook(TwoSheets(""), hints).csv,
            "book.xlsx has no sheet 'Data'; its sheets are '2024', 'Notes'");
}

TEST(BrokenWorkbook, IsExplained) {
  EXPECT_THAT(ReadBook({{"a.csv", "a"}, {"b.csv", "b"}}).csv,
              HasSubstr("is a ZIP file and no workbook; it holds a.csv, b.csv; unpack it"));
  EXPECT_THAT(ReadBook({{"xl/workbook.bin", "x"}}).csv, HasSubstr("binary workbook (.xlsb)"));
  EXPECT_THAT(
      ReadBook({{"_rels/.rels", "<a/>"}, {"word/document.xml", "x"}, {"[Content_Types].xml", "x"}})
          .csv,
      HasSubstr("is an Office document without sheets"));
  ZipParts parts = XlsxParts("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>");
  EXPECT_THAT(ReadBook(parts).csv,
              HasSubstr("sheet1.xml is damaged or cut off (line 1: mismatched"));
  parts.erase(parts.begin() + 4);
  EXPECT_THAT(ReadBook(parts).csv, HasSubstr("it has no part xl/worksheets/sheet1.xml"));
  EXPECT_THAT(ReadRows("").csv,
              HasSubstr("has no visible sheet with content; its sheets are 'Data' (empty)"));
  EXPECT_THAT(ReadRows(R"(<row r="1"><c r="A1" t="s"><v>3</v></c></row>)").csv,
              HasSubstr("cell A1 names a text '3' that the file does not have"));
  EXPECT_THAT(ReadRows(R"(<row r="2"/><row r="1"/>)").csv,
              HasSubstr("row 1 comes twice or too late"));
  EXPECT_THAT(ReadRows(R"(<row r="1048577"/>)").csv,
              HasSubstr("row 1048577 is more than a sheet has"));
  EXPECT_THAT(ReadRows(R"(<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>)").csv,
              HasSubstr("cell A1 comes twice or too late"));
}

TEST(BrokenWorkbook, DeclaresNoEntities) {
  ZipParts parts = XlsxParts("");
  parts[4].second = R"(<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>)";
  EXPECT_THAT(ReadBook(parts).csv, HasSubstr("declares a document type, as no workbook does"));
}

TEST(BrokenWorkbook, DoesNotFillTheDisk) {
  ZipParts parts = XlsxParts("");
  parts[4].second = "<worksheet>" + std::string(std::size_t{260} << 20, ' ') + "</worksheet>";
  EXPECT_THAT(ReadBook(parts).csv, HasSubstr("no workbook does, and such files are made to fill"));
}

TEST(BrokenWorkbook, IsSaidToBeCutOffWhereverItIsCut) {
  const std::string whole = Zipped(
      XlsxParts(R"(<sheetData><row r="1"><c r="A1" t="str"><v>first</v></c></row></sheetData>)"));
  for (std::size_t size = 4; size < whole.size(); ++size) {
    const auto input = InputFile::OfBytes("book.xlsx", std::string_view(whole).substr(0, size));
    ASSERT_FALSE(input.ok()) << size;
    EXPECT_THAT(std::string(input.status().message()), HasSubstr("cut off or damaged"));
  }
}

TEST(BrokenWorkbook, GivesRowsOrASentenceWhateverIsWrongWithAByte) {
  const ZipParts whole = XlsxParts(
      R"(<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1" hidden="1">)"
      R"(<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>A1</f><v>40453.5</v></c></row>)"
      R"(<row r="3"><c r="A3" t="inlineStr"><is><t>a_x000D_</t></is></c></row></sheetData>)"
      R"(<mergeCells><mergeCell ref="A1:A3"/></mergeCells>)",
      "<si><t>text</t></si>", R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)");
  std::mt19937 chance(1);
  for (int i = 0; i < 1500; ++i) {
    ZipParts parts = whole;
    std::string& part = parts[2 + chance() % (parts.size() - 2)].second;
    const std::size_t at = chance() % part.size();
    const auto byte = static_cast<char>("0123456789<>\"/=: aAvr\x80\xFF"[chance() % 23]);
    if (chance() % 3 == 0) part.erase(at, 1 + chance() % 4);
    if (chance() % 3 == 0) part.insert(at, 1, byte);
    if (!part.empty()) part[at % part.size()] = byte;
    const std::string bytes = Zipped(parts);
    const auto input = InputFile::OfBytes("book.xlsx", bytes);
    if (!input.ok()) {
      EXPECT_THAT(std::string(input.status().message()), HasSubstr("book.xlsx"));
      continue;
    }
    const auto head = ReadTableHead(**input, {});
    if (!head.ok()) {
      EXPECT_THAT(std::string(head.status().message()), HasSubstr("book.xlsx"));
      continue;
    }
    EXPECT_TRUE(ReadWhole(**input, 64, "").ok());
  }
}

TEST(BrokenWorkbook, HasAPasswordOrIsOfAnOldFormat) {
  const auto why = [](const std::string& bytes) {
    return std::string(InputFile::OfBytes("b", bytes).status().message());
  };
  using std::string_literals::operator""s;
  const std::string mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  EXPECT_EQ(
      why(mark + std::string(2'000'000, ' ') + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s),
      "b is protected by a password; open it and save it without one");
  EXPECT_EQ(why(mark + "W\0o\0r\0k\0b\0o\0o\0k\0"s),
            "b is a workbook of the old format (.xls); open it and save it as .xlsx");
  EXPECT_THAT(why(mark), HasSubstr("b is an old Office document"));
}

}  // namespace
}  // namespace tranche
