#ifndef TRANCHE_ENGINE_STUDY_CONCEPT_USE_H_
#define TRANCHE_ENGINE_STUDY_CONCEPT_USE_H_

#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Finds concepts that no rule mentions. One whose words void shorter words of concepts that rules
/// do mention is a finding of its own, at such a word; the others are one finding for each file
/// that names them.
///
/// Warnings where the vocabulary is the book's own, notes where it is shared with other books,
/// which may need them (see IsInOwnFolder).
void CheckConceptUse(const Rulebook& book, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_CONCEPT_USE_H_
