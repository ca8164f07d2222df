#ifndef TRANCHE_ENGINE_RUN_DECISION_PLAN_H_
#define TRANCHE_ENGINE_RUN_DECISION_PLAN_H_

#include <atomic>
#include <cstdint>
#include <map>
#include <set>
#include <span>
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
/// fit where an export has several that nothing tells apart (reported). Once it fits a line
/// anywhere in the run, its other lines (another phase, a key that is not unique) go by the rules.
/// Where it fits none, it is stale, and the lines it was meant for are undecided: those with its
/// label, or else those with its amount, or else all of its key.
///
/// Whether a decision is stale shows only when all files were seen, and lines are written as they
/// pass. So files are looked through once before the run (LookThrough, in order), and the result of
/// a run does not depend on threads. Without decisions there is no such pass.
///
/// Immutable once all files were looked through, and shared by threads then. The book must outlive
/// it.
class DecisionPlan {
 public:
  explicit DecisionPlan(const Rulebook& book);

  absl::Status LookThrough(const FilePlan& plan, InputFile& input, const LineSelection& selection,
                           const std::atomic<bool>* cancelled);

  const std::vector<DecisionSighting>& sightings() const { return sightings_; }
  /// The countries and years that the run has lines of.
  bool HasGroup(CountryCode country, std::int16_t year) const {
    return groups_.contains({country, year});
  }

 private:
  friend class DecisionMarker;
  using CountryYear = std::pair<CountryCode, std::int16_t>;

  /// Empty where nobody decided anything of this country, year and key.
  std::span<const DecisionId> Find(const LineGroup& group, std::string_view key) const;
  bool DecidesIn(const LineGroup& group) const {
    return by_key_.contains(CountryYear(group.country, group.year));
  }
  void LookAt(const LineBatch& batch, const std::string& file, std::uint64_t rows_before);
  void See(DecisionId id, const LineGroup& group, const SeenLine& line);

  const Rulebook& book_;
  std::map<CountryYear, absl::flat_hash_map<std::string, std::vector<DecisionId>>> by_key_;
  std::map<std::pair<CountryYear, Amount>, std::vector<DecisionId>> by_amount_;
  std::vector<DecisionSighting> sightings_;
  std::map<std::pair<DecisionId, LineGroup>, std::uint64_t> fitting_in_;
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
