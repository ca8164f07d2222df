#ifndef TRANCHE_ENGINE_STUDY_PLACE_NAMES_H_
#define TRANCHE_ENGINE_STUDY_PLACE_NAMES_H_

#include <string>
#include <vector>

#include "engine/rulebook/rulebook.h"

/// How findings name things and where they stand.
namespace tranche {

/// `rule 'x' (rules/a.yaml:12)`, or `rules 'x' (…), 'y' (…) and 'z' (…)`; of many the first ones
/// and how many more.
std::string RulesWithPlaces(const Rulebook& book, const std::vector<RuleId>& rules);

/// `'a', 'b' and 'c'`; of many the first ones and how many more.
std::string Enumerated(const std::vector<std::string>& names, std::size_t most = 12);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_PLACE_NAMES_H_
