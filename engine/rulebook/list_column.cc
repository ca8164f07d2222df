#include "engine/rulebook/list_column.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/blanks.h"
#include "engine/base/suggest.h"
#include "engine/base/text_file.h"
#include "engine/rulebook/book_file.h"
#include "engine/source/input_file.h"
#include "engine/source/row_walk.h"
#include "engine/source/table_head.h"
#include "engine/source/table_text.h"

namespace tranche {
namespace {

constexpr std::string_view kDelimiters = ",;\t|";
constexpr std::size_t kMostNamedColumns = 12;

void ReportTooLarge(const absl::Status& status, const SpannedText& file, BookDraft* draft) {
  const std::string reason(status.message().data(), status.message().size());
  draft->diagnostics->Error(file.span, "cannot read '" + file.text + "': " + reason,
                            "see whether this is the file that you mean");
}

/// The file among those of the book, read unless an earlier list has done so; null with a report.
const RulebookFile* KeptFile(const std::string& path, const SpannedText& file, BookDraft* draft) {
  auto& files = draft->book.files;
  const auto known = std::find_if(files.begin(), files.end(), [&path](const RulebookFile& other) {
    return other.path == path;
  });
  if (known != files.end()) return &*known;
  auto bytes = ReadTextFile(path);
  if (bytes.ok()) return &files.emplace_back(RulebookFile{path, *std::move(bytes)});
  ReportUnreadable(path, bytes.status(), file, draft);
  return nullptr;
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
  ColumnReading(std::string path, std::string_view bytes, BookDraft* draft)
      : path_(std::move(path)),
        bytes_(bytes),
        draft_(draft),
        reports_rows_(draft->reported_list_files.insert(path_).second) {}

  /// The status is for a file that is no table.
  absl::Status Read(const SpannedText& column, std::vector<SpannedText>* entries) {
    auto input = InputFile::OfBytes(path_, bytes_);
    if (!input.ok()) return input.status();
    auto content = ReadWhole(**input, kMaxTextBytes >> 20, "; no list should be");
    if (!content.ok()) return content.status();
    content_ = *std::move(content);
    DialectHints hints;
    hints.delimiter = DelimiterOfSingleColumn(content_);
    auto head = ReadTableHead(**input, hints);
    if (!head.ok()) return head.status();
    table_.emplace(path_, content_, head->dialect);
    const auto position = Position(column, head->header);
    if (!position) return absl::OkStatus();
    auto walk = RowWalk::Begin(**input, *head, {*position});
    if (!walk.ok()) return walk.status();
    for (;;) {
      const auto more = (*walk)->Next();
      if (!more.ok()) return more.status();
      if (!*more) return absl::OkStatus();
      Take((*walk)->chunk(), (*walk)->block(), entries);
    }
  }

 private:
  std::optional<std::size_t> Position(const SpannedText& column,
                                      const std::vector<std::string>& header) {
    const auto found = std::find(header.begin(), header.end(), column.text);
    if (found == header.end()) {
      draft_->diagnostics->Error(column.span, "'" + path_ + "' has no column '" + column.text + "'",
                                 ColumnsHint(column.text, header));
      return std::nullopt;
    }
    if (std::count(found, header.end(), column.text) > 1) {
      draft_->diagnostics->Error(column.span,
                                 "'" + path_ + "' has several columns '" + column.text + "'",
                                 "rename those that are not meant, or delete them from the file");
      return std::nullopt;
    }
    return static_cast<std::size_t>(found - header.begin());
  }

  void Take(const RowChunk& chunk, const RowBlock& block, std::vector<SpannedText>* entries) {
    for (const RejectedRow& row : block.rejected()) {
      if (!reports_rows_ || ++rejected_ > kMostListReports) break;
      draft_->diagnostics->Error(table_->SpanAt(row.offset_bytes, ""),
                                 "this row of the list cannot be read: " + row.reason,
                                 "correct the row in the file");
    }
    for (std::size_t row = 0; row < block.row_count(); ++row) {
      const std::string_view text = TrimBlanks(block.cell(row, 0));
      if (text.empty() || !seen_.insert(std::string(text)).second) continue;
      entries->push_back({std::string(text), table_->SpanOf(chunk, block, row, text)});
    }
  }

  std::string path_;
  std::string_view bytes_;  ///< of the file as it lies on disk
  std::string content_;     ///< the same, decompressed
  BookDraft* draft_;
  bool reports_rows_;               ///< no earlier list has read the file
  std::optional<TableText> table_;  ///< of `content_`
  std::size_t rejected_ = 0;
  absl::flat_hash_set<std::string> seen_;
};

}  // namespace

std::vector<SpannedText> ReadListColumn(const SpannedText& file, const SpannedText& column,
                                        BookDraft* draft) {
  const std::string path = PathBeside(file);
  const RulebookFile* kept = KeptFile(path, file, draft);
  if (kept == nullptr) return {};
  std::vector<SpannedText> entries;
  const absl::Status status = ColumnReading(path, kept->text, draft).Read(column, &entries);
  if (status.ok()) return entries;
  if (absl::IsOutOfRange(status)) {
    ReportTooLarge(status, file, draft);
    return {};
  }
  // What a person could state in a layout cannot be stated here.
  const std::string reason(status.message().data(), status.message().size());
  draft->diagnostics->Error(file.span,
                            "this list cannot be read: " + reason.substr(0, reason.find("; ")),
                            "save it as CSV with the names of the columns in the first row");
  return {};
}

}  // namespace tranche
