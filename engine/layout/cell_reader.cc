#include "engine/layout/cell_reader.h"

#include "engine/layout/cell_text.h"

namespace tranche {
namespace {

/// What is not there: a text without words, but a code that the line does not have.
std::string_view Missing(CellRole role) {
  return role == CellRole::kText || role == CellRole::kKey ? kEmptyCell : std::string_view();
}

/// An empty cell: the field has the value "", a code has none.
std::string_view OrMissing(std::string_view value, CellRole role) {
  if (!value.empty()) return value;
  return role == CellRole::kField ? kEmptyCell : Missing(role);
}

}  // namespace

CellReader::CellReader(const FilePlan::Bound& plan) : plan_(plan), last_keys_(plan.cells.size()) {}

void CellReader::AppendRow(std::span<const std::string_view> row, std::int16_t row_year,
                           const Hierarchy::Node* node, std::vector<std::string_view>* cells) {
  for (std::size_t i = 0; i < plan_.cells.size(); ++i) {
    cells->push_back(Read(plan_.cells[i], row, row_year, node, &last_keys_[i]));
  }
}

std::string_view CellReader::Read(const BoundCell& cell, std::span<const std::string_view> row,
                                  std::int16_t row_year, const Hierarchy::Node* node,
                                  LastKey* last) {
  if (cell.kind == CellSource::Kind::kParentTitles) {
    return node == nullptr ? kEmptyCell : node->titles_above;
  }
  const bool is_single = cell.slots.size() == 1;
  const std::string_view key = is_single ? TrimCell(row[cell.slots[0]]) : Join(cell, row);
  if (cell.crosswalk == nullptr && cell.lookup == nullptr) {
    return OrMissing(is_single || key.empty() ? key : arena_.Copy(key), cell.role);
  }
  if (last->is_filled && last->year == row_year && last->key == key) return last->value;
  last->is_filled = true;
  last->year = row_year;
  last->key = key;
  const std::string_view value =
      cell.crosswalk != nullptr ? cell.crosswalk->Find(key) : cell.lookup->Find(row_year, key);
  last->value = value.data() == nullptr ? Missing(cell.role) : OrMissing(value, cell.role);
  return last->value;
}

std::string_view CellReader::Join(const BoundCell& cell, std::span<const std::string_view> row) {
  const bool is_text = cell.role == CellRole::kText;
  joined_.clear();
  for (const CellSlot slot : cell.slots) {
    const std::string_view part = TrimCell(row[slot]);
    if (part.empty()) {
      // A code ends where a segment is missing; a text goes on with the next part.
      if (is_text) continue;
      break;
    }
    if (!joined_.empty()) joined_ += cell.separator;
    joined_ += part;
  }
  return joined_;
}

}  // namespace tranche
