#include "engine/layout/control_groups.h"

#include <algorithm>

#include "engine/layout/cell_text.h"

namespace tranche {
namespace {

/// No two lists of cells look the same, whatever stands in them.
void AppendCell(std::string_view cell, std::string* cells) {
  *cells += std::to_string(cell.size());
  *cells += ':';
  *cells += cell;
}

}  // namespace

ControlGroups::ControlGroups(const FilePlan::Bound& plan)
    : sums_(plan.layout.control_totals.size()) {
  for (std::size_t total = 0; total < plan.control_cells.size(); ++total) {
    const std::vector<BoundControlCell>& cells = plan.control_cells[total];
    if (cells.empty()) continue;
    std::vector<CellSlot> slots;
    std::string key;
    for (const BoundControlCell& cell : cells) {
      slots.push_back(cell.slot);
      AppendCell(cell.value, &key);
    }
    auto columns = std::find_if(columns_.begin(), columns_.end(),
                                [&slots](const Columns& each) { return each.slots == slots; });
    if (columns == columns_.end()) columns = columns_.insert(columns_.end(), {slots, {}});
    columns->totals_of_cells[key].push_back(total);
  }
}

void ControlGroups::BeginRow(std::span<const std::string_view> row) {
  totals_.clear();
  for (const Columns& columns : columns_) {
    cells_.clear();
    for (const CellSlot slot : columns.slots) AppendCell(TrimCell(row[slot]), &cells_);
    const auto found = columns.totals_of_cells.find(cells_);
    if (found == columns.totals_of_cells.end()) continue;
    totals_.insert(totals_.end(), found->second.begin(), found->second.end());
  }
}

}  // namespace tranche
