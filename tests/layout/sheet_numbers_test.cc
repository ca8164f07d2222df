// Amounts of workbooks: real numbers, numbers stored as text, and both in one column.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/layout/table_reading.h"
#include "tests/source/zip_file.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// A cell of a column of amounts, as XLSX has it.
std::string Number(std::string_view stored) { return "<v>" + std::string(stored) + "</v>"; }

/// A sheet with the columns Title and Amount; amounts that begin with `'` are text.
std::string Sheet(std::initializer_list<std::string_view> amounts,
                  const std::string& header = "Amount") {
  const auto text = [](std::string_view content) {
    return R"(<c t="inlineStr"><is><t>)" + std::string(content) + "</t></is></c>";
  };
  std::string rows = "<row>" + text("Title") + text(header) + "</row>";
  for (const std::string_view amount : amounts) {
    const bool is_text = amount.starts_with('\'');
    rows += "<row>" + text("Roads") +
            (is_text ? text(amount.substr(1)) : "<c>" + Number(amount) + "</c>") + "</row>";
  }
  return Zipped(XlsxParts("<sheetData>" + rows + "</sheetData>"));
}

TableRead ReadSheet(const std::string& sheet, const std::string& more = "") {
  TableReading reading;
  return reading.Read(std::string(kPlainLayout) +
                          "year: {value: 2024}\namount: B\n"
                          "text: {description: Title}\n" +
                          more,
                      sheet);
}

TEST(SheetNumbers, AreTakenAsTheyAreWhateverTheLayoutSaysOfTextFiles) {
  const TableRead read = ReadSheet(Sheet({"1234.5600000000001", "-2E3", "0.000"}),
                                   "file: {decimal: \",\", delimiter: \";\"}\n");
  ASSERT_THAT(read.lines, SizeIs(3)) << read.status << read.diagnostics;
  EXPECT_EQ(read.lines[0].amount, "1234.56");
  EXPECT_EQ(read.Sum(), "-765.44");
  EXPECT_THAT(read.assumptions,
              Contains("amounts are the numbers of the sheet, at 15 significant digits"));
}

TEST(SheetNumbers, StoredAsTextAreReadLikeThoseOfATextFile) {
  const TableRead read = ReadSheet(Sheet({"'1.234,50", "'7", "12"}));
  EXPECT_EQ(read.Sum(), "1253.5") << read.status;
  EXPECT_THAT(read.assumptions, Contains(HasSubstr("decimals follow ',' (as in '1.234,50')")));
}

TEST(SheetNumbers, StoredAsTextBesideNumbersMustProveHowTheyAreWritten) {
  const TableRead read = ReadSheet(Sheet({"12.5", "'1,234.50", "'3,000"}));
  EXPECT_EQ(read.Sum(), "4247") << read.status;
  EXPECT_THAT(read.assumptions,
              Contains(HasSubstr("2 amounts are text and no number (first: B3, '1,234.50'); "
                                 "decimals follow '.'")));
  EXPECT_EQ(ReadSheet(Sheet({"12.5", "'1 234"})).Sum(), "1246.5");
  EXPECT_THAT(std::string(ReadSheet(Sheet({"12.5", "'1.234"})).status.message()),
              HasSubstr("1 amount is text and no number (first: B3, '1.234') beside real numbers "
                        "with decimals, and nothing says whether their marks separate decimals or "
                        "thousands; turn them into numbers in the spreadsheet"));
}

TEST(SheetNumbers, AreNeverMixedWithTextWrittenInAnotherWay) {
  const TableRead read = ReadSheet(Sheet({"12.5", "'1.234,50"}));
  EXPECT_EQ(read.Sum(), "12.5") << read.status;
  ASSERT_THAT(read.rejected, SizeIs(1));
  EXPECT_EQ(read.rejected[0].reason, "amount '1.234,50' is no number");
  EXPECT_THAT(
      read.assumptions,
      Contains("1 amount is text and no number (first: B3, '1.234,50'); they are written in "
               "another way than the numbers of the sheet, and rejected"));
}

TEST(SheetNumbers, AreNotDecidedByTheirTitle) {
  const TableRead read = ReadSheet(Sheet({"12.5"}, "31.12"));
  EXPECT_EQ(read.Sum(), "12.5") << read.status << read.diagnostics;
}

TEST(SheetNumbers, ThatFormulasDidNotLeaveAreRejectedRows) {
  const TableRead read = ReadSheet(Zipped(
      XlsxParts(R"(<sheetData><row><c t="str"><v>Title</v></c><c t="str"><v>Amount</v></c>)"
                R"(</row><row><c t="str"><v>Roads</v></c><c><f>A1</f></c></row></sheetData>)")));
  EXPECT_THAT(read.lines, SizeIs(0));
  ASSERT_THAT(read.rejected, SizeIs(1)) << read.status;
  EXPECT_EQ(read.rejected[0].reason, "amount '=A1' is no number");
}

}  // namespace
}  // namespace tranche
