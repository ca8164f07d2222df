#include "engine/source/table_head.h"

#include <string_view>
#include <utility>

#include "engine/source/dialect_detection.h"
#include "engine/source/encoding_detection.h"
#include "engine/source/row_scan.h"
#include "engine/source/text_decoder.h"
#include "engine/source/workbook.h"

namespace tranche {
namespace {

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

// ASCII white space and no-break spaces around `name` are no part of it.
std::string_view Trim(std::string_view name) {
  constexpr std::string_view kSpaces = " \t\r\n\v\f";
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  for (;;) {
    const std::size_t size_before = name.size();
    while (!name.empty() && kSpaces.find(name.front()) != kSpaces.npos) name.remove_prefix(1);
    while (!name.empty() && kSpaces.find(name.back()) != kSpaces.npos) name.remove_suffix(1);
    if (name.substr(0, 2) == kNoBreakSpace) name.remove_prefix(2);
    if (name.size() >= 2 && name.substr(name.size() - 2) == kNoBreakSpace) name.remove_suffix(2);
    if (name.size() == size_before) return name;
  }
}

// Reads the head of one table.
class HeadReader {
 public:
  HeadReader(const std::string& name, const TableSample& sample, const DialectHints& hints)
      : name_(name), sample_(sample), hints_(hints), header_row_(hints.header_row) {}

  absl::StatusOr<TableHead> Read(EncodingGuess encoding) {
    CsvDialect& dialect = head_.dialect;
    dialect.encoding = std::move(encoding.encoding);
    if (!encoding.because.empty()) {
      Assume("encoding " + std::string(dialect.encoding.name()) + " (" + encoding.because + ")");
    }
    if (dialect.encoding.kind() == Encoding::Kind::kDecodedBefore) {
      Assume("places of rejected rows count the bytes of the text converted to utf-8");
    }
    dialect.line_end = DetectLineEnd(sample_.bytes);
    Assume(std::string("line ends ") + LineEndName(dialect.line_end) + " (detected)");
    TakeSeparatorRow();
    if (hints_.delimiter) {
      dialect.delimiter = *hints_.delimiter;
    } else if (!has_delimiter_) {
      absl::StatusOr<char> found = DetectDelimiter(sample_, dialect, header_row_);
      // Where there is no header row, that is what to say.
      if (!found.ok() && FindHeader().ok()) return Error(std::string(found.status().message()));
      if (found.ok()) dialect.delimiter = *found;
      Assume("delimiter " + DelimiterName(dialect.delimiter) + " (detected)");
    }
    return ReadKnown();
  }

  /// With the dialect as it is.
  absl::StatusOr<TableHead> ReadKnown() {
    if (absl::Status status = FindHeader(); !status.ok()) return status;
    if (absl::Status status = ReadHeader(); !status.ok()) return status;
    return std::move(head_);
  }

 private:
  absl::Status Error(const std::string& what) const {
    return absl::InvalidArgumentError(name_ + ": " + what);
  }
  void Assume(std::string what) { head_.assumptions.push_back(std::move(what)); }

  // Excel reads a first row `sep=;` as an instruction, and some exports write one.
  void TakeSeparatorRow() {
    const std::string_view bytes = sample_.bytes;
    if (header_row_ != 1 || bytes.size() < 6 || bytes.substr(0, 4) != "sep=" ||
        (bytes[5] != '\r' && bytes[5] != '\n')) {
      return;
    }
    header_row_ = 2;
    has_delimiter_ = true;
    head_.dialect.delimiter = bytes[4];
    Assume("delimiter " + DelimiterName(bytes[4]) + " (named by the first row)");
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
        head_.data_offset_bytes = scan.next_row;
        head_.rows_before_data = row;
        return absl::OkStatus();
      }
      begin = scan.next_row;
    }
    return Error(sample_.is_whole
                     ? "has no row " + std::to_string(header_row_) +
                           ", where the column names should be"
                     : "has no end of the row with the column names within its first MiB");
  }

  absl::Status ReadHeader() {
    const RowMarks marks(head_.dialect);
    CollectedCells cells(marks, sample_.bytes);
    RowScanner<CollectedCells>(marks, sample_.bytes, 0, sample_.is_whole, cells)
        .Scan(header_begin_);
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
        return Error("the name of column " + std::to_string(head_.header.size() + 1) + ", `" +
                     ReadableText(raw, head_.dialect.encoding, 80) + "`, is not valid " +
                     std::string(head_.dialect.encoding.name()) +
                     "; state `encoding` in the layout");
      }
      head_.header.emplace_back(Trim(name));
    }
    return absl::OkStatus();
  }

  const std::string& name_;
  const TableSample& sample_;
  const DialectHints& hints_;
  std::uint32_t header_row_;
  bool has_delimiter_ = false;
  std::size_t header_begin_ = 0;
  TableHead head_;
};

// The text of a sheet is made by this program: nothing of it is detected.
absl::StatusOr<TableHead> ReadSheetHead(InputFile& input, Workbook& workbook,
                                        const DialectHints& hints) {
  absl::Status chosen = workbook.Choose(hints.sheet, hints.header_row);
  if (!chosen.ok()) return chosen;
  absl::StatusOr<std::string_view> bytes = input.Head(kDetectionBytes);
  if (!bytes.ok()) return bytes.status();
  const TableSample sample = {*bytes, bytes->size() < kDetectionBytes};
  absl::StatusOr<TableHead> head = HeadReader(input.name(), sample, hints).ReadKnown();
  if (head.ok()) head->assumptions = workbook.Assumptions();
  return head;
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
  if (hints.delimiter) {
    const auto delimiter = static_cast<unsigned char>(*hints.delimiter);
    if (delimiter == '"' || delimiter == '\r' || delimiter == '\n' || delimiter == 0 ||
        delimiter > 0x7E) {
      return absl::InvalidArgumentError(
          input.name() + ": a delimiter must be an ASCII character, no quote and no line end");
    }
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
    return absl::InvalidArgumentError(input.name() + " " + std::string(status.message()));
  }
  const TableSample sample = {text, is_whole};
  absl::StatusOr<TableHead> head = HeadReader(input.name(), sample, hints).Read(encoding);
  if (head.ok()) head->data_offset_bytes += mark_bytes;
  return head;
}

}  // namespace tranche
