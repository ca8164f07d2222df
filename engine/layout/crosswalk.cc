#include "engine/layout/crosswalk.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "engine/layout/cell_text.h"
#include "engine/source/small_table.h"

namespace tranche {
namespace {

absl::Status RowError(const SmallTable& table, std::size_t row, const std::string& what) {
  return absl::InvalidArgumentError(table.path() + ", row " +
                                    std::to_string(table.row_number(row)) + ": " + what);
}

}  // namespace

absl::StatusOr<Crosswalk> Crosswalk::Read(const std::string& path) {
  DialectHints hints;
  hints.delimiter = ',';
  absl::StatusOr<SmallTable> table = SmallTable::Read(path, hints);
  if (!table.ok()) return table.status();
  const std::optional<std::size_t> from = table->Column("from");
  const std::optional<std::size_t> to = table->Column("to");
  if (!from || !to) {
    return absl::InvalidArgumentError(path + " needs the columns 'from' and 'to'");
  }
  Crosswalk crosswalk;
  crosswalk.path_ = path;
  for (std::size_t i = 0; i < table->row_count(); ++i) {
    const std::string_view code = TrimCell(table->row(i)[*from]);
    const std::string_view target = TrimCell(table->row(i)[*to]);
    if (code.empty() || target.empty()) return RowError(*table, i, "'from' and 'to' need a value");
    const auto [entry, is_new] = crosswalk.entries_.emplace(code, target);
    if (!is_new && entry->second != target) {
      return RowError(*table, i,
                      "'" + entry->first + "' stands twice, as '" + entry->second + "' and as '" +
                          std::string(target) + "'");
    }
    if (!is_new) continue;
    crosswalk.dotted_ = crosswalk.dotted_ || code.find('.') != std::string_view::npos;
    crosswalk.sizes_.push_back(code.size());
    crosswalk.targets_.push_back({std::string(target), table->row_number(i)});
  }
  std::vector<std::size_t>& sizes = crosswalk.sizes_;
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
  return crosswalk;
}

std::string_view Crosswalk::Find(std::string_view code) const {
  for (const std::size_t size : sizes_) {
    if (size > code.size()) continue;
    if (dotted_ && size < code.size() && code[size] != '.') continue;
    const auto entry = entries_.find(code.substr(0, size));
    if (entry != entries_.end()) return entry->second;
  }
  return {};
}

}  // namespace tranche
