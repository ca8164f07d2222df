#include "engine/source/table_head.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/gzip.h"
#include "tests/source/temporary_file.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

absl::StatusOr<TableHead> Read(std::string_view content, const DialectHints& hints = {}) {
  const TemporaryFile file(content);
  auto input = InputFile::Open(file.path());
  if (!input.ok()) return input.status();
  absl::StatusOr<TableHead> head = ReadTableHead(**input, hints);
  if (!head.ok()) {
    EXPECT_THAT(std::string(head.status().message()), HasSubstr(file.path()));
    EXPECT_EQ(head.status().code(), absl::StatusCode::kInvalidArgument);
  }
  return head;
}

std::string Error(std::string_view content, const DialectHints& hints = {}) {
  return std::string(Read(content, hints).status().message());
}

TEST(TableHead, FindsTheDelimiterThatFitsHeaderAndRows) {
  EXPECT_EQ(Read("a,b,c\n1,2,3\n")->dialect.delimiter, ',');
  EXPECT_EQ(Read("a;b;c\n1,5;2,5;3\n")->dialect.delimiter, ';');
  EXPECT_EQ(Read("a\tb\n1,5\t2,5\n")->dialect.delimiter, '\t');
  EXPECT_EQ(Read("a|b|c\n1|2|3\n")->dialect.delimiter, '|');
  EXPECT_EQ(Read("\"x, y, z\";\"2014\"\n\"a\";1,5\n")->dialect.delimiter, ';');
  EXPECT_EQ(Read("a;b\n")->dialect.delimiter, ';') << "header alone";
  EXPECT_EQ(Read("n\t,\tb\n1\t,\tx\n2\t,\ty\n")->dialect.delimiter, ',') << "tab, comma, tab";
}

TEST(TableHead, LetsTheLayoutNameTheDelimiter) {
  DialectHints hints;
  hints.delimiter = ',';
  EXPECT_THAT(Read("a;b,c;d\n1;2,3;4\n", hints)->header, ElementsAre("a;b", "c;d"));
}

TEST(TableHead, AsksWhereTwoDelimitersFit) {
  EXPECT_THAT(Error("a;b,c\n1;2,3\n"), HasSubstr("two delimiters fit equally well"));
  EXPECT_THAT(Error("a;b,c\n1;2,3\n"), HasSubstr("state `delimiter` in the layout"));
}

TEST(TableHead, SaysWhatItSawWhereNoDelimiterFits) {
  EXPECT_THAT(Error("title\nsome text\nmore\n"),
              HasSubstr("no delimiter fits: ',' gives 1 name and fits 2 of the first 2 rows"));
}

TEST(TableHead, AFewBrokenRowsDoNotOutvoteAHeaderOfManyNames) {
  const absl::StatusOr<TableHead> head = Read("a;b;c;d\n1;\"open;3;4\n1;2\n");
  ASSERT_TRUE(head.ok()) << head.status();
  EXPECT_EQ(head->dialect.delimiter, ';');
}

TEST(TableHead, ReadsNamesWithoutTheSpacesAround) {
  const absl::StatusOr<TableHead> head = Read("\" Title \", a\"\"b ,\xC2\xA0x,x,\n1,2,3,4,5\n");
  ASSERT_TRUE(head.ok()) << head.status();
  EXPECT_THAT(head->header, ElementsAre("Title", "a\"\"b", "x", "x", ""));
}

TEST(TableHead, TellsWhereTheDataBegins) {
  const absl::StatusOr<TableHead> head = Read(
      "\xEF\xBB\xBF"
      "a,b\r\n1,2\r\n");
  ASSERT_TRUE(head.ok()) << head.status();
  EXPECT_THAT(head->header, ElementsAre("a", "b"));
  EXPECT_EQ(head->data_offset_bytes, 8u);
  EXPECT_EQ(head->rows_before_data, 1u);
  EXPECT_EQ(head->dialect.line_end, LineEnd::kCrLf);
  EXPECT_THAT(head->assumptions,
              ElementsAre("encoding utf-8 (byte-order mark)", "line ends CRLF (detected)",
                          "delimiter ',' (detected)"));
}

TEST(TableHead, ReadsTheHeaderFromALaterRow) {
  DialectHints hints;
  hints.header_row = 4;
  const absl::StatusOr<TableHead> head = Read("Budget, draft\n\n\"in\nEUR\"\na;b\n1;2\n", hints);
  ASSERT_TRUE(head.ok()) << head.status();
  EXPECT_THAT(head->header, ElementsAre("a", "b"));
  EXPECT_EQ(head->rows_before_data, 4u);
  hints.header_row = 9;
  EXPECT_THAT(Error("a;b\n1;2\n", hints), HasSubstr("has no row 9"));
  hints.header_row = 2;
  EXPECT_THAT(Error("a;b\n\n1;2\n", hints), HasSubstr("row 2, where the column names should be"));
}

TEST(TableHead, FollowsASeparatorRow) {
  const absl::StatusOr<TableHead> head = Read("sep=|\r\na|b\r\n1|2\r\n");
  ASSERT_TRUE(head.ok()) << head.status();
  EXPECT_THAT(head->header, ElementsAre("a", "b"));
  EXPECT_EQ(head->rows_before_data, 2u);
}

TEST(TableHead, DetectsTheEncoding) {
  const auto encoding = [](const absl::StatusOr<TableHead>& head) {
    return head->dialect.encoding;
  };
  EXPECT_EQ(encoding(Read("a,b\nfür,1\n")), Encoding());
  EXPECT_THAT(Read("a,b\nfür,1\n")->assumptions, Contains("encoding utf-8 (detected)"));
  EXPECT_EQ(encoding(Read("a,b\nx,1\n")), Encoding());
  EXPECT_THAT(Read("a,b\nx,1\n")->assumptions,
              Contains("encoding utf-8 (assumed: only ASCII so far)"));
  const absl::StatusOr<TableHead> head = Read(
      "Gr\xF6\xDF"
      "e,b\nf\xFCr,1\n");
  EXPECT_EQ(encoding(head), *EncodingByName("windows-1252"));
  EXPECT_EQ(head->header[0], "Größe");
  EXPECT_THAT(head->assumptions, Contains(HasSubstr("encoding windows-1252 (assumed, ")));
}

TEST(TableHead, TakesACharacterThatIsCutAtTheEndOfTheSampleForWhole) {
  for (std::size_t before = 0; before < 4; ++before) {
    std::string content = "a,b\n" + std::string(before, 'x');
    while (content.size() < kDetectionBytes + 10) content += "한,1\n";
    EXPECT_EQ(Read(content)->dialect.encoding, Encoding()) << before;
  }
}

TEST(TableHead, DetectsLineEndsOutsideQuotes) {
  EXPECT_EQ(Read("a,b\n1,2\n")->dialect.line_end, LineEnd::kLf);
  const absl::StatusOr<TableHead> mac = Read("a,\"b\nb\"\r1,\"x\ny\"\r");
  ASSERT_TRUE(mac.ok()) << mac.status();
  EXPECT_EQ(mac->dialect.line_end, LineEnd::kCr);
  EXPECT_THAT(mac->header, ElementsAre("a", "b\nb"));
  EXPECT_EQ(Read("a,b\r\r\n1,2\r\r\n")->dialect.line_end, LineEnd::kCrLf);
}

TEST(TableHead, RefusesWhatIsNoTextWithAdvice) {
  EXPECT_THAT(Error("PK\x03\x04whatever"), HasSubstr("is cut off or damaged; fetch or save it"));
  EXPECT_THAT(Error(Gzip("PK\x03\x04whatever")), HasSubstr("is a packed workbook or ZIP file"));
  EXPECT_THAT(Error("%PDF-1.4 x"), HasSubstr("PDF"));
  EXPECT_THAT(Error("BZh91AY"), HasSubstr("bzip2; unpack it first"));
  EXPECT_THAT(Error(std::string_view("a,b\n1,2\n3,4\0\n", 13)), HasSubstr("NUL byte at byte 12"));
}

TEST(TableHead, RefusesAHeaderThatDoesNotEnd) {
  EXPECT_THAT(Error("a,\"b\n1,2\n"), HasSubstr("has a quote that is not closed properly"));
  EXPECT_THAT(Error(std::string(2 << 20, 'a')), HasSubstr("within its first MiB"));
}

TEST(TableHead, RefusesDelimitersThatCannotBe) {
  for (const char delimiter : {'"', '\n', '\r', '\0', '\xC3'}) {
    DialectHints hints;
    hints.delimiter = delimiter;
    EXPECT_THAT(Error("a,b\n", hints), HasSubstr("a delimiter must be an ASCII character"));
  }
}

TEST(TableHead, RefusesAFileWithNothingButAMark) {
  EXPECT_THAT(Error("\xEF\xBB\xBF"), HasSubstr("is empty"));
}

}  // namespace
}  // namespace tranche
