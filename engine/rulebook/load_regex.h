#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_REGEX_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_REGEX_H_

#include <vector>

#include "engine/base/yaml.h"
#include "engine/rulebook/book_draft.h"
#include "engine/rulebook/condition.h"

namespace tranche {

/// `regex:`, one expression or a list of which any may match. Reports those that RE2 refuses, with
/// the place inside the expression where it is known; those that take every text or a text without
/// words; and those with letters or signs that folded text never has, with the folded spelling.
void ReadRegex(const YamlNode& node, const TextScope& scope, BookDraft* draft,
               std::vector<Condition>* out);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_REGEX_H_
