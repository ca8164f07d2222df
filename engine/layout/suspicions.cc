#include "engine/layout/suspicions.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "engine/layout/bound_layout.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"

namespace tranche {
namespace {

/// Finds the numbers of rows, as a spreadsheet counts, by where they begin.
absl::StatusOr<std::map<std::uint64_t, std::uint64_t>> RowNumbers(
    const FilePlan& plan, InputFile& input, std::vector<std::uint64_t> offsets_bytes) {
  std::map<std::uint64_t, std::uint64_t> rows;
  if (offsets_bytes.empty()) return rows;
  std::sort(offsets_bytes.begin(), offsets_bytes.end());
  auto stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  RowChunkReader reader(*std::move(stream), plan.head());
  const RowParser parser(plan.head(), {});
  RowChunk chunk;
  RowBlock block;
  std::uint64_t rows_before = plan.head().rows_before_data;
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

}  // namespace

absl::StatusOr<std::vector<std::string>> SuspicionsOf(const FilePlan& plan, InputFile& input,
                                                      const FileAccount& account) {
  std::vector<std::string> sentences = plan.bound().suspicions;
  std::vector<std::uint64_t> offsets;
  for (const auto& [what, cells] : account.noticed) offsets.push_back(cells.first_offset_bytes);
  const auto rows = RowNumbers(plan, input, std::move(offsets));
  if (!rows.ok()) return rows.status();
  for (const auto& [what, cells] : account.noticed) {
    std::string sentence =
        std::to_string(cells.count) + " " + what + "; the first is " + QuotedCell(cells.first);
    const auto row = rows->find(cells.first_offset_bytes);
    if (row != rows->end()) sentence += " in row " + std::to_string(row->second);
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::string QuotedCell(std::string_view cell) {
  constexpr std::size_t kShownBytes = 60;
  std::size_t end = std::min(cell.size(), kShownBytes);
  if (end < cell.size()) {
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) --end;
  }
  std::string quoted = "'";
  quoted += cell.substr(0, end);
  quoted += end < cell.size() ? "…'" : "'";
  return quoted;
}

}  // namespace tranche
