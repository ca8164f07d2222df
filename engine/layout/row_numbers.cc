#include "engine/layout/row_numbers.h"

#include <algorithm>
#include <utility>

#include "engine/source/row_walk.h"

namespace tranche {

absl::StatusOr<std::map<std::uint64_t, std::uint64_t>> RowNumbersOf(
    std::vector<std::uint64_t> offsets_bytes, const TableHead& head, InputFile& input) {
  std::map<std::uint64_t, std::uint64_t> rows;
  if (offsets_bytes.empty()) return rows;
  std::sort(offsets_bytes.begin(), offsets_bytes.end());
  const auto walk = RowWalk::Begin(input, head, {});
  if (!walk.ok()) return walk.status();
  std::size_t next = 0;
  while (next < offsets_bytes.size()) {
    const auto more = (*walk)->Next();
    if (!more.ok()) return more.status();
    if (!*more) break;
    const RowBlock& block = (*walk)->block();
    for (std::size_t i = 0; i < block.row_count() && next < offsets_bytes.size(); ++i) {
      if (block.row_offset_bytes(i) < offsets_bytes[next]) continue;
      rows[offsets_bytes[next]] = (*walk)->row_number(i);
      while (next < offsets_bytes.size() && offsets_bytes[next] <= block.row_offset_bytes(i)) {
        ++next;
      }
    }
  }
  return rows;
}

}  // namespace tranche
