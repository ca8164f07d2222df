#ifndef TRANCHE_ENGINE_RULEBOOK_REFORM_H_
#define TRANCHE_ENGINE_RULEBOOK_REFORM_H_

#include <string>
#include <vector>

#include "engine/base/yaml.h"
#include "engine/rulebook/book_draft.h"
#include "engine/rulebook/book_splice.h"
#include "engine/rulebook/tree_edit.h"

/// A reform is a rulebook that `extends` another one and changes some of it:
///
///     rulebook: hague-2025-wide
///     format: 1
///     extends: hague-2025.yaml
///     set: {mobility: 25 %}                      # values of options
///     items:                                     # the keys given change, the others stay
///       coast-guard: {counts: direct-military, area: ~}        # ~ takes a key away
///     change:                                    # whole keys of rules, targets, concepts
///       roads-by-words: {when: {mentions: [road], nature: [capital]}}
///       targets: {core-2035: {at_least: 4 %}}    # the kind, where two things share a name
///       concepts: {road: {de: {words: ["*straße*"]}}}          # words by language
///     remove: [rail-by-words]                    # ids of rules
///     add:                                       # rules; without before or after: at the end
///       - {after: roads-by-words, id: ten-t, is: roads, when: {words: ten-t}}
///
/// The changes are made in this order, on the tree of the other book, before anything is checked:
/// so a check sees the book as it will be applied. `options`, `buckets`, `targets` and `lists`
/// change entries or add new ones; `otherwise` and `decide` replace; `vocabulary` and `item_titles`
/// add. Name, title and version are always the reform's own. Naming what does not exist is an
/// error; a new item or option is none if something in the book uses it.
namespace tranche {

/// Applies `reform`, the top level of the file `path`, to the top level of the book that it extends
/// (`base`, whose files are spliced). Answers the top level of the reformed book.
YamlEntries ApplyReform(YamlEntries reform, const std::string& path, YamlEntries base,
                        BookSplicer* splicer, Diagnostics* diagnostics);

/// The value of one option changes. Reports an option that does not exist at `change.key_span`.
void SetOption(YamlEntry change, YamlEntries* book, Diagnostics* diagnostics);

/// `change:`, `remove:` and `add:` (the latter with its includes spliced in by `splicer`).
void ChangeParts(YamlNode change, YamlEntries* book, Diagnostics* diagnostics);
void RemoveRules(const YamlNode& remove, YamlEntries* book, Diagnostics* diagnostics);
void AddRules(YamlNode add, const std::string& path, BookSplicer* splicer, YamlEntries* book,
              Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_REFORM_H_
