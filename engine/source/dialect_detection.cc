#include "engine/source/dialect_detection.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "engine/source/row_scan.h"

namespace tranche {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kCandidates[] = {",", ";", "\t", "|", "||", ";;"};
constexpr std::size_t kTrialRows = 200;
constexpr std::uint32_t kTitleRows = 50;  // at most so many above the header
constexpr std::size_t kEscapeRows = 2000;

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

// How the rows look with one delimiter and one header row.
struct Trial {
  std::string delimiter;
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

// Every second name is empty, and there are several others: the delimiter is doubled.
bool IsCutTwice(const SampleRow& row) {
  if (row.cells.size() % 2 == 0 || row.FilledCells() < 2) return false;
  for (std::size_t i = 1; i < row.cells.size(); i += 2) {
    if (!row.cells[i].empty()) return false;
  }
  return true;
}

CsvDialect WithDelimiter(CsvDialect dialect, const std::string& delimiter) {
  dialect.delimiter = delimiter[0];
  dialect.delimiter_rest = delimiter.substr(1);
  return dialect;
}

// The rows of the sample cut by one delimiter, enough for all header rows that may be tried.
struct Cut {
  std::string delimiter;
  std::vector<SampleRow> rows;

  Trial Try(std::uint32_t header_row) const {
    Trial trial;
    trial.delimiter = delimiter;
    if (header_row > rows.size() || rows[header_row - 1].is_malformed) return trial;
    const SampleRow& header = rows[header_row - 1];
    trial.header_cells = header.cells.size();
    for (const std::string_view name : header.cells) trial.has_odd_name |= IsOnlyDelimiters(name);
    trial.has_odd_name |= IsCutTwice(header);
    const auto tried =
        std::span(rows).first(std::min<std::size_t>(rows.size(), header_row + kTrialRows));
    const RowLengths lengths = MeasureRows(tried, header_row, trial.header_cells);
    trial.rows = lengths.rows;
    trial.rows_that_fit = lengths.fit + lengths.one_empty_more;
    if (header.EndsWithEmptyCell() && lengths.one_less > lengths.fit) {
      trial.rows_that_fit = lengths.one_less;
    }
    return trial;
  }
};

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

// The trial with the best delimiter for one header row, or what is wrong.
absl::StatusOr<Trial> BestTrial(const std::vector<Cut>& cuts, std::uint32_t header_row) {
  std::vector<Trial> trials;
  for (const Cut& cut : cuts) trials.push_back(cut.Try(header_row));
  std::vector<Trial> ranked = trials;
  std::stable_sort(ranked.begin(), ranked.end(), IsBetter);
  if (!ranked[0].IsPossible()) {
    return absl::InvalidArgumentError(
        "no delimiter fits: " + Seen(trials) +
        "; if the names stand in another row, state `header_row` in the layout, else `delimiter`");
  }
  if (ranked.size() > 1 && ranked[1].IsPossible() && !IsBetter(ranked[0], ranked[1])) {
    return absl::InvalidArgumentError("two delimiters fit equally well: " + Seen(trials) +
                                      "; state `delimiter` in the layout");
  }
  return ranked[0];
}

const SampleRow& RowOf(const std::vector<Cut>& cuts, const Trial& trial, std::uint32_t row) {
  const auto found = std::find_if(cuts.begin(), cuts.end(),
                                  [&](const Cut& cut) { return cut.delimiter == trial.delimiter; });
  return found->rows[row - 1];
}

// A year may be the name of a column; any other number shows a row of data.
bool IsName(std::string_view cell) {
  const bool has_letter =
      std::any_of(cell.begin(), cell.end(),
                  [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }) ||
      !IsAscii(cell);
  const bool is_year = cell.size() == 4 && (cell.substr(0, 2) == "19" || cell.substr(0, 2) == "20");
  return has_letter || is_year;
}

bool HoldsNames(const SampleRow& row) {
  if (3 * row.FilledCells() < 2 * row.cells.size()) return false;
  return std::all_of(row.cells.begin(), row.cells.end(), [](std::string_view cell) {
    return cell.find_first_not_of(' ') == std::string_view::npos || IsName(cell);
  });
}

// Of a title that a workbook has over several columns, each may have the text.
bool IsTitle(const SampleRow& row) {
  const bool is_repeated = row.cells.size() > 1 && !row.cells[0].empty() &&
                           std::count(row.cells.begin(), row.cells.end(), row.cells[0]) ==
                               static_cast<std::ptrdiff_t>(row.cells.size());
  return is_repeated || 2 * row.FilledCells() <= row.cells.size();
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

LineEnds DetectLineEnd(std::string_view bytes, char quote) {
  std::size_t lf = 0;
  std::size_t crlf = 0;
  std::size_t cr = 0;
  bool is_quoted = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char byte = bytes[at];
    if (byte == quote && quote != '\0') is_quoted = !is_quoted;
    if (is_quoted || (byte != '\n' && byte != '\r')) continue;
    const std::size_t end = bytes.find_first_not_of('\r', at);
    if (end != std::string_view::npos && bytes[end] == '\n') {
      ++(byte == '\n' ? lf : crlf);
      at = end;
    } else {
      ++cr;
    }
  }
  if (cr > lf + crlf) return {LineEnd::kCr, 0};
  return {crlf > lf ? LineEnd::kCrLf : LineEnd::kLf, cr};
}

bool IsEscapedByBackslash(const TableSample& sample, const CsvDialect& dialect) {
  if (sample.bytes.find(std::string{'\\', dialect.quote}) == std::string_view::npos) return false;
  const auto broken = [&](const CsvDialect& tried) {
    const std::vector<SampleRow> rows = ReadSampleRows(sample, tried, kEscapeRows);
    return std::count_if(rows.begin(), rows.end(),
                         [](const SampleRow& row) { return row.is_malformed; });
  };
  CsvDialect escaped = dialect;
  escaped.escape = '\\';
  const auto without = broken(dialect);
  return without > 0 && 10 * broken(escaped) <= without;
}

absl::StatusOr<TablePlace> FindTable(const TableSample& sample, const CsvDialect& dialect,
                                     const std::optional<std::string>& delimiter,
                                     std::optional<std::uint32_t> header_row,
                                     std::uint32_t first_row) {
  const std::uint32_t row = header_row.value_or(first_row);
  std::vector<Cut> cuts;
  std::vector<std::string> candidates(std::begin(kCandidates), std::end(kCandidates));
  if (delimiter) candidates = {*delimiter};
  for (const std::string& candidate : candidates) {
    // Only where two names could have it between them.
    if (candidate.size() > 1 && sample.bytes.find(candidate) == std::string_view::npos) continue;
    cuts.push_back({candidate, ReadSampleRows(sample, WithDelimiter(dialect, candidate),
                                              row + kTitleRows + kTrialRows)});
  }
  absl::StatusOr<Trial> first = BestTrial(cuts, row);
  if (header_row || (first.ok() && !IsTitle(RowOf(cuts, *first, row)))) {
    if (!first.ok()) return first.status();
    return TablePlace{first->delimiter, row};
  }
  for (std::uint32_t later = row + 1; later <= row + kTitleRows; ++later) {
    const absl::StatusOr<Trial> trial = BestTrial(cuts, later);
    if (!trial.ok() || !trial->FitsWell() || trial->rows == 0) continue;
    if (HoldsNames(RowOf(cuts, *trial, later))) return TablePlace{trial->delimiter, later};
  }
  if (!first.ok()) return first.status();
  return TablePlace{first->delimiter, row};
}

std::string DelimiterName(std::string_view delimiter) {
  if (delimiter == "\t") return "tab";
  std::string name = "'";
  for (const char c : delimiter) name += c == '\t' ? std::string("<tab>") : std::string(1, c);
  return name + "'";
}

}  // namespace tranche
