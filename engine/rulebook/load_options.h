#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_OPTIONS_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_OPTIONS_H_

#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// `options:`, named values made to be varied: `mobility: {title: …, value: 30 %, try: [0 %, 50
/// %]}`. A value is a share or an outcome, and may step by year; `try` has values of the same kind.
/// After the buckets, before everything that may name an option.
void LoadOptions(YamlMap* top, BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_OPTIONS_H_
