#ifndef TRANCHE_ENGINE_TALLY_UNTESTED_H_
#define TRANCHE_ENGINE_TALLY_UNTESTED_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/layout/budget_line.h"
#include "engine/rulebook/rulebook.h"
#include "engine/tally/tally.h"
#include "engine/tally/totals.h"

namespace tranche {

/// Rules that could not be tested on some lines, because these lack the same things.
struct UntestedRules {
  /// `codes of cofog`, `the nature`, `texts above the line`: as a person names them, sorted.
  std::vector<std::string> missing;
  /// No file lacks the columns: their cells are empty on these lines.
  bool cells_are_empty = false;
  std::vector<RuleId> rules;  ///< ascending
  /// Lines and money on which at least one of the rules could not be tested, and which no earlier
  /// rule took: each line once, however many of the rules it is.
  std::map<LineGroup, AllocatedSum> sums;
};

/// Folds the rules that a tally names as untested by what is missing. `schemas` are those of the
/// files behind the tally. Ordered by `missing`. Nothing where a sum leaves 128 bits.
std::optional<std::vector<UntestedRules>> FoldUntested(
    const Tally& tally, const Rulebook& book, const std::vector<const LineSchema*>& schemas);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_UNTESTED_H_
