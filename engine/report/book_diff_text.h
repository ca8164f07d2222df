#ifndef TRANCHE_ENGINE_REPORT_BOOK_DIFF_TEXT_H_
#define TRANCHE_ENGINE_REPORT_BOOK_DIFF_TEXT_H_

#include <string>

#include "engine/study/book_diff.h"

namespace tranche {

/// Two books side by side for a screen of kTextWidth: one sentence that says in what they differ,
/// then part by part what each of them says, with its place. Long lists are cut; BookDiffJson has
/// them whole. Ends with a line end. Thread-safe.
std::string BookDiffText(const BookDiff& diff);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_BOOK_DIFF_TEXT_H_
