#ifndef TRANCHE_ENGINE_MATCH_COLUMN_JUDGE_H_
#define TRANCHE_ENGINE_MATCH_COLUMN_JUDGE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/layout/budget_line.h"
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

  /// The set of each row's cell in `column`: `(*sets_of_rows)[row * stride]`. `languages` has a
  /// mask per row (of no account for probes). `text_judge` and `sets` belong to the calling thread.
  void Judge(const LineBatch& batch, std::size_t column, std::span<const LanguageMask> languages,
             TextJudge* text_judge, AtomSets* sets, AtomSetId* sets_of_rows, std::size_t stride);

 private:
  /// A cell on its way through one block of rows.
  struct Pending {
    std::string_view value;
    std::uint32_t hash = 0;
    std::uint8_t context = 0;
    bool is_as_before = false;  ///< the same value as on the row before
  };

  AtomSetId JudgeOne(const Pending& pending, LanguageMask languages, TextJudge* text_judge,
                     AtomSets* sets);
  AtomSetId JudgeAnew(std::string_view value, LanguageMask languages, TextJudge* text_judge,
                      AtomSets* sets);
  std::uint8_t ContextOf(LanguageMask languages);

  const ProbeIndex* probe_ = nullptr;  ///< null: texts
  ValueMemo memo_;
  std::vector<LanguageMask> contexts_;  ///< masks by the context under which texts are remembered
  std::uint64_t lookups_ = 0;           ///< since the memo was last emptied
  std::uint64_t hits_ = 0;
  std::uint64_t suspended_for_ = 0;  ///< values still to be judged without remembering
  std::vector<AtomId> atoms_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_COLUMN_JUDGE_H_
