#ifndef TRANCHE_ENGINE_MATCH_CONDITION_TEXT_H_
#define TRANCHE_ENGINE_MATCH_CONDITION_TEXT_H_

#include <string>

#include "engine/rulebook/rulebook.h"

namespace tranche {

/// A condition as a person reads it: `cofog 02, 03`, `mentions bridge or tunnel in parents`,
/// `country ITA`, `not (mentions heritage)`. Long lists are cut.
std::string ConditionText(const Condition& condition, const Rulebook& book);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_CONDITION_TEXT_H_
