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
/// repetitions are left out. Read by the stage `source`, so any delimiter, quoting,
/// encoding and compression that budgets may have will do, and a file of one column needs no
/// delimiter. Reads a file once, however many lists name it, and keeps it in the book. Reports at
/// the place that names it what is no file or larger than 64 MiB (decompressed), and a column that
/// is not there or there several times; and each row that cannot be read. The answer is then of no
/// use.
std::vector<SpannedText> ReadListColumn(const SpannedText& file, const SpannedText& column,
                                        BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LIST_COLUMN_H_
