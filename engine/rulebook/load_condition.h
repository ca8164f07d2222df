#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_CONDITION_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_CONDITION_H_

#include "engine/base/yaml.h"
#include "engine/rulebook/book_draft.h"
#include "engine/rulebook/condition.h"

namespace tranche {

/// Reads `when:`. Buckets, items and vocabulary must have been read. What is wrong is reported and
/// left out, so the condition is of use only where there was no error.
Condition LoadCondition(const YamlNode& node, BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_CONDITION_H_
