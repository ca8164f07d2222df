#ifndef TRANCHE_TOOLS_TRANCHE_EXIT_STATUS_H_
#define TRANCHE_TOOLS_TRANCHE_EXIT_STATUS_H_

#include "absl/status/status.h"

namespace tranche {

/// What the shell sees.
enum class ExitStatus : int {
  kDone = 0,      ///< done and clean
  kFindings = 1,  ///< done, with findings that a person must look at
  kCouldNotRun =
      2,  ///< usage, unreadable file, broken rulebook, a question only a person can answer
  kInterrupted = 130  ///< Ctrl-C
};

/// The one place that turns the end of a run into an exit status.
inline ExitStatus ExitStatusOf(const absl::Status& status, bool has_errors, bool has_findings) {
  if (absl::IsCancelled(status)) return ExitStatus::kInterrupted;
  if (!status.ok() || has_errors) return ExitStatus::kCouldNotRun;
  return has_findings ? ExitStatus::kFindings : ExitStatus::kDone;
}

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_EXIT_STATUS_H_
