#ifndef TRANCHE_ENGINE_LAYOUT_NUMBER_SCAN_H_
#define TRANCHE_ENGINE_LAYOUT_NUMBER_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/layout/number_format.h"

/// The outside of a written number: what is the same whatever its marks mean. Used by ParseAmount,
/// which knows the format, and by DecideNumberFormat, which looks for it. Pure functions.
namespace tranche {

/// A cell without spaces, quotes, sign and exponent around its digits and marks.
struct NumberShape {
  NumberProblem problem = NumberProblem::kNone;  ///< kNone, kEmpty or kNotANumber
  bool negative = false;
  bool has_exponent = false;
  std::int32_t exponent = 0;  ///< power of ten; beyond ±1,000,000 it stays there
  std::string_view body;      ///< digits and marks; views the cell
};

NumberShape ScanNumberShape(std::string_view cell);

/// A mark between digits: `.`, `,`, `'` (also the typographic one) or ` ` (all kinds of spaces);
/// kind 0 where something else stands there.
struct NumberMark {
  char kind = '\0';
  std::size_t size = 0;  ///< bytes
};

/// The mark at `offset` of `body`, which must lie inside.
NumberMark NumberMarkAt(std::string_view body, std::size_t offset);

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_NUMBER_SCAN_H_
