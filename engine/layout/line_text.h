#ifndef TRANCHE_ENGINE_LAYOUT_LINE_TEXT_H_
#define TRANCHE_ENGINE_LAYOUT_LINE_TEXT_H_

#include <span>
#include <string>
#include <string_view>

#include "engine/layout/budget_line.h"

/// A line's key, label and titles as people read them: in lines.csv and undecided.csv, and, because
/// decisions.csv comes back with the same texts, wherever a decision looks for its line. The one
/// place that makes them. Thread-safe; allocates nothing beside the growth of `*out`.
namespace tranche {

/// What stands between the parts of a key, and between the texts of a line.
inline constexpr std::string_view kKeyPartSeparator = "|";
inline constexpr std::string_view kTextSeparator = " / ";
/// Between titles of the rows above a leaf (kLabelSeparator inside the cell).
inline constexpr std::string_view kTitleSeparator = " > ";

/// `cells` are a row of a batch that has `schema`.
void AppendKey(const LineSchema& schema, std::span<const std::string_view> cells, std::string* out);
/// `own`: the line's own texts, its label; otherwise those above it.
void AppendTexts(const LineSchema& schema, std::span<const std::string_view> cells, bool own,
                 std::string* out);

/// True for what makes spreadsheets take a text for a formula when it stands first: `- of which
/// pay` would come back as an error. Tables that are made for spreadsheets put an apostrophe before
/// it.
constexpr bool IsFormulaMark(char c) { return c == '=' || c == '+' || c == '-' || c == '@'; }

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_LINE_TEXT_H_
