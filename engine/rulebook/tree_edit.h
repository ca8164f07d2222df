#ifndef TRANCHE_ENGINE_RULEBOOK_TREE_EDIT_H_
#define TRANCHE_ENGINE_RULEBOOK_TREE_EDIT_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"

/// Changes to the trees of a book before the loaders read it. Every part keeps its own place, so
/// that later messages point into the file that wrote it.
namespace tranche {

using YamlEntries = std::vector<YamlEntry>;

/// The entry with this key, or null.
YamlEntry* FindEntry(YamlEntries* entries, std::string_view key);
/// In the place of the entry with the same key, or at the end.
void PutEntry(YamlEntry entry, YamlEntries* entries);
void EraseEntry(std::string_view key, YamlEntries* entries);
std::vector<std::string> KeysOf(const YamlEntries& entries);

/// `map` with the keys of `changes` in the place of its own; the other keys stay. `~` takes a key
/// away; nothing behind a colon is reported, since it may be a value that somebody forgot. Where
/// `map` is nothing it becomes a map; where it is something else it stays (its loader reports it).
YamlNode WithChanges(YamlNode map, YamlEntries changes, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_TREE_EDIT_H_
