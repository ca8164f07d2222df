#ifndef TRANCHE_ENGINE_STUDY_DEAD_RULES_H_
#define TRANCHE_ENGINE_STUDY_DEAD_RULES_H_

#include <vector>

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/match/matcher.h"

namespace tranche {

/// Warns of rules that can never decide, because earlier rules take every line that they could
/// take, or because no line meets their condition. Where that cannot be known, because of what a
/// regular expression may find or because the search grew too long, one warning names the rules,
/// but for those that decide one of their examples, which proves it.
///
/// A rule without `when` in the middle of a book is the loader's warning; what lies behind it is
/// not reported again.
///
/// Answers which rules have something to be mended first, by rule.
std::vector<bool> CheckDeadRules(const Matcher& matcher, const CountryTable& countries,
                                 Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_DEAD_RULES_H_
