#include "engine/source/small_table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/source/input_file.h"
#include "engine/source/row_walk.h"

namespace tranche {
namespace {

constexpr std::uint64_t kMaxTableBytes = std::uint64_t{256} << 20;

absl::Status RowError(const std::string& path, std::uint64_t row_number, const RejectedRow& row) {
  std::string message = path + ": row " + std::to_string(row_number);
  if (!row.column.empty()) message += ", column `" + row.column + "`";
  return absl::InvalidArgumentError(message + ": " + row.reason);
}

}  // namespace

absl::StatusOr<SmallTable> SmallTable::Read(const std::string& path, const DialectHints& hints) {
  absl::StatusOr<std::unique_ptr<InputFile>> input = InputFile::Open(path);
  if (!input.ok()) return input.status();
  absl::StatusOr<TableHead> head = ReadTableHead(**input, hints);
  if (!head.ok()) return head.status();

  SmallTable table;
  table.path_ = path;
  table.header_ = head->header;
  std::vector<std::size_t> all(head->header.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  auto walk = RowWalk::Begin(**input, *head, std::move(all));
  if (!walk.ok()) return walk.status();
  for (;;) {
    const absl::StatusOr<bool> more = (*walk)->Next();
    if (!more.ok()) return more.status();
    if (!*more) return table;
    const RowChunk& chunk = (*walk)->chunk();
    if (chunk.offset_bytes + chunk.bytes.size() > kMaxTableBytes) {
      return absl::InvalidArgumentError(path +
                                        " is larger than 256 MiB, too large for a table"
                                        " that is kept in memory");
    }
    const RowBlock& block = (*walk)->block();
    if (!block.rejected().empty()) {
      const RejectedRow& first = block.rejected().front();
      return RowError(path, (*walk)->rows_before() + first.row + 1, first);
    }
    for (std::size_t row = 0; row < block.row_count(); ++row) {
      const auto cells = block.row(row);
      table.rows_.emplace_back(cells.begin(), cells.end());
      table.row_numbers_.push_back((*walk)->row_number(row));
    }
  }
}

std::optional<std::size_t> SmallTable::Column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

}  // namespace tranche
