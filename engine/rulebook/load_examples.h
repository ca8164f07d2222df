#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_EXAMPLES_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_EXAMPLES_H_

#include <vector>

#include "engine/base/yaml.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// Reads `examples:` of a rule; buckets and items must have been read. Their form and names are
/// checked here; whether the book says what they say is for `check` and the tests.
/// Keys that are none of the fixed ones name text fields, as layouts do.
std::vector<RuleExample> LoadExamples(const YamlNode& node, BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_EXAMPLES_H_
