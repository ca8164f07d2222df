#ifndef TRANCHE_ENGINE_RUN_DECISION_OUTCOME_H_
#define TRANCHE_ENGINE_RUN_DECISION_OUTCOME_H_

#include <atomic>
#include <optional>
#include <span>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/run/decision_file.h"
#include "engine/run/decision_plan.h"
#include "engine/run/file_preparation.h"
#include "engine/tally/decisions.h"
#include "engine/tally/tally.h"

namespace tranche {

/// The decisions of one run, from file to result. Calls in this order; without a file each does
/// nothing.
class RunDecisions {
 public:
  /// Reads the file at `path` (empty: there is none) and attaches its decisions to `*book`.
  absl::Status Load(const std::string& path, const CountryTable& countries, Rulebook* book,
                    Diagnostics* diagnostics);
  /// Finds the decided lines of all files, whatever `selection` asks for: that only says which
  /// of them the result speaks of. `book` must outlive this.
  absl::Status LookThrough(std::span<const PreparedFile> files, const LineSelection& selection,
                           const Rulebook& book, const std::atomic<bool>* cancelled);
  /// Null where there is nothing to apply.
  const DecisionPlan* plan() const { return plan_ ? &*plan_ : nullptr; }
  /// `today`: as `2026-11-24`, to see which are due for review; empty: not seen.
  absl::StatusOr<std::optional<DecisionsResult>> Result(const std::string& today,
                                                        const Rulebook& book,
                                                        const Tally& tally) const;

 private:
  std::optional<DecisionFile> file_;
  std::optional<DecisionPlan> plan_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_DECISION_OUTCOME_H_
