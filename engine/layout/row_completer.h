#ifndef TRANCHE_ENGINE_LAYOUT_ROW_COMPLETER_H_
#define TRANCHE_ENGINE_LAYOUT_ROW_COMPLETER_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/layout/bound_layout.h"
#include "engine/layout/file_account.h"
#include "engine/source/row_block.h"

namespace tranche {

/// Completes the rows of a file: cells that are printed once for a group of rows are filled down,
/// and the parts of cells that the layout splits get cells of their own. Only for plans with
/// CompletesRows(). Blocks and their rows must be passed in the order of the file, or Begin told
/// what the rows before a block hand down. One per thread; `plan` must outlive it.
///
/// A printed cell ends what narrower columns hand down. A row that could not be cut into cells may
/// have held the heading of another group, so nothing is filled below it until the next one is
/// printed: a missing value is seen, a wrong one is not.
class RowCompleter {
 public:
  explicit RowCompleter(const FilePlan::Bound& plan);

  /// Before the first row of `block`, which must stay until End. Views that earlier rows got stay
  /// valid until the next Begin.
  void Begin(const RowBlock& block);
  /// The same, of a block whose rows before it handed `carry` down.
  void Begin(const RowBlock& block, RowCarry carry);
  /// The next row of the block, which must be asked for one after the other. Lives until the next
  /// call; its cells until the next Begin.
  std::span<const std::string_view> Complete(std::size_t row);
  /// Behind the last row that is wanted of the block; `row_index` is that of the next one, if any.
  void End(std::uint32_t row_index = UINT32_MAX);
  /// What the rows so far hand down. Between End and Begin.
  const RowCarry& carry() const { return carry_; }

  /// Sets the entries of `*noticed` for the cells so far that do not fit their split.
  void WriteUnfit(std::map<std::string, NoticedCells>* noticed) const;

 private:
  void Fill(std::span<const CellSlot> slots, std::size_t first);
  void Split(std::size_t number, std::uint64_t offset_bytes);
  void PassRejected(std::uint32_t row_index);

  const FilePlan::Bound& plan_;
  const RowBlock* block_ = nullptr;
  std::size_t next_rejected_ = 0;
  std::vector<std::string_view> cells_;
  std::vector<std::string_view> filled_;  ///< filled_columns, then filled_parts
  std::vector<NoticedCells> unfit_;       ///< by split of the plan
  RowCarry carry_;
  RowCarry carry_in_use_;  ///< what `filled_` of this block may view
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_ROW_COMPLETER_H_
