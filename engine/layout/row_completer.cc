#include "engine/layout/row_completer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/layout/cell_corrections.h"
#include "engine/layout/cell_text.h"

namespace tranche {

RowCompleter::RowCompleter(const FilePlan::Bound& plan)
    : plan_(plan),
      filled_(plan.filled_columns.size() + plan.filled_parts.size(), kEmptyCell),
      unfit_(plan.splits.size()) {
  carry_.filled.resize(filled_.size());
}

void RowCompleter::Begin(const RowBlock& block) {
  block_ = &block;
  next_rejected_ = 0;
  // The cells of the block before may still view the texts that were in use there until now.
  std::swap(carry_in_use_, carry_);
  for (std::size_t i = 0; i < filled_.size(); ++i) filled_[i] = carry_in_use_.filled[i];
}

void RowCompleter::Begin(const RowBlock& block, RowCarry carry) {
  carry_ = std::move(carry);
  carry_.filled.resize(filled_.size());
  Begin(block);
}

std::span<const std::string_view> RowCompleter::Complete(std::size_t row) {
  PassRejected(block_->row_index(row));
  const std::span<const std::string_view> cells = block_->row(row);
  cells_.assign(cells.begin(), cells.end());
  Fill(plan_.filled_columns, 0);
  for (std::size_t i = 0; i < plan_.splits.size(); ++i) Split(i, block_->row_offset_bytes(row));
  Fill(plan_.filled_parts, plan_.filled_columns.size());
  return cells_;
}

void RowCompleter::End(std::uint32_t row_index) {
  PassRejected(row_index);
  carry_.filled.assign(filled_.begin(), filled_.end());
}

/// `first` is the place of the first slot in `filled_`.
void RowCompleter::Fill(std::span<const CellSlot> slots, std::size_t first) {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    std::string_view& cell = cells_[slots[i]];
    const std::string_view printed = TrimCell(cell);
    if (printed.empty()) {
      cell = filled_[first + i];
      continue;
    }
    filled_[first + i] = printed;
    if (plan_.heading_column == slots[i]) {
      for (const CellSlot slot : plan_.empty_in_headings) cells_[slot] = kEmptyCell;
    }
    for (std::size_t narrower = i + 1; narrower < slots.size(); ++narrower) {
      filled_[first + narrower] = kEmptyCell;
    }
  }
}

void RowCompleter::Split(std::size_t number, std::uint64_t offset_bytes) {
  const BoundSplit& split = plan_.splits[number];
  const std::string_view cell = TrimCell(cells_[split.from]);
  std::array<std::string_view, Pattern::kMostGroups> groups;
  if (!split.pattern.Groups(cell, groups)) {
    groups.fill(kEmptyCell);
    // An empty cell has no parts to be missed.
    if (!cell.empty()) unfit_[number].Add(offset_bytes, cell);
  }
  for (const BoundSplit::Part& part : split.parts) {
    const std::string_view text = groups[part.group];
    cells_[part.slot] = text.empty() ? kEmptyCell : text;
  }
}

/// Forgets what rows that could not be cut, before row `row_index` of the chunk, may have changed.
void RowCompleter::PassRejected(std::uint32_t row_index) {
  const std::vector<RejectedRow>& rejected = block_->rejected();
  while (next_rejected_ < rejected.size() && rejected[next_rejected_].row < row_index) {
    std::fill(filled_.begin(), filled_.end(), kEmptyCell);
    ++next_rejected_;
  }
}

void RowCompleter::WriteUnfit(std::map<std::string, NoticedCells>* noticed) const {
  for (std::size_t i = 0; i < unfit_.size(); ++i) {
    if (unfit_[i].count == 0) continue;
    const BoundSplit& split = plan_.splits[i];
    (*noticed)["cells of '" + split.column + "' do not fit '" + split.expression +
               "' and have no parts"] = unfit_[i];
  }
}

RowCarry FilePlan::HandDown(const RowBlock& rows, RowCarry carry, std::size_t row_count) const {
  std::optional<RowCompleter> completer;
  std::vector<std::string_view> corrected;
  std::vector<std::uint64_t> totals = std::move(carry.totals);
  totals.resize(bound_->controls.size());
  if (bound_->CompletesRows()) completer.emplace(*bound_).Begin(rows, std::move(carry));
  for (std::size_t i = 0; i < std::min(row_count, rows.row_count()); ++i) {
    std::span<const std::string_view> row = completer ? completer->Complete(i) : rows.row(i);
    if (!bound_->CountsTotals()) continue;
    if (bound_->terms.corrections) {
      row = bound_->terms.corrections->Applied(rows.row_offset_bytes(i), row, &corrected);
    }
    const std::optional<RowDrop> drop = bound_->DropOf(row);
    if (drop && drop->control) ++totals[*drop->control];
  }
  RowCarry below;
  if (completer) {
    // Rows that could not be cut, behind the last one wanted, change nothing above them.
    completer->End(row_count < rows.row_count() ? rows.row_index(row_count) : UINT32_MAX);
    below = completer->carry();
  }
  below.totals = std::move(totals);
  return below;
}

}  // namespace tranche
