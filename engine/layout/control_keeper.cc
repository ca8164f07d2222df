#include "engine/layout/control_keeper.h"

#include <algorithm>
#include <utility>

#include "engine/base/fold.h"
#include "engine/layout/cell_text.h"

namespace tranche {

ControlKeeper::ControlKeeper(const FilePlan::Bound& plan)
    : plan_(plan), totals_above_(plan.controls.size()), amounts_(plan.amounts.size()) {}

void ControlKeeper::Begin(std::vector<std::uint64_t> totals_above) {
  totals_above_ = std::move(totals_above);
  totals_above_.resize(plan_.controls.size());
}

const ControlSums::Key& ControlKeeper::KeyOf(std::uint32_t control,
                                             std::span<const std::string_view> row) {
  const BoundControl& bound = plan_.controls[control];
  key_.first = control;
  key_.second.clear();
  if (bound.of == RowControl::Of::kRowsAbove) {
    key_.second = std::to_string(totals_above_[control]);
  }
  for (const CellSlot slot : bound.columns) {
    if (slot != bound.columns.front()) key_.second += kLabelSeparator;
    key_.second += TrimCell(row[slot]);
  }
  return key_;
}

void ControlKeeper::EndRow(std::span<const std::string_view> row, const LineGroup& group) {
  for (std::uint32_t control = 0; control < plan_.controls.size(); ++control) {
    sums_.AddRow(KeyOf(control, row), group, amounts_);
  }
  std::fill(amounts_.begin(), amounts_.end(), std::nullopt);
}

void ControlKeeper::AddTotal(std::uint32_t control, std::span<const std::string_view> row,
                             std::uint64_t offset_bytes, std::optional<LineGroup> group,
                             std::span<const ParsedNumber> numbers) {
  ControlSums::Total total{offset_bytes, group, {}, numbers.empty(), {}};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const ParsedNumber& number = numbers[i];
    const bool is_there = number.problem == NumberProblem::kNone;
    const bool is_asked = plan_.amounts[i].drop_reason < 0;
    if (!is_there && is_asked && number.problem != NumberProblem::kEmpty) {
      total.unreadable.push_back(i);
    }
    total.stated.push_back(is_there ? std::optional(number.amount) : std::nullopt);
  }
  sums_.AddTotal(KeyOf(control, row), std::move(total));
  ++totals_above_[control];
}

}  // namespace tranche
