#ifndef TRANCHE_ENGINE_LAYOUT_BIND_ROWS_H_
#define TRANCHE_ENGINE_LAYOUT_BIND_ROWS_H_

#include "engine/base/diagnostic.h"
#include "engine/layout/bound_layout.h"
#include "engine/layout/column_finder.h"

namespace tranche {

/// Binds what `bound->layout` says of rows: which are dropped and why, the hierarchy, columns that
/// are split and filled down. Comes last, when every other column has been asked for, since it
/// gathers the parts of cells that they asked for. Mistakes go to `diagnostics`.
void BindRows(ColumnFinder* finder, FilePlan::Bound* bound, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_BIND_ROWS_H_
