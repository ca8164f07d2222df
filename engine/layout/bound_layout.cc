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

bool FilePlan::Bound::CountsTotals() const {
  return std::any_of(controls.begin(), controls.end(), [](const BoundControl& control) {
    return control.of == RowControl::Of::kRowsAbove;
  });
}

std::optional<RowDrop> FilePlan::Bound::DropOf(std::span<const std::string_view> row) const {
  for (const BoundTest& test : keep) {
    if (!test.Holds(row)) return RowDrop{test.reason, std::nullopt};
  }
  for (const BoundTest& test : drop) {
    if (test.Holds(row)) return RowDrop{test.reason, test.control};
  }
  if (level) {
    const std::size_t size = layout.level->SizeOf(TrimCell(row[level->slot]));
    if (size != level->size) {
      return RowDrop{level->reasons[std::min(size, level->reasons.size() - 1)], std::nullopt};
    }
  }
  if (versions && versions->table && !IsOfVersion(row)) {
    return RowDrop{versions->reason, std::nullopt};
  }
  return std::nullopt;
}

bool FilePlan::Bound::IsOfVersion(std::span<const std::string_view> row) const {
  const std::string_view version = TrimCell(row[versions->slot]);
  if (!layout.versions->use.empty()) return version == layout.versions->use;
  HierarchyKey key;
  key.Set(row, versions->within, {});
  return version == versions->table->LastOf(key.key());
}

std::size_t CodeLevel::SizeOf(std::string_view code) const {
  if (code.empty()) return 0;
  if (separator.empty()) {
    const auto begins_character = [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    };
    return static_cast<std::size_t>(std::count_if(code.begin(), code.end(), begins_character));
  }
  std::size_t segments = 1;
  for (std::size_t at = 0; (at = code.find(separator, at)) != std::string_view::npos;
       at += separator.size()) {
    ++segments;
  }
  return segments;
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
