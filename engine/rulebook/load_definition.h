#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_DEFINITION_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_DEFINITION_H_

#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// `buckets:`, followed by the two fixed outcomes.
void LoadBuckets(YamlMap* top, BookDraft* draft);
/// `otherwise:`, `decide:` and `targets:`. After the buckets.
void LoadOtherwise(YamlMap* top, BookDraft* draft);
void LoadDecide(YamlMap* top, BookDraft* draft);
void LoadTargets(YamlMap* top, BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_DEFINITION_H_
