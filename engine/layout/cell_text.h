#ifndef TRANCHE_ENGINE_LAYOUT_CELL_TEXT_H_
#define TRANCHE_ENGINE_LAYOUT_CELL_TEXT_H_

#include <string_view>

namespace tranche {

/// An empty cell that the line does have: a text without words. (A view whose `data()` is null is
/// something that the line does not have.)
inline constexpr std::string_view kEmptyCell = "";

/// `cell` without the white space around it: ASCII blanks, line ends and no-break spaces. A view
/// into `cell`; of an empty cell, kEmptyCell.
inline std::string_view TrimCell(std::string_view cell) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!cell.empty()) {
    if (is_blank(cell.front())) {
      cell.remove_prefix(1);
    } else if (cell.substr(0, 2) == kNoBreakSpace) {
      cell.remove_prefix(2);
    } else {
      break;
    }
  }
  while (!cell.empty()) {
    if (is_blank(cell.back())) {
      cell.remove_suffix(1);
    } else if (cell.size() >= 2 && cell.substr(cell.size() - 2) == kNoBreakSpace) {
      cell.remove_suffix(2);
    } else {
      break;
    }
  }
  return cell.empty() ? kEmptyCell : cell;
}

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_CELL_TEXT_H_
