#ifndef TRANCHE_ENGINE_MATCH_PROBE_INDEX_H_
#define TRANCHE_ENGINE_MATCH_PROBE_INDEX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/match/compiled_rules.h"

namespace tranche {

/// Answers, for the value of one code scheme, field or nature, which conditions it meets. A code is
/// looked up by its own beginnings, so the cost grows with the code's length, not with the rules.
/// Immutable; safe to share between threads.
class ProbeIndex {
 public:
  /// Builds the index of one probe. `rules` must outlive it.
  ProbeIndex(const CompiledRules& rules, std::uint32_t probe);

  /// Replaces `*atoms` by the atoms of the conditions that `value` meets, ascending, each once.
  void Judge(std::string_view value, std::vector<AtomId>* atoms) const;

 private:
  void AddCode(const CodePattern& pattern, AtomId atom);

  struct Range {
    const CodePattern* pattern = nullptr;
    AtomId atom = 0;
  };

  Probe probe_;
  absl::flat_hash_map<std::string, std::vector<AtomId>> exact_;
  absl::flat_hash_map<std::string, std::vector<AtomId>> prefixes_;
  std::vector<Range> ranges_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_PROBE_INDEX_H_
