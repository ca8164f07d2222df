#include "engine/layout/row_numbers.h"

#include <algorithm>
#include <utility>

#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"

namespace tranche {

absl::StatusOr<std::map<std::uint64_t, std::uint64_t>> RowNumbersOf(
    std::vector<std::uint64_t> offsets_bytes, const TableHead& head, InputFile& input) {
  std::map<std::uint64_t, std::uint64_t> rows;
  if (offsets_bytes.empty()) return rows;
  std::sort(offsets_bytes.begin(), offsets_bytes.end());
  auto stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  RowChunkReader reader(*std::move(stream), head);
  const RowParser parser(head, {});
  RowChunk chunk;
  RowBlock block;
  std::uint64_t rows_before = head.rows_before_data;
  std::size_t next = 0;
  while (next < offsets_bytes.size()) {
    const auto more = reader.Next(&chunk);
    if (!more.ok()) return more.status();
    if (!*more) break;
    parser.Parse(chunk, &block);
    for (std::size_t i = 0; i < block.row_count() && next < offsets_bytes.size(); ++i) {
      if (block.row_offset_bytes(i) < offsets_bytes[next]) continue;
      rows[offsets_bytes[next]] = rows_before + block.row_index(i) + 1;
      while (next < offsets_bytes.size() && offsets_bytes[next] <= block.row_offset_bytes(i)) {
        ++next;
      }
    }
    rows_before += block.rows_read();
  }
  return rows;
}

}  // namespace tranche
