#ifndef TRANCHE_ENGINE_REPORT_BOOK_DIFF_PIECE_H_
#define TRANCHE_ENGINE_REPORT_BOOK_DIFF_PIECE_H_

#include "absl/status/statusor.h"
#include "engine/report/resolved_book.h"
#include "engine/study/book_diff.h"

namespace tranche {

/// Of `diff` only what `selection` asks for; all of it where that is empty. NotFound, with the
/// nearest names, where neither book has such a part, item or rule. Thread-safe.
absl::StatusOr<BookDiff> BookDiffPiece(const BookDiff& diff, const BookSelection& selection);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_BOOK_DIFF_PIECE_H_
