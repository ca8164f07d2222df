#ifndef TRANCHE_ENGINE_TALLY_RECONCILIATION_H_
#define TRANCHE_ENGINE_TALLY_RECONCILIATION_H_

#include <string>
#include <vector>

#include "engine/layout/file_account.h"
#include "engine/layout/file_plan.h"
#include "engine/tally/totals.h"

namespace tranche {

/// Proves that nothing was lost on the way from the files to the buckets. A sentence for each
/// equation that does not hold (empty: all hold):
///   - each file's rows and cells (FileAccount::Violations);
///   - per country, year, phase and currency: lines and money read from all files = lines and money
///     of the totals = buckets + undecided + netted.
std::vector<std::string> CheckConservation(const std::vector<const FileAccount*>& files,
                                           const LineSelection& selection,
                                           const std::vector<GroupTotals>& totals);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_RECONCILIATION_H_
