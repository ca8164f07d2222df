#ifndef TRANCHE_ENGINE_LAYOUT_NUMBER_FORMAT_H_
#define TRANCHE_ENGINE_LAYOUT_NUMBER_FORMAT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/base/amount.h"

namespace tranche {

/// How numbers of a column are written. `group` is what may stand between groups of three digits;
/// a space also stands for no-break and narrow no-break spaces. 0 means none.
struct NumberFormat {
  char decimal = '.';
  char group = '\0';
};

enum class NumberProblem { kNone, kEmpty, kNotANumber, kBadGrouping, kAmbiguous, kTooLarge };

/// A cell's amount, exact. `rounded_off` is what half-even rounding at the sixth decimal took away
/// (in 10^-6 units scaled by 10^6, i.e. picos); it is part of the reconciliation.
struct ParsedNumber {
  NumberProblem problem = NumberProblem::kNone;
  Amount amount;
  Int128 rounded_off_picos = 0;
};

/// Reads `1.234.567,89`, `1 234,5`, `(1,234)`, `1'234.5-`, `-7`, `7,79E+12`, `" 99,305,000 "`,
/// times `unit`. Groups must have three digits. A lone `-` or dash is empty. Never through a
/// `double`.
ParsedNumber ParseAmount(std::string_view cell, const NumberFormat& format, std::int64_t unit);

/// Decides the format from the cells of the amount columns (what the layout states is passed in and
/// kept). InvalidArgument with a question for the user where the cells contradict each other or
/// leave it open (`1.234` in every cell); `*assumption` says what was decided and why.
absl::StatusOr<NumberFormat> DecideNumberFormat(std::span<const std::string_view> cells,
                                                std::optional<char> decimal,
                                                std::optional<char> group, std::string* assumption);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_NUMBER_FORMAT_H_
