#ifndef TRANCHE_ENGINE_SOURCE_ROW_WALK_H_
#define TRANCHE_ENGINE_SOURCE_ROW_WALK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/source/input_file.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"
#include "engine/source/table_head.h"

namespace tranche {

/// Goes through a table from its first row of data to its end, a chunk at a time, and knows the
/// numbers of the rows in hand: for everything that looks at a table alone, without threads. Not
/// thread-safe.
class RowWalk {
 public:
  /// `wanted`: as RowParser takes them. `input` must outlive the walk.
  static absl::StatusOr<std::unique_ptr<RowWalk>> Begin(InputFile& input, const TableHead& head,
                                                        std::vector<std::size_t> wanted);

  /// False at the end; the block is empty then.
  absl::StatusOr<bool> Next();

  const RowChunk& chunk() const { return chunk_; }
  const RowBlock& block() const { return block_; }
  /// Rows of the file before the chunk in hand, those up to the header included; at the end, all.
  std::uint64_t rows_before() const { return rows_before_; }
  std::uint64_t rows_until() const { return rows_before_ + block_.rows_read(); }
  /// As a spreadsheet counts, from 1; `row` is a good row of the block.
  std::uint64_t row_number(std::size_t row) const {
    return rows_before_ + block_.row_index(row) + 1;
  }

 private:
  RowWalk(std::unique_ptr<ByteStream> stream, const TableHead& head,
          std::vector<std::size_t> wanted);

  RowChunkReader reader_;
  RowParser parser_;
  RowChunk chunk_;
  RowBlock block_;
  std::uint64_t rows_before_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ROW_WALK_H_
