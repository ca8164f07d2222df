#include "engine/rulebook/tree_edit.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tranche {
namespace {

/// Of these a map has one: giving one takes the other away.
constexpr std::array<std::array<std::string_view, 2>, 2> kEitherOr = {
    {{"is", "to"}, {"at_least", "up_to"}}};

std::string_view OtherOf(std::string_view key) {
  for (const auto& pair : kEitherOr) {
    if (key == pair[0]) return pair[1];
    if (key == pair[1]) return pair[0];
  }
  return {};
}

bool HasKey(const YamlEntries& entries, std::string_view key) {
  return std::any_of(entries.begin(), entries.end(),
                     [key](const YamlEntry& entry) { return entry.key == key; });
}

}  // namespace

YamlEntry* FindEntry(YamlEntries* entries, std::string_view key) {
  for (YamlEntry& entry : *entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

void PutEntry(YamlEntry entry, YamlEntries* entries) {
  if (YamlEntry* found = FindEntry(entries, entry.key)) {
    *found = std::move(entry);
  } else {
    entries->push_back(std::move(entry));
  }
}

void EraseEntry(std::string_view key, YamlEntries* entries) {
  std::erase_if(*entries, [key](const YamlEntry& entry) { return entry.key == key; });
}

std::vector<std::string> KeysOf(const YamlEntries& entries) {
  std::vector<std::string> keys;
  keys.reserve(entries.size());
  for (const YamlEntry& entry : entries) keys.push_back(entry.key);
  return keys;
}

YamlNode WithChanges(YamlNode map, YamlEntries changes, Diagnostics* diagnostics) {
  if (!map.IsMap() && !map.IsNull()) return map;
  const SourceSpan span = map.span();
  YamlEntries entries = std::move(map).TakeEntries();
  // A change that gives both of a pair is left as it is written: the loader reports it.
  for (const YamlEntry& change : changes) {
    const std::string_view other = OtherOf(change.key);
    if (!other.empty() && !HasKey(changes, other)) EraseEntry(other, &entries);
  }
  for (YamlEntry& change : changes) {
    if (!change.value.IsNull()) {
      PutEntry(std::move(change), &entries);
    } else if (!change.value.text().empty()) {
      EraseEntry(change.key, &entries);
    } else {
      diagnostics->Error(change.key_span, "there is nothing behind `" + change.key + ":`",
                         "write the new value, or ~ to take the key away");
    }
  }
  return YamlNode::Map(std::move(entries), span);
}

}  // namespace tranche
