#ifndef TRANCHE_ENGINE_STUDY_MISSING_EXAMPLES_H_
#define TRANCHE_ENGINE_STUDY_MISSING_EXAMPLES_H_

#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Names the rules that read texts and have no example that shows what they take, in one finding:
/// a warning where other rules of the book have examples, a note where none has. A rule that reads
/// codes only says by itself what it takes. Rules in `to_mend` (by rule) are left out.
void CheckMissingExamples(const Rulebook& book, const std::vector<bool>& to_mend,
                          Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_MISSING_EXAMPLES_H_
