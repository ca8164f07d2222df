#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_LISTS_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_LISTS_H_

#include <vector>

#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"
#include "engine/rulebook/condition.h"

namespace tranche {

/// `lists:`, each of them words, or codes where it has a `scheme`, from a column of a CSV file.
/// Before the rules. Entries that are no words or no codes are reported in the CSV file.
void LoadLists(YamlMap* top, BookDraft* draft);

/// `listed:`, the name of a list or several of which any may have the line.
void ReadListed(const YamlNode& node, const TextScope& scope, BookDraft* draft,
                std::vector<Condition>* out);

/// True where one of the lists that `node` names looks into texts, so that `in` says something. A
/// list that nobody knows may be one.
bool LooksIntoTexts(const YamlNode& node, const BookDraft& draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_LISTS_H_
