#ifndef TRANCHE_ENGINE_STUDY_UNUSED_NAMES_H_
#define TRANCHE_ENGINE_STUDY_UNUSED_NAMES_H_

#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Warns of buckets, options, items and lists of the book's own file that nothing uses. What a
/// reform inherits is not its business, and areas may be empty: agreed texts name them whether a
/// budget has any or not. Concepts are the matter of CheckConceptUse.
void CheckUnusedNames(const Rulebook& book, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_UNUSED_NAMES_H_
