// The claim: rows, rejected rows, reasons and places are those of the slow reader, for any size of
// chunks, whatever the bytes.
#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/source/parsed_table.h"
#include "tests/source/slow_table.h"

namespace tranche {
namespace {

using Random = std::mt19937;

std::size_t Below(Random& random, std::size_t bound) { return random() % bound; }

CsvDialect MakeDialect(char delimiter, LineEnd line_end, Encoding encoding = Encoding()) {
  CsvDialect dialect;
  dialect.delimiter = delimiter;
  dialect.line_end = line_end;
  dialect.encoding = encoding;
  return dialect;
}

CsvDialect Wide(const std::string& delimiter, LineEnd line_end) {
  CsvDialect dialect = MakeDialect(delimiter[0], line_end);
  dialect.delimiter_rest = delimiter.substr(1);
  return dialect;
}

CsvDialect Escaped() {
  CsvDialect dialect = MakeDialect(',', LineEnd::kLf);
  dialect.escape = '\\';
  return dialect;
}

CsvDialect WithoutQuotes() {
  CsvDialect dialect = MakeDialect(';', LineEnd::kLf);
  dialect.quote = '\0';
  return dialect;
}

CsvDialect Lenient(LineEnd line_end) {
  CsvDialect dialect = MakeDialect(';', line_end);
  dialect.fills_short_rows = true;
  dialect.cuts_empty_cells = true;
  dialect.joins_wrapped_rows = true;
  return dialect;
}

const std::vector<CsvDialect>& Dialects() {
  static const std::vector<CsvDialect> dialects = {
      MakeDialect(',', LineEnd::kLf),
      MakeDialect(';', LineEnd::kCrLf),
      MakeDialect('\t', LineEnd::kCr),
      MakeDialect(';', LineEnd::kLf, *EncodingByName("windows-1252")),
      Wide("||", LineEnd::kLf),
      Wide("; ", LineEnd::kCrLf),
      Escaped(),
      WithoutQuotes(),
      Lenient(LineEnd::kLf),
      Lenient(LineEnd::kCr)};
  return dialects;
}

// Both readers agree, at all sizes of chunks. Returns the slow one's answer.
ParsedTable ExpectAgreement(std::string_view input, const TableHead& head,
                            const std::vector<std::size_t>& chunk_sizes) {
  const ParsedTable slow = SlowParse(input, head);
  ParsedTable first;
  for (const std::size_t size : chunk_sizes) {
    SCOPED_TRACE("chunks of " + std::to_string(size) + " bytes");
    const ParsedTable fast = ParseText(input, head, size);
    if (size == chunk_sizes.front()) {
      first = fast;
      const ParsedTable reduced = Reduced(fast);
      EXPECT_EQ(reduced.rows, slow.rows);
    }
    EXPECT_EQ(fast.rows, first.rows);
    EXPECT_EQ(fast.rows_read, slow.rows_read);
    EXPECT_EQ(fast.blank_rows, slow.blank_rows);
    if (::testing::Test::HasFailure()) {
      ADD_FAILURE() << "input: " << ::testing::PrintToString(std::string(input.substr(0, 2000)));
      break;
    }
  }
  return slow;
}

const std::vector<std::size_t> kSizes = {1 << 20, 1, 2, 3, 5, 7, 11, 16, 31, 64, 100, 257, 1000};

// Bytes thrown together.
std::string Soup(Random& random, const CsvDialect& dialect) {
  static const std::vector<std::string> pieces = {"\"",   "\"",       "\"\"",   "\n", "\n",
                                                  "\r\n", "\r",       "\r\r\n", " ",  "a",
                                                  "bc",   "\xC3\xA9", "\x81",   "\\"};
  const std::string delimiter = dialect.delimiter + dialect.delimiter_rest;
  std::string text;
  for (std::size_t left = Below(random, 120); left > 0; --left) {
    const std::size_t which = Below(random, pieces.size() + 5);
    const std::size_t delimiter_bytes = Below(random, 8) == 0 ? 1 : delimiter.size();
    text += which < pieces.size() ? pieces[which] : delimiter.substr(0, delimiter_bytes);
  }
  return text;
}

// A table as an export has it, with a few accidents.
std::string Table(Random& random, const CsvDialect& dialect, std::size_t columns) {
  const std::string line_end = dialect.line_end == LineEnd::kCr     ? "\r"
                               : dialect.line_end == LineEnd::kCrLf ? "\r\n"
                                                                    : "\n";
  const std::string delimiter = dialect.delimiter + dialect.delimiter_rest;
  static const std::vector<std::string> words = {"",    "12",    "Verteidigung", "a \"b\" c",
                                                 " x ", "3,5;7", "\xC3\xA4"};
  std::string text;
  for (std::size_t rows = Below(random, 40); rows > 0; --rows) {
    const std::size_t accident = Below(random, 30);
    if (accident == 0) text += line_end;
    std::size_t cells = columns;
    if (accident == 1) ++cells;
    if (accident == 2) --cells;
    for (std::size_t i = 0; i < cells; ++i) {
      if (i > 0) text += delimiter;
      const std::string& word = words[Below(random, words.size())];
      switch (Below(random, 4)) {
        case 0:
          text += "\"" + word.substr(0, word.find('"')) + "\"\"" + delimiter + "\"";
          break;
        case 1:
          text += "\"" + word.substr(0, word.find('"')) + (Below(random, 4) == 0 ? line_end : "") +
                  "\"";
          break;
        default:
          text += word.find(dialect.delimiter) == word.npos ? word : "7";
      }
      if (Below(random, 60) == 0) text += "\"";
      if (Below(random, 60) == 0) text += "  ";
      if (Below(random, 90) == 0) text += delimiter + "\"";
    }
    if (rows > 1 || Below(random, 2) == 0) text += line_end;
  }
  return text;
}

TEST(Agreement, OnBytesThrownTogether) {
  Random random(1);
  std::size_t good = 0;
  for (int round = 0; round < 6000 && !HasFailure(); ++round) {
    const CsvDialect& dialect = Dialects()[static_cast<std::size_t>(round) % Dialects().size()];
    const std::string input = Soup(random, dialect);
    const TableHead head = MakeHead(1 + Below(random, 4), dialect);
    good += ExpectAgreement(input, head, kSizes).GoodRows().size();
  }
  EXPECT_GT(good, 1000u);
}

TEST(Agreement, OnTablesWithAccidents) {
  Random random(2);
  std::size_t good = 0;
  std::size_t rejected = 0;
  for (int round = 0; round < 2000 && !HasFailure(); ++round) {
    const CsvDialect& dialect = Dialects()[static_cast<std::size_t>(round) % Dialects().size()];
    const std::size_t columns = 2 + Below(random, 5);
    const std::string input = Table(random, dialect, columns);
    const ParsedTable table = ExpectAgreement(input, MakeHead(columns, dialect), kSizes);
    good += table.GoodRows().size();
    rejected += table.Rejected().size();
  }
  EXPECT_GT(good, 10000u);
  EXPECT_GT(rejected, 1000u);
}

TEST(Agreement, DoesNotDependOnHowManyBytesAReadBrings) {
  Random random(3);
  for (int round = 0; round < 300 && !HasFailure(); ++round) {
    const CsvDialect& dialect = Dialects()[static_cast<std::size_t>(round) % Dialects().size()];
    const TableHead head = MakeHead(4, dialect);
    const std::string input = Table(random, dialect, 4);
    const ParsedTable whole = ParseText(input, head);
    for (const std::size_t piece : std::vector<std::size_t>{1, 2, 13}) {
      EXPECT_EQ(ParseStream(std::make_unique<TextStream>(input, piece), head, 50).rows, whole.rows);
    }
  }
}

// Sizes at the limit of a row, of each kind that has an end there.
class AtTheLimit : public ::testing::TestWithParam<int> {
 protected:
  static constexpr std::size_t kLimit = kMaxRowBytes;
  std::size_t Size() const {
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(kLimit) + GetParam());
  }
  void Expect(const std::string& long_row, std::size_t columns) {
    const std::vector<std::size_t> sizes = {1 << 20, 1, 3 << 20};
    for (const char* behind : {"", "\n", "\nc,d\n\"e\",f\n", "\r\ng,\"h\"", "\r\r"}) {
      ExpectAgreement("a,b\n" + long_row + behind, MakeHead(columns), sizes);
      if (HasFailure()) return;
    }
  }
};

TEST_P(AtTheLimit, PlainRowsAgree) { Expect("x," + std::string(Size() - 2, 'y'), 2); }

TEST_P(AtTheLimit, QuotedCellsAtTheEndAgree) {
  Expect("x,\"" + std::string(Size() - 4, 'y') + "\"", 2);
  Expect("x,\"" + std::string(Size() - 6, 'y') + "\"  ", 2);
}

TEST_P(AtTheLimit, QuotedCellsOfSeveralLinesAgree) {
  Expect("x,\"a\nb" + std::string(Size() - 7, 'y') + "\"", 2);
}

TEST_P(AtTheLimit, RowsThatBeginWithSeveralLinesAgree) {
  Expect("\"a\nb\"," + std::string(Size() - 6, 'y'), 2);
}

TEST_P(AtTheLimit, DoubledQuotesAgree) {
  Expect("\"a\nb" + std::string(Size() - 6, 'y') + "\"\"\"", 2);
  Expect("\"a\nb" + std::string(Size() - 6, 'y') + "\"\",\"", 1);
}

TEST_P(AtTheLimit, QuotesThatAreNeverClosedAgree) {
  Expect("x,\"a\n" + std::string(Size() - 5, 'y'), 2);
}

TEST_P(AtTheLimit, QuotesThatOpenThereAgree) { Expect(std::string(Size() - 3, 'y') + ",\"a", 2); }

INSTANTIATE_TEST_SUITE_P(Bytes, AtTheLimit, ::testing::Values(-2, -1, 0, 1, 2, 3, 2100000));

}  // namespace
}  // namespace tranche
