#ifndef TRANCHE_ENGINE_TALLY_TARGETS_H_
#define TRANCHE_ENGINE_TALLY_TARGETS_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/base/amount.h"
#include "engine/base/ratio.h"
#include "engine/base/share.h"
#include "engine/rulebook/rulebook.h"
#include "engine/tally/totals.h"

namespace tranche {

/// One target for one group: exact ratios, rounded only when printed.
struct TargetResult {
  const Target* target = nullptr;  ///< lives in the rulebook
  Ratio percent;                   ///< the target's buckets as they are
  Ratio counted;  ///< after caps: each capped bucket counts at most its share of GDP; `up_to`
                  ///< targets count at most the target itself
  Share required;
  std::optional<bool> met;   ///< nothing for `up_to` targets: nobody must reach a ceiling
  bool at_the_line = false;  ///< counted lies within 0.01 points of required
  Ratio low;                 ///< counted with every undecided line out
  Ratio high;  ///< counted with every undecided line in this target's uncapped buckets
};

/// All targets of the rulebook for one group, in book order. `gdp` must be positive and in the
/// group's currency. Targets whose money cannot be compared (out of range) are left out and named
/// in `*problems`.
std::vector<TargetResult> EvaluateTargets(const Rulebook& rulebook, const GroupTotals& totals,
                                          Amount gdp, std::vector<std::string>* problems);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_TARGETS_H_
