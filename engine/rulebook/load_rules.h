#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_RULES_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_RULES_H_

#include <string>

#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// `rules:`, with the files that it includes spliced in where they are named. Last of all parts.
/// `path` is the book's own file: no include may lead back to it.
void LoadRules(YamlMap* top, const std::string& path, BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_RULES_H_
