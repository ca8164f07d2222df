#ifndef TRANCHE_ENGINE_REPORT_SIDE_BY_SIDE_H_
#define TRANCHE_ENGINE_REPORT_SIDE_BY_SIDE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Two columns of running text with a label before them, in kTextWidth: private to reports. Pure
/// functions, thread-safe.
namespace tranche {

/// `text` in lines of at most `width` characters, broken at spaces; a word that is longer (a path)
/// is broken behind its last `/` that fits, or anywhere. A line end in `text` is kept. At least one
/// line.
std::vector<std::string> WrappedLines(std::string_view text, std::size_t width);

/// One row: `    label        left                 | right`, each cell wrapped in its column. A
/// label that is too long for its column has a line of its own.
void AppendSideBySide(std::string_view label, std::string_view left, std::string_view right,
                      std::string* out);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_SIDE_BY_SIDE_H_
