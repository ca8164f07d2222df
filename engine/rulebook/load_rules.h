#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_RULES_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_RULES_H_

#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// `rules:`, in whose list all included files are in their place. Last of all parts.
void LoadRules(YamlMap* top, BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_RULES_H_
