#ifndef TRANCHE_ENGINE_MATCH_COLUMN_JUDGE_H_
#define TRANCHE_ENGINE_MATCH_COLUMN_JUDGE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/match/matcher.h"
#include "engine/match/text_judge.h"
#include "engine/match/value_memo.h"

namespace tranche {

/// Id of a set of atoms in an AtomSets table.
using AtomSetId = std::uint32_t;
inline constexpr AtomSetId kAbsentSet = 0;  ///< the line does not have the column: unknown
inline constexpr AtomSetId kEmptySet = 1;   ///< it has it, and it proves nothing

/// Distinct sets of atoms, numbered. Far fewer than distinct values: lines are remembered by these.
/// Not thread-safe.
class AtomSets {
 public:
  AtomSets();
  AtomSetId Intern(const std::vector<AtomId>& atoms);
  const std::vector<AtomId>& atoms(AtomSetId id) const { return sets_[id]; }

 private:
  std::vector<std::vector<AtomId>> sets_;
  absl::flat_hash_map<std::vector<AtomId>, AtomSetId> ids_;
};

/// Judges the values of one column, each distinct value once. When a column turns out to be new on
/// nearly every line, remembering it costs more than it saves and is suspended for a while.
/// Scratch of one thread. The matcher must outlive it.
class ColumnJudge {
 public:
  /// Judges texts.
  ColumnJudge();
  /// Judges the values of one probe: a code scheme, a field, the nature.
  ColumnJudge(const Matcher& matcher, std::uint32_t probe);

  /// `value.data()` null means absent. `text_judge` and `sets` belong to the calling thread.
  AtomSetId Judge(std::string_view value, LanguageMask languages, TextJudge* text_judge,
                  AtomSets* sets);
  /// Call before views of an earlier batch die: forgets the view of the last value.
  void ForgetLastView() { has_last_ = false; }

 private:
  AtomSetId JudgeAnew(std::string_view value, LanguageMask languages, TextJudge* text_judge,
                      AtomSets* sets);
  void Remember(std::string_view value, std::uint64_t hash, AtomSetId id);

  const ProbeIndex* probe_ = nullptr;  ///< null: texts
  LanguageMask languages_ = 0;         ///< of what is remembered
  ValueMemo memo_;
  std::uint64_t lookups_ = 0;  ///< since the memo was last emptied
  std::uint64_t hits_ = 0;
  std::uint64_t suspended_for_ = 0;  ///< values still to be judged without remembering
  bool has_last_ = false;
  std::string_view last_value_;
  AtomSetId last_id_ = kEmptySet;
  std::vector<AtomId> atoms_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_COLUMN_JUDGE_H_
