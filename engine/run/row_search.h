#ifndef TRANCHE_ENGINE_RUN_ROW_SEARCH_H_
#define TRANCHE_ENGINE_RUN_ROW_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/run/file_preparation.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"

namespace tranche {

/// A row of a file, cut out so that it can be taken along the path alone: the same parser and the
/// same line builder make of it what a run over the whole file makes.
struct FoundRow {
  std::uint64_t row = 0;  ///< from 1, as a spreadsheet counts
  RowChunk chunk;         ///< this row and no other, at its place in the file
  /// Set where the row cannot be cut into cells: then `chunk` is empty.
  std::optional<RejectedRow> rejected;
  bool is_blank = false;
  RowCarry carry;  ///< what the rows above hand down to it
};

/// Rows that have a key.
struct KeyMatches {
  std::vector<FoundRow> rows;        ///< the first of them
  std::uint64_t more = 0;            ///< those that are not in `rows`
  std::vector<std::string> nearest;  ///< where there is none: the keys most like it
};

/// Reads up to row `row` and no further. NotFound says which rows the file has.
absl::StatusOr<FoundRow> FindRow(const PreparedFile& file, std::uint64_t row);

/// Reads the whole file for rows with lines whose key is `key`, as lines.csv writes it. At most
/// `most` of them are kept. InvalidArgument where the layout names no key.
absl::StatusOr<KeyMatches> FindKey(const PreparedFile& file, std::string_view key,
                                   std::size_t most);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_ROW_SEARCH_H_
