#ifndef TRANCHE_ENGINE_SOURCE_ROW_CHUNK_H_
#define TRANCHE_ENGINE_SOURCE_ROW_CHUNK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/source/input_file.h"
#include "engine/source/table_head.h"

namespace tranche {

/// A piece of a table that begins and ends at row boundaries, so that any thread can parse it
/// alone. Its buffer is reused: hand the same chunk back to RowChunkReader::Next.
struct RowChunk {
  std::string bytes;               ///< whole rows, with their line ends
  std::uint64_t offset_bytes = 0;  ///< place of bytes[0] in the decompressed, decoded input
  std::uint64_t index = 0;         ///< 0, 1, 2, … in input order
};

/// A quoted cell or a row longer than this is taken for a quote that was never closed: without a
/// bound, one stray quote would swallow the rest of the file. A row of this size still counts.
inline constexpr std::size_t kMaxRowBytes = std::size_t{1} << 20;

/// Cuts a stream into chunks at true row boundaries, one pass, bounded memory. It follows quotes by
/// the same rule as RowParser (see quote_rule.h), so both agree on where rows end whatever the size
/// of chunks. Not thread-safe: one thread cuts, many parse.
class RowChunkReader {
 public:
  /// `stream`: the input as its encoding has it. What lies behind it must outlive the reader.
  /// `target_size_bytes` may be as small as 1 (tests).
  RowChunkReader(std::unique_ptr<ByteStream> stream, const TableHead& head,
                 std::size_t target_size_bytes = std::size_t{1} << 20);

  /// Fills `*chunk` with the next rows; false at the end of the input.
  absl::StatusOr<bool> Next(RowChunk* chunk);

 private:
  absl::Status SkipHead();
  absl::Status Fill(std::size_t size_bytes, std::string* bytes);
  absl::Status PassLongLine(std::string* bytes);

  std::unique_ptr<ByteStream> stream_;
  CsvDialect dialect_;
  std::size_t header_cells_;
  std::size_t target_size_bytes_;
  std::uint64_t skip_bytes_;  ///< header bytes still to be passed over
  std::string carry_;         ///< bytes read but not yet handed out
  std::uint64_t carry_offset_bytes_ = 0;
  std::uint64_t next_index_ = 0;
  bool at_end_ = false;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ROW_CHUNK_H_
