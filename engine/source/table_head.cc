#include "engine/source/table_head.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/source/dialect_detection.h"
#include "engine/source/encoding_detection.h"
#include "engine/source/header_names.h"
#include "engine/source/row_scan.h"
#include "engine/source/sample_rows.h"
#include "engine/source/text_decoder.h"
#include "engine/source/workbook.h"

namespace tranche {
namespace {

constexpr std::size_t kMeasuredRows = 2000;

const char* LineEndName(LineEnd line_end) {
  switch (line_end) {
    case LineEnd::kLf:
      return "LF";
    case LineEnd::kCrLf:
      return "CRLF";
    case LineEnd::kCr:
      return "CR";
  }
  return "";
}

std::string NamesBelowTitles(std::uint32_t row) {
  return "column names in row " + std::to_string(row) + " (assumed: the rows above it are titles)";
}

// Reads the head of one table.
class HeadReader {
 public:
  HeadReader(const std::string& name, const TableSample& sample, const DialectHints& hints)
      : name_(name), sample_(sample), hints_(hints) {}

  absl::StatusOr<TableHead> Read(EncodingGuess encoding) {
    CsvDialect& dialect = head_.dialect;
    dialect.encoding = std::move(encoding.encoding);
    if (!encoding.because.empty()) {
      Assume("encoding " + std::string(dialect.encoding.name()) + " (" + encoding.because + ")");
    }
    if (dialect.encoding.kind() == Encoding::Kind::kDecodedBefore) {
      Assume("places of rejected rows count the bytes of the text converted to utf-8");
    }
    TakeStatedMarks();
    const LineEnds line_ends = DetectLineEnd(sample_.bytes, dialect.quote);
    dialect.line_end = line_ends.usual;
    Assume(std::string("line ends ") + LineEndName(dialect.line_end) + " (detected)");
    if (line_ends.lone_cr > 0) {
      Assume(std::to_string(line_ends.lone_cr) + " CR without LF outside quotes are content");
    }
    TakeSeparatorRow();
    if (absl::Status status = FindPlace(); !status.ok()) return status;
    if (absl::Status status = FindHeader(); !status.ok()) return status;
    if (absl::Status status = ReadHeader(); !status.ok()) return status;
    FitRows();
    return std::move(head_);
  }

  /// With the dialect as it is, and names from `header_row` on.
  absl::StatusOr<TableHead> ReadKnown(std::uint32_t header_row) {
    header_row_ = header_row;
    if (absl::Status status = FindHeader(); !status.ok()) return status;
    if (absl::Status status = ReadHeader(); !status.ok()) return status;
    return std::move(head_);
  }

 private:
  absl::Status Error(const std::string& what) const {
    return absl::InvalidArgumentError(name_ + ": " + what);
  }
  void Assume(std::string what) { head_.assumptions.push_back(std::move(what)); }

  void TakeStatedMarks() {
    CsvDialect& dialect = head_.dialect;
    dialect.quote = hints_.quote.value_or('"');
    dialect.escape = hints_.escape.value_or('\0');
    if (dialect.escape == dialect.quote) dialect.escape = '\0';  // that is doubling
    dialect.fills_short_rows = hints_.fills_short_rows;
    dialect.cuts_empty_cells = hints_.cuts_empty_cells;
    dialect.joins_wrapped_rows = hints_.joins_wrapped_rows;
    if (hints_.delimiter) SetDelimiter(std::string(1, *hints_.delimiter) + hints_.delimiter_rest);
  }

  void SetDelimiter(const std::string& delimiter) {
    head_.dialect.delimiter = delimiter[0];
    head_.dialect.delimiter_rest = delimiter.substr(1);
  }

  // Excel reads a first row `sep=;` as an instruction, and some exports write one.
  void TakeSeparatorRow() {
    const std::string_view bytes = sample_.bytes;
    if (hints_.header_row.value_or(1) != 1 || bytes.size() < 6 || bytes.substr(0, 4) != "sep=" ||
        (bytes[5] != '\r' && bytes[5] != '\n')) {
      return;
    }
    first_row_ = 2;
    if (hints_.delimiter) return;
    separator_ = std::string(1, bytes[4]);
    SetDelimiter(*separator_);
    Assume("delimiter " + DelimiterName(*separator_) + " (named by the first row)");
  }

  // Settles the delimiter, the escape and the row with the names.
  absl::Status FindPlace() {
    header_row_ = hints_.header_row ? std::max(first_row_, *hints_.header_row) : first_row_;
    const bool has_delimiter = hints_.delimiter || separator_;
    // Of several rows with names the first may look like a title.
    const bool is_row_known = hints_.header_row || !hints_.has_header || hints_.header_rows > 1;
    if (!hints_.escape && head_.dialect.quote != '\0') FindEscape(is_row_known);
    if (has_delimiter && is_row_known) return absl::OkStatus();
    const absl::StatusOr<TablePlace> found = Find(is_row_known);
    if (!found.ok()) {
      if (has_delimiter) return absl::OkStatus();
      // Where there is no header row, that is what to say.
      return FindHeader().ok() ? Error(std::string(found.status().message())) : absl::OkStatus();
    }
    SetDelimiter(found->delimiter);
    if (!has_delimiter) Assume("delimiter " + DelimiterName(found->delimiter) + " (detected)");
    if (found->header_row != header_row_) {
      header_row_ = found->header_row;
      Assume(NamesBelowTitles(header_row_));
    }
    return absl::OkStatus();
  }

  absl::StatusOr<TablePlace> Find(bool is_row_known) const {
    std::optional<std::string> delimiter = separator_;
    if (hints_.delimiter) delimiter = std::string(1, *hints_.delimiter) + hints_.delimiter_rest;
    return FindTable(sample_, head_.dialect, delimiter,
                     is_row_known ? std::optional<std::uint32_t>(header_row_) : std::nullopt,
                     header_row_);
  }

  void FindEscape(bool is_row_known) {
    if (sample_.bytes.find(std::string{'\\', head_.dialect.quote}) == std::string_view::npos)
      return;
    CsvDialect tried = head_.dialect;
    if (const absl::StatusOr<TablePlace> found = Find(is_row_known); found.ok()) {
      tried.delimiter = found->delimiter[0];
      tried.delimiter_rest = found->delimiter.substr(1);
    }
    if (!IsEscapedByBackslash(sample_, tried)) return;
    head_.dialect.escape = '\\';
    Assume("a backslash before a quote means that it is part of the text (detected)");
  }

  // Finds the header row with the delimiter as it is; sets header_begin_ and where its data begins.
  absl::Status FindHeader() {
    const RowMarks marks(head_.dialect);
    PassedCells cells(marks, sample_.bytes);
    RowScanner<PassedCells> scanner(marks, sample_.bytes, 0, sample_.is_whole, cells);
    std::size_t begin = 0;
    for (std::uint32_t row = 1; begin < sample_.bytes.size(); ++row) {
      const RowScan scan = scanner.Scan(begin);
      if (scan.kind == RowScan::Kind::kNeedMore) break;
      if (row == header_row_) {
        if (scan.kind == RowScan::Kind::kMalformed) {
          return Error("the header in row " + std::to_string(row) +
                       " has a quote that is not closed properly");
        }
        if (scan.content_end == begin) {
          return Error("row " + std::to_string(row) +
                       ", where the column names should be, is blank; state `header_row` in the"
                       " layout");
        }
        header_begin_ = begin;
        head_.data_offset_bytes = hints_.has_header ? scan.next_row : begin;
        head_.rows_before_data = hints_.has_header ? row : row - 1;
        return absl::OkStatus();
      }
      begin = scan.next_row;
    }
    return Error(sample_.is_whole
                     ? "has no row " + std::to_string(header_row_) +
                           ", where the column names should be"
                     : "has no end of the row with the column names within its first MiB");
  }

  // All rows with names; more than one of them where the layout says so.
  absl::Status ReadHeader() {
    std::vector<std::vector<std::string>> rows;
    std::size_t begin = header_begin_;
    for (std::uint32_t i = 0; i < hints_.header_rows; ++i) {
      absl::StatusOr<std::vector<std::string>> names = ReadNames(&begin);
      if (!names.ok()) return names.status();
      rows.push_back(*std::move(names));
    }
    if (!hints_.has_header) {
      head_.header = LetterNames(rows[0].size());
      return absl::OkStatus();
    }
    head_.header = rows.size() == 1 ? std::move(rows[0]) : JoinedNames(std::move(rows));
    head_.data_offset_bytes = begin;
    head_.rows_before_data += hints_.header_rows - 1;
    return absl::OkStatus();
  }

  // The cells of the row at `*begin`, which is passed over.
  absl::StatusOr<std::vector<std::string>> ReadNames(std::size_t* begin) {
    const RowMarks marks(head_.dialect);
    CollectedCells cells(marks, sample_.bytes);
    const RowScan scan =
        RowScanner<CollectedCells>(marks, sample_.bytes, 0, sample_.is_whole, cells).Scan(*begin);
    if (scan.kind != RowScan::Kind::kRow) {
      return Error(
          "the rows with the column names do not end, or have a quote that is not closed"
          " properly");
    }
    *begin = scan.next_row;
    std::vector<std::string> names;
    for (const CollectedCells::Cell& cell : cells.cells()) {
      const std::string_view content = sample_.bytes.substr(cell.begin, cell.end - cell.begin);
      std::string raw;
      if (cell.has_doubled) {
        AppendUnquoted(content, marks, &raw);
      } else {
        raw = content;
      }
      std::string name;
      if (AppendAsUtf8(raw, head_.dialect.encoding, &name)) {
        if (!hints_.has_header) {  // a row of data, which is rejected in its turn
          names.emplace_back();
          continue;
        }
        return Error("the name of column " + std::to_string(names.size() + 1) + ", `" +
                     ReadableText(raw, head_.dialect.encoding, 80) + "`, is not valid " +
                     std::string(head_.dialect.encoding.name()) +
                     "; state `encoding` in the layout");
      }
      names.emplace_back(TrimName(name));
    }
    return names;
  }

  // Delimiters at the ends of rows, and rows that are broken over two lines.
  void FitRows() {
    CsvDialect& dialect = head_.dialect;
    const TableSample data = {sample_.bytes.substr(head_.data_offset_bytes), sample_.is_whole};
    const std::vector<SampleRow> rows = ReadSampleRows(data, dialect, kMeasuredRows);
    const RowLengths lengths = MeasureRows(rows, 0, head_.header.size());
    const auto nearly_all = [&](std::size_t count) {
      return count > 0 && 10 * count >= 9 * lengths.rows;
    };
    if (head_.header.size() > 1 && head_.header.back().empty() && nearly_all(lengths.one_less)) {
      head_.header.pop_back();
      Assume("the row with the column names ends with a delimiter, which names no column");
    } else if (nearly_all(lengths.one_empty_more) && !dialect.cuts_empty_cells) {
      dialect.cuts_empty_cells = true;
      Assume("rows end with a delimiter, behind which there is no cell (detected)");
    }
    if (lengths.wrapped > 0 && !dialect.joins_wrapped_rows) {
      Assume((lengths.wrapped == 1 ? std::string("one row seems")
                                   : std::to_string(lengths.wrapped) + " rows seem") +
             " to be broken over two lines, the first in row " +
             std::to_string(head_.rows_before_data + lengths.first_wrapped_row) +
             "; to join them, state `wrapped_rows: join` in the layout");
    }
  }

  const std::string& name_;
  const TableSample& sample_;
  const DialectHints& hints_;
  std::uint32_t first_row_ = 1;
  std::uint32_t header_row_ = 1;
  std::optional<std::string> separator_;
  std::size_t header_begin_ = 0;
  TableHead head_;
};

// Of the sheet that is read, with titles from `header_row` on.
absl::StatusOr<TableSample> SheetSample(InputFile& input, Workbook& workbook,
                                        const DialectHints& hints, std::uint32_t header_row) {
  const std::uint32_t last_row = hints.has_header ? header_row + hints.header_rows - 1 : 0;
  absl::Status chosen = workbook.Choose(hints.sheet, last_row);
  if (!chosen.ok()) return chosen;
  absl::StatusOr<std::string_view> bytes = input.Head(kDetectionBytes);
  if (!bytes.ok()) return bytes.status();
  return TableSample{*bytes, bytes->size() < kDetectionBytes};
}

// The text of a sheet is made by this program: nothing of it is detected but the row of the titles.
absl::StatusOr<TableHead> ReadSheetHead(InputFile& input, Workbook& workbook,
                                        const DialectHints& hints) {
  std::uint32_t row = hints.header_row.value_or(1);
  absl::StatusOr<TableSample> sample = SheetSample(input, workbook, hints, row);
  if (!sample.ok()) return sample.status();
  std::string assumption;
  if (!hints.header_row && hints.has_header && hints.header_rows == 1) {
    const auto found = FindTable(*sample, CsvDialect(), ",", std::nullopt, row);
    if (found.ok() && found->header_row != row) {
      row = found->header_row;
      assumption = NamesBelowTitles(row);
      sample = SheetSample(input, workbook, hints, row);
      if (!sample.ok()) return sample.status();
    }
  }
  absl::StatusOr<TableHead> head = HeadReader(input.name(), *sample, hints).ReadKnown(row);
  if (!head.ok()) return head.status();
  head->assumptions = workbook.Assumptions();
  if (!assumption.empty()) head->assumptions.push_back(assumption);
  return head;
}

bool IsPossible(const std::string& delimiter) {
  return std::all_of(delimiter.begin(), delimiter.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return c != '"' && c != '\r' && c != '\n' && byte != 0 && byte <= 0x7E;
  });
}

}  // namespace

absl::StatusOr<TableHead> ReadTableHead(InputFile& input, const DialectHints& hints) {
  if (Workbook* workbook = input.workbook()) return ReadSheetHead(input, *workbook, hints);
  absl::StatusOr<std::string_view> bytes = input.Head(kDetectionBytes);
  if (!bytes.ok()) return bytes.status();
  if (bytes->empty()) return absl::InvalidArgumentError(input.name() + " is empty");
  if (absl::Status status = CheckIsNoDocument(*bytes); !status.ok()) {
    return absl::InvalidArgumentError(input.name() + " " + std::string(status.message()));
  }
  if (hints.delimiter && !IsPossible(std::string(1, *hints.delimiter) + hints.delimiter_rest)) {
    return absl::InvalidArgumentError(
        input.name() + ": a delimiter must be an ASCII character, no quote and no line end");
  }
  const bool is_whole = bytes->size() < kDetectionBytes;
  EncodingGuess encoding = hints.encoding ? StatedEncoding(*hints.encoding, *bytes, is_whole)
                                          : DetectEncoding(*bytes, is_whole);
  std::string decoded;
  std::string_view text = bytes->substr(encoding.mark_bytes);
  // The decoder takes the mark away by itself.
  std::size_t mark_bytes = encoding.mark_bytes;
  if (encoding.encoding.kind() == Encoding::Kind::kDecodedBefore) {
    decoded = DecodedText(*bytes, encoding.encoding, is_whole);
    text = decoded;
    mark_bytes = 0;
  }
  if (text.empty()) return absl::InvalidArgumentError(input.name() + " is empty");
  if (absl::Status status = CheckIsText(text); !status.ok()) {
    const auto wide = hints.encoding ? EncodingOfMark(*bytes) : std::nullopt;
    if (wide && wide->encoding.kind() == Encoding::Kind::kDecodedBefore) {
      return absl::InvalidArgumentError(input.name() + " begins with the byte-order mark of " +
                                        std::string(wide->encoding.name()) +
                                        ", but the layout states the encoding " +
                                        std::string(hints.encoding->name()) +
                                        "; leave `encoding` out there, or save the file so");
    }
    return absl::InvalidArgumentError(input.name() + " " + std::string(status.message()));
  }
  const TableSample sample = {text, is_whole};
  absl::StatusOr<TableHead> head = HeadReader(input.name(), sample, hints).Read(encoding);
  if (head.ok()) head->data_offset_bytes += mark_bytes;
  return head;
}

}  // namespace tranche
