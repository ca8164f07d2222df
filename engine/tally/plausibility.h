#ifndef TRANCHE_ENGINE_TALLY_PLAUSIBILITY_H_
#define TRANCHE_ENGINE_TALLY_PLAUSIBILITY_H_

#include <optional>
#include <string>

#include "engine/base/amount.h"
#include "engine/tally/totals.h"

namespace tranche {

/// The share of GDP between which the spending of a state lies. Central budgets of the 32 allies
/// are between 12 and 45 %, those of general government up to 60 %; what lies outside was read
/// wrongly (thousands for units, subtotals counted beside their parts, another currency), or is
/// only a part of a budget.
inline constexpr int kLeastPercentOfGdp = 5;
inline constexpr int kMostPercentOfGdp = 80;

/// Nothing where the total of `totals` can be that of a state with this GDP; else a sentence with
/// the likely reason and what to do. `gdp` must be positive and in the group's currency.
std::optional<std::string> WhyImplausible(const GroupTotals& totals, Amount gdp);

/// Whether the total is below what any state spends.
bool IsLessThanAnyState(const GroupTotals& totals, Amount gdp);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_PLAUSIBILITY_H_
