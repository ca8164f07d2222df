#ifndef TRANCHE_ENGINE_RUN_LINE_PASS_H_
#define TRANCHE_ENGINE_RUN_LINE_PASS_H_

#include <atomic>
#include <functional>

#include "absl/status/status.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/file_plan.h"
#include "engine/source/input_file.h"
#include "engine/source/row_walk.h"

namespace tranche {

/// Goes through all lines of a file before the run itself does, alone and without judging them: for
/// what must be known of all lines first. `see` gets each batch with the walk at its rows; both are
/// valid only during the call. Rows that cannot be used are passed over, for the run itself reports
/// them. Cancelled where `cancelled` (may be null) was set from outside.
absl::Status ForEachBatch(const FilePlan& plan, InputFile& input,
                          const std::atomic<bool>* cancelled,
                          const std::function<void(const LineBatch&, const RowWalk&)>& see);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_LINE_PASS_H_
