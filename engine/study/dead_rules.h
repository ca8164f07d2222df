#ifndef TRANCHE_ENGINE_STUDY_DEAD_RULES_H_
#define TRANCHE_ENGINE_STUDY_DEAD_RULES_H_

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/match/matcher.h"

namespace tranche {

/// Warns of rules that can never decide, because earlier rules take every line that they could
/// take, or because no line meets their condition. Says so in a note where it cannot be known.
/// A rule without `when` in the middle of a book is the loader's warning; what lies behind it is
/// not reported again.
void CheckDeadRules(const Matcher& matcher, const CountryTable& countries,
                    Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_DEAD_RULES_H_
