#ifndef TRANCHE_ENGINE_RUN_REPLACEMENTS_H_
#define TRANCHE_ENGINE_RUN_REPLACEMENTS_H_

#include <vector>

#include "absl/status/status.h"
#include "engine/run/file_preparation.h"
#include "engine/tally/result.h"

namespace tranche {

/// After all files were read: says in the results what files that replace by key did not replace
/// (new keys, lines without a key, amounts that are empty or rejected), and stops where one of them
/// replaced nothing at all, for its money would be counted twice. `results` are those of `files`.
absl::Status CheckReplacements(const std::vector<PreparedFile>& files,
                               std::vector<FileResult>* results);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_REPLACEMENTS_H_
