#ifndef TRANCHE_ENGINE_RUN_DECISION_OUTCOME_H_
#define TRANCHE_ENGINE_RUN_DECISION_OUTCOME_H_

#include <optional>
#include <vector>

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

struct ClassifyRequest;

/// The decisions of one run, from file to result. Calls in this order; without a file each does
/// nothing.
class RunDecisions {
 public:
  /// Reads the request's file, or the home's where it has one, and attaches it to `*book`.
  absl::Status Load(const ClassifyRequest& request, const CountryTable& countries, Rulebook* book,
                    Diagnostics* diagnostics);
  /// Finds the decided lines of all files. `book` must outlive this.
  absl::Status LookThrough(const ClassifyRequest& request, const Rulebook& book,
                           const std::vector<PreparedFile>& files);
  /// Null where there is nothing to apply.
  const DecisionPlan* plan() const { return plan_ ? &*plan_ : nullptr; }
  absl::StatusOr<std::optional<DecisionsResult>> Result(const ClassifyRequest& request,
                                                        const Rulebook& book,
                                                        const Tally& tally) const;

 private:
  std::optional<DecisionFile> file_;
  std::optional<DecisionPlan> plan_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_DECISION_OUTCOME_H_
