#ifndef TRANCHE_ENGINE_RULEBOOK_LIST_COLUMN_H_
#define TRANCHE_ENGINE_RULEBOOK_LIST_COLUMN_H_

#include <string>
#include <vector>

#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// Of one list, so many mistakes are shown: a wrong column would otherwise fill the screen.
inline constexpr std::size_t kMostListReports = 20;

/// The cells of one column of a CSV file, in its order, with their places in it; blank cells and
/// repetitions are left out. Read by the stage `source`, so any delimiter, quoting and encoding
/// that budgets may have will do, and a file of one column needs no delimiter. Keeps the file in
/// the book. Reports a file or a column that is not there at the place that names it, and each row
/// that cannot be read; the answer is then of no use.
std::vector<SpannedText> ReadListColumn(const SpannedText& file, const SpannedText& column,
                                        BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LIST_COLUMN_H_
