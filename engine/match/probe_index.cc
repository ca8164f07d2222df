#include "engine/match/probe_index.h"

#include <algorithm>

namespace tranche {
ProbeIndex::ProbeIndex(const CompiledRules& rules, std::uint32_t probe)
    : probe_(rules.probes()[probe]) {
  for (const CompiledRules::ProbeLeaf& leaf : rules.probe_leaves()) {
    if (leaf.probe != probe) continue;
    for (const CodePattern& pattern : *leaf.codes) AddCode(pattern, leaf.atom);
    if (leaf.values == nullptr) continue;
    for (const std::string& value : *leaf.values) exact_[value].push_back(leaf.atom);
  }
}

void ProbeIndex::AddCode(const CodePattern& pattern, AtomId atom) {
  switch (pattern.kind) {
    case CodePattern::Kind::kPrefix:
      prefixes_[pattern.from].push_back(atom);
      break;
    case CodePattern::Kind::kExact:
      exact_[pattern.from].push_back(atom);
      break;
    case CodePattern::Kind::kRange:
      ranges_.push_back({&pattern, atom});
      break;
  }
}

void ProbeIndex::Judge(std::string_view value, std::vector<AtomId>* atoms) const {
  atoms->clear();
  const absl::string_view key(value.data(), value.size());
  if (const auto it = exact_.find(key); it != exact_.end()) {
    atoms->insert(atoms->end(), it->second.begin(), it->second.end());
  }
  if (probe_.kind == Probe::Kind::kCode) {
    for (std::size_t length = 1; length <= value.size(); ++length) {
      const auto it = prefixes_.find(key.substr(0, length));
      if (it == prefixes_.end()) continue;
      const bool ends_segment = length == value.size() || IsCodeSeparator(value[length]) ||
                                IsCodeSeparator(value[length - 1]);
      if (!ends_segment && CountsBySegment(probe_.name, it->first)) continue;
      atoms->insert(atoms->end(), it->second.begin(), it->second.end());
    }
    for (const Range& range : ranges_) {
      const bool by_segment = CountsBySegment(probe_.name, range.pattern->from);
      if (range.pattern->Matches(value, by_segment)) atoms->push_back(range.atom);
    }
  }
  std::sort(atoms->begin(), atoms->end());
  atoms->erase(std::unique(atoms->begin(), atoms->end()), atoms->end());
}

}  // namespace tranche
