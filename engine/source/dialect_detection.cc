#include "engine/source/dialect_detection.h"

#include <algorithm>
#include <vector>

#include "engine/source/row_scan.h"

namespace tranche {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kCandidates = ",;\t|";
constexpr std::size_t kTrialRows = 200;

struct Signature {
  std::string_view bytes;
  const char* advice;
};

constexpr char kSaveAsCsv[] = "; open it and save the table as CSV UTF-8";
constexpr char kUnpack[] = "; unpack it first (gzip and zstd are read as they are)";

// Most particular first.
constexpr Signature kSignatures[] = {
    {"%PDF-"sv, "is a PDF document"},
};
constexpr Signature kPackedSignatures[] = {
    {"PK\x03\x04"sv, "is a packed workbook or ZIP file"},
    {"BZh"sv, "is packed with bzip2"},
    {"\xFD"
     "7zXZ\0"sv,
     "is packed with xz"},
    {"7z\xBC\xAF"sv, "is packed with 7-Zip"},
};

// How the rows look with one delimiter.
struct Trial {
  char delimiter = ',';
  std::size_t header_cells = 0;  // 0: there is no whole header row
  std::size_t rows = 0;
  std::size_t rows_that_fit = 0;
  bool has_odd_name = false;

  bool IsPossible() const {
    // A few broken rows of a small file do not outvote a header that is cut into many names.
    const bool is_small = rows < 5 && header_cells > 3;
    return header_cells > 1 && !has_odd_name && (is_small || rows == 0 || 2 * rows_that_fit > rows);
  }
  bool FitsWell() const { return 10 * rows_that_fit >= 9 * rows; }
};

// A column name that is nothing but another delimiter shows that this one cuts too often: some
// files have TAB, comma, TAB between cells.
bool IsOnlyDelimiters(std::string_view name) {
  const std::size_t begin = name.find_first_not_of(' ');
  return begin != std::string_view::npos &&
         name.find_first_not_of(",;\t| ", begin) == std::string_view::npos;
}

Trial TryDelimiter(const TableSample& sample, CsvDialect dialect, std::uint32_t header_row,
                   char delimiter) {
  dialect.delimiter = delimiter;
  const RowMarks marks(dialect);
  Trial trial;
  trial.delimiter = delimiter;
  std::size_t begin = 0;
  for (std::uint32_t row = 1; begin < sample.bytes.size() && trial.rows < kTrialRows; ++row) {
    CollectedCells cells(marks, sample.bytes);
    const RowScan scan =
        RowScanner<CollectedCells>(marks, sample.bytes, 0, sample.is_whole, cells).Scan(begin);
    if (scan.kind == RowScan::Kind::kNeedMore) break;
    const bool is_row = scan.kind == RowScan::Kind::kRow;
    const bool is_blank = is_row && scan.content_end == begin;
    begin = scan.next_row;
    if (row == header_row) {
      if (!is_row) break;
      trial.header_cells = scan.cell_count;
      for (const CollectedCells::Cell& cell : cells.cells()) {
        trial.has_odd_name |=
            IsOnlyDelimiters(sample.bytes.substr(cell.begin, cell.end - cell.begin));
      }
    } else if (row > header_row && !is_blank) {
      ++trial.rows;
      if (is_row && scan.cell_count == trial.header_cells) ++trial.rows_that_fit;
    }
  }
  return trial;
}

// Whether `a` is the better one: fits well, more cells, fewer rows that do not fit.
bool IsBetter(const Trial& a, const Trial& b) {
  if (a.IsPossible() != b.IsPossible()) return a.IsPossible();
  if (a.FitsWell() != b.FitsWell()) return a.FitsWell();
  if (a.header_cells != b.header_cells) return a.header_cells > b.header_cells;
  return a.rows_that_fit * b.rows > b.rows_that_fit * a.rows;
}

std::string Seen(const std::vector<Trial>& trials) {
  std::string text;
  for (const Trial& trial : trials) {
    if (!text.empty()) text += "; ";
    text += DelimiterName(trial.delimiter) + " gives " + std::to_string(trial.header_cells) +
            (trial.header_cells == 1 ? " name" : " names");
    if (trial.rows > 0) {
      text += " and fits " + std::to_string(trial.rows_that_fit) + " of the first " +
              std::to_string(trial.rows) + " rows";
    }
  }
  return text;
}

bool StartsWith(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark;
}

}  // namespace

absl::Status CheckIsNoDocument(std::string_view head) {
  for (const Signature& signature : kSignatures) {
    if (StartsWith(head, signature.bytes)) {
      return absl::InvalidArgumentError(std::string(signature.advice) + kSaveAsCsv);
    }
  }
  for (const Signature& signature : kPackedSignatures) {
    if (StartsWith(head, signature.bytes)) {
      return absl::InvalidArgumentError(std::string(signature.advice) + kUnpack);
    }
  }
  return absl::OkStatus();
}

absl::Status CheckIsText(std::string_view text) {
  const std::size_t nul = text.find('\0');
  if (nul == std::string_view::npos) return absl::OkStatus();
  return absl::InvalidArgumentError("is no text: it has a NUL byte at byte " +
                                    std::to_string(nul + 1) + kSaveAsCsv);
}

LineEnd DetectLineEnd(std::string_view bytes) {
  std::size_t lf = 0;
  std::size_t crlf = 0;
  std::size_t cr = 0;
  bool is_quoted = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char byte = bytes[at];
    if (byte == '"') is_quoted = !is_quoted;
    if (is_quoted || (byte != '\n' && byte != '\r')) continue;
    const std::size_t end = bytes.find_first_not_of('\r', at);
    if (end != std::string_view::npos && bytes[end] == '\n') {
      ++(byte == '\n' ? lf : crlf);
      at = end;
    } else {
      ++cr;
    }
  }
  if (cr > lf + crlf) return LineEnd::kCr;
  return crlf > lf ? LineEnd::kCrLf : LineEnd::kLf;
}

absl::StatusOr<char> DetectDelimiter(const TableSample& sample, CsvDialect dialect,
                                     std::uint32_t header_row) {
  std::vector<Trial> trials;
  for (const char candidate : kCandidates) {
    trials.push_back(TryDelimiter(sample, dialect, header_row, candidate));
  }
  std::vector<Trial> ranked = trials;
  std::stable_sort(ranked.begin(), ranked.end(), IsBetter);
  if (!ranked[0].IsPossible()) {
    return absl::InvalidArgumentError(
        "no delimiter fits: " + Seen(trials) +
        "; if the names stand in another row, state `header_row` in the layout, else `delimiter`");
  }
  if (ranked[1].IsPossible() && !IsBetter(ranked[0], ranked[1])) {
    return absl::InvalidArgumentError("two delimiters fit equally well: " + Seen(trials) +
                                      "; state `delimiter` in the layout");
  }
  return ranked[0].delimiter;
}

std::string DelimiterName(char delimiter) {
  if (delimiter == '\t') return "tab";
  return std::string("'") + delimiter + "'";
}

}  // namespace tranche
