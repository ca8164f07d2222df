#ifndef TRANCHE_ENGINE_RUN_DECISION_PLAN_H_
#define TRANCHE_ENGINE_RUN_DECISION_PLAN_H_

#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "engine/layout/file_plan.h"
#include "engine/match/signature.h"
#include "engine/rulebook/rulebook.h"
#include "engine/source/input_file.h"
#include "engine/tally/decisions.h"

namespace tranche {

/// Which lines of a run people have decided.
///
/// A decision holds for the lines of its country, year and key whose label (blanks apart) and
/// amount are those that the person saw: in every phase in which they fit, and for all lines that
/// fit where these five do not tell them apart (reported). Once it fits a line anywhere in the
/// files, its other lines (another phase, a key that is not unique) go by the rules.
///
/// Where it fits none, it was meant for the line of its key that has its label, or else its amount,
/// or else for the line of its key. It is stale then, and that line is undecided; but only where
/// this is one line in each phase, other than those that decisions fit. Where it could be several
/// (keys that are empty or shared), nobody knows which, no money moves, and the decision is
/// reported as one without a line.
///
/// All this shows only when all files were seen, and lines are written as they pass. So files are
/// looked through once before the run (LookThrough, in order, then Conclude), and the result of a
/// run depends neither on threads nor on the years and phases that it is asked for. It does depend
/// on the files: a decision that fits in another file of the run is not stale in this one. Without
/// decisions there is no such pass.
///
/// Immutable once concluded, and shared by threads then. The book must outlive it. The cost of a
/// line does not grow with the number of decisions.
class DecisionPlan {
 public:
  explicit DecisionPlan(const Rulebook& book);

  /// Lines that `selection` does not want are looked at, too; reports leave them out.
  absl::Status LookThrough(const FilePlan& plan, InputFile& input, const LineSelection& selection,
                           const std::atomic<bool>* cancelled);
  void Conclude();

  const std::vector<DecisionSighting>& sightings() const { return sightings_; }
  /// The countries and years that the run has lines of.
  bool HasGroup(CountryCode country, std::int16_t year) const {
    return groups_.contains({country, year});
  }

 private:
  friend class DecisionMarker;
  using CountryYear = std::pair<CountryCode, std::int16_t>;

  /// Lines that have something in common with decisions.
  struct Lines {
    std::map<LineGroup, std::uint64_t> counts;
    bool has_wanted = false;
    std::optional<SeenLine> first;
    /// The first of the stale decisions that were meant for one of them.
    DecisionId stale = kNoDecision;

    void Add(const LineGroup& group, bool is_wanted, const SeenLine& line);
    std::uint64_t total() const;
    /// In the group that has most of them.
    std::uint64_t most() const;
  };

  /// The decisions of one key and what was seen of it. Lines that fit a decision are in `all` only.
  struct Key {
    std::map<std::pair<std::string, Amount>, DecisionId> fitting;  ///< by words and amount
    absl::flat_hash_map<std::string, Lines> by_words;
    std::map<Amount, Lines> by_amount;
    Lines open;
    std::uint64_t all = 0;

    DecisionId StaleOn(const std::string& words, Amount amount) const;
  };

  /// In the keys of all countries and years, const or not; null where nobody decided anything of
  /// it.
  template <typename Keys>
  static auto Find(Keys* all, const LineGroup& group, std::string_view key)
      -> decltype(&all->begin()->second.begin()->second);
  bool DecidesIn(const LineGroup& group) const {
    return keys_.contains(CountryYear(group.country, group.year));
  }
  struct Sight {
    const LineGroup& group;
    bool is_wanted = false;
    const SeenLine& line;
    const std::string& words;
  };
  void AddDecision(DecisionId id, Amount amount);
  void LookAt(const LineBatch& batch, const LineSelection& selection, const std::string& file,
              std::uint64_t rows_before);
  void See(const Sight& sight, Key* key);
  void ConcludeOn(DecisionId id);

  const Rulebook& book_;
  std::map<CountryYear, absl::flat_hash_map<std::string, Key>> keys_;
  /// By amount and words, whatever the key: the first such line.
  std::map<CountryYear, std::map<Amount, std::map<std::string, std::optional<SeenLine>>>> anywhere_;
  std::vector<Lines> fitting_;  ///< by DecisionId
  std::vector<DecisionSighting> sightings_;
  std::set<CountryYear> groups_;
};

/// Gives lines that a person has decided their signature. One per thread and file; not thread-safe.
class DecisionMarker {
 public:
  /// `plan` may be null: then nothing is ever marked.
  DecisionMarker(const DecisionPlan* plan, const LineSchema& schema, SignatureTable* signatures)
      : plan_(plan), schema_(schema), signatures_(signatures) {}

  /// Replaces the ids of decided lines. All batches have one and the same GroupTable.
  void Mark(const LineBatch& batch, std::vector<SignatureId>* ids);

 private:
  const DecisionPlan* plan_;
  const LineSchema& schema_;
  SignatureTable* signatures_;
  std::string key_, label_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_DECISION_PLAN_H_
