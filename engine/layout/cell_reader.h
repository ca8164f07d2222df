#ifndef TRANCHE_ENGINE_LAYOUT_CELL_READER_H_
#define TRANCHE_ENGINE_LAYOUT_CELL_READER_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/layout/bound_layout.h"
#include "engine/layout/hierarchy.h"
#include "engine/layout/text_arena.h"

namespace tranche {

/// Makes the cells of a line from the cells of a row: trimmed, joined, looked up. One per thread;
/// `plan` must outlive it. Views that it returns point into the row, the plan, or its own arena,
/// and live until Reset or the end of the row's block.
class CellReader {
 public:
  explicit CellReader(const FilePlan::Bound& plan);

  /// Before the first row of a batch.
  void Reset() { arena_.Reset(); }
  /// Appends a row's cells in the order of the schema. `node` is null without a hierarchy and for
  /// rows without a code.
  void AppendRow(std::span<const std::string_view> row, std::int16_t row_year,
                 const Hierarchy::Node* node, std::vector<std::string_view>* cells);

 private:
  /// The last key of a column that goes through a table: neighbouring rows often share it.
  struct LastKey {
    std::string key;
    std::int16_t year = 0;
    std::string_view value;
    bool is_filled = false;
  };

  std::string_view Read(const BoundCell& cell, std::span<const std::string_view> row,
                        std::int16_t row_year, const Hierarchy::Node* node, LastKey* last);
  std::string_view Join(const BoundCell& cell, std::span<const std::string_view> row);

  const FilePlan::Bound& plan_;
  std::vector<LastKey> last_keys_;  ///< by column of the schema
  std::string joined_;
  TextArena arena_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_CELL_READER_H_
