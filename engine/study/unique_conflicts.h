#ifndef TRANCHE_ENGINE_STUDY_UNIQUE_CONFLICTS_H_
#define TRANCHE_ENGINE_STUDY_UNIQUE_CONFLICTS_H_

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/match/matcher.h"

namespace tranche {

/// Under `decide: unique`: warns of rules that can match one line and do not say the same, with a
/// line that shows it. One warning for each rule that conflicts with rules before it, naming the
/// first of them; and one for all rules of which it could not be told.
void CheckUniqueConflicts(const Matcher& matcher, const CountryTable& countries,
                          Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_UNIQUE_CONFLICTS_H_
