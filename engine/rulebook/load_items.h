#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_ITEMS_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_ITEMS_H_

#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// `items:`, the definition: does it count, and as what? After the buckets.
///
/// `try` (outcomes worth a study) and `review_by` (a date) are checked for their form and not kept:
/// studies and `check` will read them from the file.
void LoadItems(YamlMap* top, BookDraft* draft);

/// `item_titles:`, files with a title and a description for each item. They may describe items that
/// this book does not have: several definitions share one file.
void LoadItemTitles(YamlMap* top, BookDraft* draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_ITEMS_H_
