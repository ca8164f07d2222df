#include "engine/layout/bound_layout.h"

#include <algorithm>

#include "engine/layout/cell_text.h"
#include "engine/layout/replaced_lines.h"

namespace tranche {

bool BoundTest::Holds(std::span<const std::string_view> row) const {
  const std::string_view cell = TrimCell(row[slot]);
  if (test.when_empty && *test.when_empty == TrimCell(row[printed_slot]).empty()) return true;
  if (pattern && pattern->MatchesPart(cell)) return true;
  if (test.between && cell.size() == test.between->first.size() && cell >= test.between->first &&
      cell <= test.between->second) {
    return true;
  }
  const auto is_cell = [&](const std::string& text) { return cell == text; };
  const auto begins_cell = [&](const std::string& text) { return cell.starts_with(text); };
  return std::any_of(test.equals.begin(), test.equals.end(), is_cell) ||
         std::any_of(test.starts_with.begin(), test.starts_with.end(), begins_cell);
}

void BoundSplit::AddPart(const std::string& name, CellSlot slot) {
  for (const auto& [group, number] : pattern.NamedGroups()) {
    if (group == name) parts.push_back({number - 1, slot});
  }
}

std::optional<std::uint32_t> FilePlan::Bound::DropReason(
    std::span<const std::string_view> row) const {
  for (const BoundTest& test : keep) {
    if (!test.Holds(row)) return test.reason;
  }
  for (const BoundTest& test : drop) {
    if (test.Holds(row)) return test.reason;
  }
  return std::nullopt;
}

std::optional<Phase> FilePlan::Bound::PhaseOf(const AmountSlot& amount, std::int16_t row_year,
                                              std::optional<Phase> row_phase) const {
  if (amount.phase) return amount.phase;
  if (amount.phase_by_distance && layout.year_columns) {
    const int distance = amount.year.value_or(row_year) - row_year;
    for (const PhaseByOffset& range : layout.year_columns->phases) {
      if (distance >= range.from && distance <= range.to) return range.phase;
    }
  }
  return row_phase;
}

std::optional<std::uint32_t> FilePlan::Bound::ReplacedReason(const LineGroup& group,
                                                             std::string_view key) const {
  for (std::size_t i = 0; i < terms.replaced.size(); ++i) {
    if (terms.replaced[i]->Holds(group, key)) {
      return first_replaced_reason + static_cast<std::uint32_t>(i);
    }
  }
  return std::nullopt;
}

}  // namespace tranche
