#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_VOCABULARY_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_VOCABULARY_H_

#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// `vocabulary:`, a folder, a file or a list of them. A file with `language:` holds the words of
/// one language, one without names the concepts; all names are read before any words.
///
/// `checked` of a concept's words (who looked at them, when) must be text and is not kept.
void LoadVocabulary(YamlMap* top, BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_VOCABULARY_H_
