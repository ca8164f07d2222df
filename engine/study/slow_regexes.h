#ifndef TRANCHE_ENGINE_STUDY_SLOW_REGEXES_H_
#define TRANCHE_ENGINE_STUDY_SLOW_REGEXES_H_

#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Warns of regular expressions of rules that take ten or more times as long on a text as usual
/// ones. One note names those that no text can be spared, because they ask for no word: a few of
/// these do no harm.
void CheckSlowRegexes(const Rulebook& book, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_SLOW_REGEXES_H_
