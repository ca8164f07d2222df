#ifndef TRANCHE_ENGINE_STUDY_RULE_USE_H_
#define TRANCHE_ENGINE_STUDY_RULE_USE_H_

#include <optional>
#include <vector>

#include "engine/layout/budget_line.h"
#include "engine/rulebook/rulebook.h"
#include "engine/tally/tally.h"
#include "engine/tally/totals.h"

namespace tranche {

/// Money that one rule took and that later rules match, too, and would have sent elsewhere: all of
/// them to the same place. Summed over countries and years, never over currencies or phases; each
/// line counts once, however many of the later rules match it.
struct TakenMoney {
  RuleId taker = 0;
  std::vector<RuleId> losers;  ///< ascending; they say the same
  CurrencyCode currency;
  Phase phase = Phase::kAdopted;
  AllocatedSum sum;
};

/// What the lines of some files say of the rules of a book.
struct RuleUse {
  std::vector<RuleId> never_matched;  ///< tested on all lines, true on none; ascending
  std::vector<RuleId> elsewhere;      ///< ask for countries or years that the files do not have
  std::vector<RuleId> never_decided;  ///< true on some lines, each of which an earlier rule took
  std::vector<TakenMoney> taken;      ///< by currency and phase, the largest sum first
};

/// `tally` must come from a run in which all rules were open. Rules that could not be tested on
/// some lines and match no other are in neither list (see FoldUntested). Nothing where a sum leaves
/// 128 bits.
std::optional<RuleUse> StudyRuleUse(const Tally& tally, const Rulebook& book);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_RULE_USE_H_
