#ifndef TRANCHE_ENGINE_REPORT_MARKED_TEXT_H_
#define TRANCHE_ENGINE_REPORT_MARKED_TEXT_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// Stretches of a budget's text marked on a terminal. Pure functions, thread-safe.
namespace tranche {

/// A stretch of a text and the sign that stands under each of its characters.
struct TextMark {
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;
  char sign = '^';
};

/// Columns that a terminal gives to a character: none to a combining or invisible one, two to a
/// wide one of East Asia.
std::size_t TerminalWidth(char32_t character);

/// Appends `text` broken at spaces to kTextWidth columns as a terminal shows them; under each line
/// with marks stands a line of their signs. Where marks meet, the first one's sign is shown. The
/// first line begins with `first_indent`, which stands as it is and is as wide as `indent`; the
/// others with as many spaces. What could move the cursor becomes `?`, and a kLabelSeparator ` > `.
///
///     description  Neubau der Rheinbrücke
///                             ^^^^^^^^^^^
void AppendMarked(std::string_view first_indent, std::size_t indent, std::string_view text,
                  std::span<const TextMark> marks, std::string* out);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_MARKED_TEXT_H_
