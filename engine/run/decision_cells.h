#ifndef TRANCHE_ENGINE_RUN_DECISION_CELLS_H_
#define TRANCHE_ENGINE_RUN_DECISION_CELLS_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/amount.h"

/// Cells of decisions.csv as spreadsheets write them back. Pure functions, thread-safe.
namespace tranche {

/// `1234.5`, `1234,5`, `1.234,50`, `1 234,50`, `(12)`, `1.2E+05`. A cell that is a number in two
/// ways (`1,234`) has thousands where `comma_is_decimal` says so of its mark, decimals otherwise.
/// Nothing for what is no number. A wrong reading can do no harm: the decision fits no line then,
/// and is reported.
std::optional<Amount> ReadDecidedAmount(std::string_view cell, bool comma_is_decimal);

/// What it would be with the other meaning of its mark; nothing where it has one meaning only.
std::optional<Amount> OtherReadingOf(std::string_view cell, bool comma_is_decimal);

/// The day as YYYY-MM-DD, of `2029-06-30`, `30.06.2029`, `30/06/2029` and `06/30/2029`. Nothing for
/// what is no date, and for `04/03/2029`, which is two.
std::optional<std::string> ReadDate(std::string_view cell);

/// What a spreadsheet seems to have done to a line: shortened its key or amount to `1.23E+05`, made
/// a date of the key, or an error such as `#NAME?` of the label. A sentence with advice, or empty.
std::string DamageOf(std::string_view key, std::string_view label, std::string_view amount);

/// A label without the apostrophe that undecided.csv puts before texts like `- of which pay`, so
/// that no spreadsheet takes them for a formula. Views into `label`.
std::string_view UnprotectedLabel(std::string_view label);

/// What two labels have in common that differ only in the kind and number of blanks and line ends,
/// which spreadsheets change: the words with one blank between them.
std::string WordsOf(std::string_view label);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_DECISION_CELLS_H_
