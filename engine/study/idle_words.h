#ifndef TRANCHE_ENGINE_STUDY_IDLE_WORDS_H_
#define TRANCHE_ENGINE_STUDY_IDLE_WORDS_H_

#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Warns of words and exceptions that change nothing (see FindIdleWords), each at its place.
void CheckIdleWords(const Rulebook& book, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_IDLE_WORDS_H_
