#ifndef TRANCHE_ENGINE_RUN_MEETING_H_
#define TRANCHE_ENGINE_RUN_MEETING_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/layout/file_plan.h"
#include "engine/run/file_preparation.h"
#include "engine/tally/result.h"

namespace tranche {

/// Files that would be added up although nobody said that they belong together: a question for the
/// user (FailedPrecondition), or OK. `files` and `results` are the same readings in the same order.
///
/// - Two hold the same amounts, each as often, in a country, year and phase: a copy, often under
///   the name of another year. Asked also where years or phases differ.
/// - The same country, year and phase comes from two that belong to the same part, and the later
///   one neither adds nor replaces.
absl::Status CheckFilesBelongTogether(const std::vector<PreparedFile>& files,
                                      const std::vector<FileResult>& results,
                                      const LineSelection& selection, bool is_dossier);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_MEETING_H_
