#ifndef TRANCHE_ENGINE_MATCH_CONDITION_TEXT_H_
#define TRANCHE_ENGINE_MATCH_CONDITION_TEXT_H_

#include <string>
#include <vector>

#include "engine/rulebook/rulebook.h"

namespace tranche {

/// A condition as a person reads it: `cofog 02, 03`, `mentions bridge or tunnel in parents`,
/// `country ITA`, `not (mentions heritage)`. Long lists are cut.
std::string ConditionText(const Condition& condition, const Rulebook& book);

/// The same with long lists whole.
std::string WholeConditionText(const Condition& condition, const Rulebook& book);

/// The same with every list and all that is joined by *and* or *or* sorted: two conditions with one
/// text, of one book or of two, ask the same.
std::string SortedConditionText(const Condition& condition, const Rulebook& book);

/// What a condition is made of, one text for each value of what is joined by *and*: `country ITA`,
/// `country DEU`, `words 'road'`; what nests deeper is one piece, sorted.
std::vector<std::string> ConditionPieces(const Condition& condition, const Rulebook& book);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_CONDITION_TEXT_H_
