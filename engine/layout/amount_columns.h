#ifndef TRANCHE_ENGINE_LAYOUT_AMOUNT_COLUMNS_H_
#define TRANCHE_ENGINE_LAYOUT_AMOUNT_COLUMNS_H_

#include <string>

#include "absl/status/status.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/bound_layout.h"
#include "engine/layout/column_finder.h"
#include "engine/source/input_file.h"

namespace tranche {

/// Finds the amount columns of `bound->layout` (stated ones, or every header that is a year) and
/// says what each is. Needs `bound`'s year and phase. Mistakes go to `diagnostics`.
void BindAmountColumns(ColumnFinder* finder, FilePlan::Bound* bound, Diagnostics* diagnostics);

/// Decides how the file writes numbers, by the amount cells of its first MiB, unless the layout
/// says so. InvalidArgument (with the file's name) where only the user can tell.
absl::Status BindNumberFormat(InputFile& input, FilePlan::Bound* bound);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_AMOUNT_COLUMNS_H_
