#include "engine/rulebook/list_column.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/suggest.h"
#include "engine/base/text_file.h"
#include "engine/base/utf8.h"
#include "engine/rulebook/book_file.h"
#include "engine/source/input_file.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"
#include "engine/source/table_head.h"

namespace tranche {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kDelimiters = ",;\t|";
constexpr std::size_t kMostNamedColumns = 12;

std::string_view Trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// A first line without any delimiter is the name of a single column; what nowhere occurs delimits.
std::optional<char> DelimiterOfSingleColumn(std::string_view content) {
  const std::string_view first = content.substr(0, content.find_first_of("\r\n"));
  if (first.find_first_of(kDelimiters) != std::string_view::npos) return std::nullopt;
  for (const char delimiter : kDelimiters) {
    if (content.find(delimiter) == std::string_view::npos) return delimiter;
  }
  return kDelimiters.front();
}

std::string ColumnsHint(const std::string& wrong, const std::vector<std::string>& header) {
  std::string hint = DidYouMean(wrong, header);
  if (!hint.empty()) hint += " ";
  hint += "the file has the columns ";
  for (std::size_t i = 0; i < std::min(header.size(), kMostNamedColumns); ++i) {
    hint += (i > 0 ? ", '" : "'") + header[i] + "'";
  }
  return header.size() > kMostNamedColumns ? hint + " and others" : hint;
}

/// One pass over the file.
class ColumnReading {
 public:
  ColumnReading(std::string path, std::string content, BookDraft* draft)
      : path_(std::move(path)),
        content_(std::move(content)),
        draft_(draft),
        reports_rows_(draft->reported_list_files.insert(path_).second) {}

  /// The status is for a file that is no table.
  absl::Status Read(const SpannedText& column, std::vector<SpannedText>* entries) {
    auto input = InputFile::Open(path_);
    if (!input.ok()) return input.status();
    DialectHints hints;
    hints.delimiter = DelimiterOfSingleColumn(content_);
    auto head = ReadTableHead(**input, hints);
    if (!head.ok()) return head.status();
    is_plain_ = (*input)->compression() == Compression::kNone;
    KeepSource(head->dialect.encoding);
    const auto found = std::find(head->header.begin(), head->header.end(), column.text);
    if (found == head->header.end()) {
      draft_->diagnostics->Error(column.span, "'" + path_ + "' has no column '" + column.text + "'",
                                 ColumnsHint(column.text, head->header));
      return absl::OkStatus();
    }
    auto stream = (*input)->OpenStream();
    if (!stream.ok()) return stream.status();
    line_end_ = head->dialect.line_end == LineEnd::kCr ? '\r' : '\n';
    rows_before_ = head->rows_before_data;
    const RowParser parser(*head, {static_cast<std::size_t>(found - head->header.begin())});
    RowChunkReader reader(*std::move(stream), *head);
    RowChunk chunk;
    RowBlock block;
    for (;;) {
      const auto more = reader.Next(&chunk);
      if (!more.ok()) return more.status();
      if (!*more) return absl::OkStatus();
      parser.Parse(chunk, &block);
      Take(block, entries);
    }
  }

 private:
  void KeepSource(Encoding encoding) {
    std::string text;
    if (is_plain_ && AppendAsUtf8(content_, encoding, &text)) text = content_;
    source_ = std::make_shared<const SourceText>(path_, std::move(text));
  }

  void Take(const RowBlock& block, std::vector<SpannedText>* entries) {
    for (const RejectedRow& row : block.rejected()) {
      if (!reports_rows_ || ++rejected_ > kMostListReports) break;
      draft_->diagnostics->Error(PlaceOfRow(row.row, row.offset_bytes),
                                 "this row of the list cannot be read: " + row.reason,
                                 "correct the row in the file");
    }
    for (std::size_t row = 0; row < block.row_count(); ++row) {
      const std::string_view cell = block.cell(row, 0);
      const std::string_view text = Trimmed(cell);
      if (text.empty() || !seen_.insert(std::string(text)).second) continue;
      SourceSpan place = PlaceOfRow(block.row_index(row), block.row_offset_bytes(row));
      const std::string_view raw = block.raw_row(row);
      if (cell.data() >= raw.data() && text.data() + text.size() <= raw.data() + raw.size()) {
        const auto before = static_cast<std::size_t>(text.data() - raw.data());
        place.column += static_cast<std::uint32_t>(CountCodePoints(raw.substr(0, before)));
        place.length = static_cast<std::uint32_t>(CountCodePoints(text));
      }
      entries->push_back({std::string(text), std::move(place)});
    }
    rows_before_ += block.rows_read();
  }

  /// The line of a row, which is its number where no cell has line ends in it.
  SourceSpan PlaceOfRow(std::uint64_t row_in_chunk, std::uint64_t offset_bytes) {
    SourceSpan place;
    place.source = source_;
    place.column = 1;
    place.line = static_cast<std::uint32_t>(rows_before_ + row_in_chunk + 1);
    if (!is_plain_) return place;
    const auto offset = std::min(static_cast<std::size_t>(offset_bytes), content_.size());
    if (offset < counted_to_) {
      counted_to_ = 0;
      lines_ = 0;
    }
    const auto begin = content_.begin() + static_cast<std::ptrdiff_t>(counted_to_);
    const auto end = content_.begin() + static_cast<std::ptrdiff_t>(offset);
    lines_ += static_cast<std::size_t>(std::count(begin, end, line_end_));
    counted_to_ = offset;
    place.line = static_cast<std::uint32_t>(lines_ + 1);
    return place;
  }

  std::string path_;
  std::string content_;  ///< the bytes of the file
  BookDraft* draft_;
  bool reports_rows_;     ///< no earlier list has read the file
  bool is_plain_ = true;  ///< not compressed
  std::shared_ptr<const SourceText> source_;
  char line_end_ = '\n';
  std::uint64_t rows_before_ = 0;
  std::size_t counted_to_ = 0;  ///< lines_ line ends stand before this place
  std::size_t lines_ = 0;
  std::size_t rejected_ = 0;
  absl::flat_hash_set<std::string> seen_;
};

}  // namespace

std::vector<SpannedText> ReadListColumn(const SpannedText& file, const SpannedText& column,
                                        BookDraft* draft) {
  std::vector<SpannedText> entries;
  const std::string path = PathBeside(file);
  if (const absl::Status readable = CheckTextFile(path); !readable.ok()) {
    ReportUnreadable(path, readable, file, draft);
    return entries;
  }
  std::ifstream stream(path, std::ios::binary);
  std::string content;
  if (stream) content.assign(std::istreambuf_iterator<char>(stream), {});
  const absl::Status status = ColumnReading(path, content, draft).Read(column, &entries);
  if (!status.ok() && stream) {
    // What a person could state in a layout cannot be stated here.
    const std::string reason(status.message().data(), status.message().size());
    draft->diagnostics->Error(file.span,
                              "this list cannot be read: " + reason.substr(0, reason.find("; ")),
                              "save it as CSV with the names of the columns in the first row");
    return entries;
  }
  if (!status.ok()) {
    ReportUnreadable(path, status, file, draft);
    return entries;
  }
  const auto is_same = [&path](const RulebookFile& known) { return known.path == path; };
  auto& files = draft->book.files;
  if (std::none_of(files.begin(), files.end(), is_same)) {
    files.push_back({path, std::move(content)});
  }
  return entries;
}

}  // namespace tranche
