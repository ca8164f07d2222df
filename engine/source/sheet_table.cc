#include "engine/source/sheet_table.h"

#include <algorithm>
#include <utility>

#include "engine/source/cell_number.h"
#include "engine/source/sheet_rows.h"

namespace tranche {
namespace {

// What Excel and LibreOffice can have.
constexpr std::uint64_t kMostRows = 1'048'576;
constexpr std::uint32_t kMostColumns = 16'384;
constexpr std::size_t kMarkedKept = 500;
constexpr std::size_t kPieceBytes = std::size_t{1} << 18;
// Rows are padded to one width: a lone cell far to the right must not make a small file huge.
constexpr std::uint64_t kMostCells = std::uint64_t{4} << 30;

bool IsHeaderMerge(const MergedCells& merge, std::uint32_t header_row) {
  return merge.first_row <= header_row;
}

class SheetStream : public ByteStream {
 public:
  SheetStream(const Spool& spool, const SheetFacts& facts, const std::vector<MergedCells>& merges,
              std::uint32_t header_row)
      : rows_(spool),
        last_row_(facts.rows),
        width_(static_cast<std::uint32_t>(facts.columns.size())),
        merges_(merges),
        header_row_(header_row) {}

  absl::StatusOr<std::size_t> Read(char* buffer, std::size_t size_bytes) override {
    if (used_ == ready_.size()) {
      ready_.clear();
      used_ = 0;
      while (ready_.size() < kPieceBytes && next_row_ <= last_row_) {
        if (absl::Status status = WriteRow(); !status.ok()) return status;
      }
    }
    const std::size_t size = ready_.copy(buffer, size_bytes, used_);
    used_ += size;
    return size;
  }

 private:
  // The next row of the sheet, blank or not.
  absl::Status WriteRow() {
    if (!has_row_ && !is_at_end_) {
      const auto more = rows_.Next(&row_);
      if (!more.ok()) return more.status();
      has_row_ = *more;
      is_at_end_ = !*more;
    }
    const bool is_blank = !has_row_ || row_.row != next_row_;
    TakeMerges();
    if (!active_.empty() && (!is_blank || next_row_ <= header_row_)) {
      WriteMerged(is_blank ? std::string_view() : row_.text);
    } else if (!is_blank) {
      ready_.append(row_.text);
      ready_.append(width_ - row_.cells, ',');
    }
    ready_ += '\n';
    if (!is_blank) has_row_ = false;
    ++next_row_;
    return absl::OkStatus();
  }

  void TakeMerges() {
    std::erase_if(active_, [&](const MergedCells* merge) { return merge->last_row < next_row_; });
    while (next_merge_ < merges_.size() && merges_[next_merge_].first_row <= next_row_) {
      const MergedCells& merge = merges_[next_merge_++];
      const bool is_header = IsHeaderMerge(merge, header_row_);
      // Money must not be counted in each of the rows.
      if (!is_header && MayBeNumber(CsvCellContent(merge.content))) continue;
      active_.push_back(&merge);
    }
  }

  void WriteMerged(std::string_view text) {
    std::vector<std::string_view> cells = CutCsvCells(text);
    cells.resize(std::max<std::size_t>(cells.size(), width_));
    for (const MergedCells* merge : active_) {
      const bool is_header = IsHeaderMerge(*merge, header_row_);
      const std::uint32_t last = is_header ? merge->last_column : merge->first_column;
      for (std::uint32_t i = merge->first_column; i <= last && i < width_; ++i) {
        if (cells[i].empty()) cells[i] = merge->content;
      }
    }
    const std::size_t begin = ready_.size();
    bool is_blank = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) ready_ += ',';
      ready_.append(cells[i]);
      is_blank &= cells[i].empty();
    }
    if (is_blank) ready_.resize(begin);
  }

  SheetRowReader rows_;
  std::uint64_t last_row_;
  std::uint32_t width_;
  const std::vector<MergedCells>& merges_;
  std::uint32_t header_row_;
  SheetRow row_;  // not written yet, where has_row_
  bool has_row_ = false;
  bool is_at_end_ = false;
  std::uint64_t next_row_ = 1;
  std::size_t next_merge_ = 0;
  std::vector<const MergedCells*> active_;
  std::string ready_;
  std::size_t used_ = 0;
};

}  // namespace

SheetTable::SheetTable(std::string sheet, std::string name)
    : name_(std::move(name)), spool_(name_) {
  facts_.sheet = std::move(sheet);
}

absl::Status SheetTable::Problem(const std::string& what) const {
  return absl::DataLossError(name_ + ", sheet '" + facts_.sheet + "': " + what +
                             "; open the file in the program that made it and save it again");
}

absl::Status SheetTable::BeginRow(std::uint64_t row, bool is_hidden) {
  if (row <= row_) return Problem("row " + std::to_string(row) + " comes twice or too late");
  if (row > kMostRows) return Problem("row " + std::to_string(row) + " is more than a sheet has");
  row_ = row;
  row_is_hidden_ = is_hidden;
  next_column_ = 0;
  cells_.clear();
  return absl::OkStatus();
}

absl::Status SheetTable::Add(std::uint32_t column, std::string_view text, SheetCellKind kind) {
  if (text.empty()) return absl::OkStatus();
  if (column >= kMostColumns) return Problem("row " + std::to_string(row_) + " has too many cells");
  if (column < next_column_) {
    return Problem("cell " + CellName(row_, column) + " comes twice or too late");
  }
  const bool is_first = next_column_ == 0;
  cells_.append(is_first ? column : column - next_column_ + 1, ',');
  AppendCsvCell(text, &cells_);
  next_column_ = column + 1;
  if (column >= facts_.columns.size()) facts_.columns.resize(column + 1);
  SheetColumn& facts = facts_.columns[column];
  ++facts.filled;
  if (kind == SheetCellKind::kDate) facts.dates.Add(row_, column, text);
  if (kind == SheetCellKind::kNumber && text.find('.') != text.npos) ++facts.fractions;
  if (kind == SheetCellKind::kText && IsMarkedNumber(text)) {
    ++facts.marked_count;
    if (facts.marked.size() < kMarkedKept) facts.marked.push_back({row_, std::string(text)});
  }
  return absl::OkStatus();
}

absl::Status SheetTable::EndRow() {
  if (next_column_ == 0) return absl::OkStatus();
  if (row_is_hidden_) facts_.hidden_rows.Add(row_, 0, "");
  facts_.rows = row_;
  return AppendSheetRow({row_, next_column_, cells_}, &spool_);
}

void SheetTable::HideColumns(std::uint32_t first, std::uint32_t last) {
  last = std::min(last, kMostColumns - 1);
  if (last >= hidden_columns_.size()) hidden_columns_.resize(std::size_t{last} + 1);
  for (std::uint32_t i = first; i <= last; ++i) hidden_columns_[i] = true;
}

absl::Status SheetTable::Finish() {
  for (std::size_t i = 0; i < std::min(facts_.columns.size(), hidden_columns_.size()); ++i) {
    facts_.columns[i].is_hidden = hidden_columns_[i];
  }
  if (facts_.rows * facts_.columns.size() > kMostCells) {
    const auto last = static_cast<std::uint32_t>(facts_.columns.size() - 1);
    return Problem("it has cells as far as column " + ColumnLetters(last) + " and row " +
                   std::to_string(facts_.rows) +
                   ", too many to read; delete what lies far outside"
                   " of the table");
  }
  std::sort(merges_.begin(), merges_.end(), [](const MergedCells& a, const MergedCells& b) {
    return std::pair(a.first_row, a.first_column) < std::pair(b.first_row, b.first_column);
  });
  if (!merges_.empty()) {
    SheetRowReader rows(spool_);
    SheetRow row;
    std::size_t next = 0;
    for (;;) {
      const auto more = rows.Next(&row);
      if (!more.ok()) return more.status();
      if (!*more) break;
      while (next < merges_.size() && merges_[next].first_row < row.row) ++next;
      if (next == merges_.size()) break;
      if (merges_[next].first_row != row.row) continue;
      const std::vector<std::string_view> cells = CutCsvCells(row.text);
      for (; next < merges_.size() && merges_[next].first_row == row.row; ++next) {
        MergedCells& merge = merges_[next];
        if (merge.first_column < cells.size()) merge.content = cells[merge.first_column];
      }
    }
    std::erase_if(merges_, [](const MergedCells& merge) { return merge.content.empty(); });
  }
  SetHeaderRow(header_row_);
  return absl::OkStatus();
}

void SheetTable::SetHeaderRow(std::uint32_t header_row) {
  header_row_ = header_row;
  facts_.header_merges = facts_.filled_merges = facts_.number_merges = {};
  for (const MergedCells& merge : merges_) {
    const std::string content = CsvCellContent(merge.content);
    const bool is_over_rows = merge.last_row > merge.first_row;
    Sighting* seen = nullptr;
    if (IsHeaderMerge(merge, header_row)) {
      seen = &facts_.header_merges;
    } else if (is_over_rows && MayBeNumber(content)) {
      seen = &facts_.number_merges;
    } else if (is_over_rows) {
      seen = &facts_.filled_merges;
    }
    if (seen != nullptr) seen->Add(merge.first_row, merge.first_column, "'" + content + "'");
  }
}

std::unique_ptr<ByteStream> SheetTable::OpenStream() const {
  return std::make_unique<SheetStream>(spool_, facts_, merges_, header_row_);
}

}  // namespace tranche
