#ifndef TRANCHE_ENGINE_REPORT_BOOK_DIFF_JSON_H_
#define TRANCHE_ENGINE_REPORT_BOOK_DIFF_JSON_H_

#include <string>

#include "engine/study/book_diff.h"

namespace tranche {

/// The same as BookDiffText for programs, nothing cut: `left` and `right` (name, title, version,
/// file, settings), what was `asked` (null: everything), `same`, and for each kind of part
/// (`items`, `rules`, …) how many are `alike` and all that `differ`. What a side does not say is
/// null. Ends with a line end. Thread-safe.
std::string BookDiffJson(const BookDiff& diff);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_BOOK_DIFF_JSON_H_
