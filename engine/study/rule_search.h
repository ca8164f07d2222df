#ifndef TRANCHE_ENGINE_STUDY_RULE_SEARCH_H_
#define TRANCHE_ENGINE_STUDY_RULE_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/study/line_sketch.h"
#include "engine/study/witness_line.h"

namespace tranche {

/// Asks of a compiled rulebook: is there a line on which this rule decides? The answer is a line
/// that shows it, or a proof that there is none, from the three-valued meaning of conditions:
/// a rule takes a line when it is true (or unknown, where it says `if_unknown: undecided`).
///
/// The search makes the barest line that the rule takes, asks which earlier rule takes it too, and
/// goes on with every way in which that earlier rule could fail. Exact for country, year, codes,
/// fields, nature, words, mentions and lists. A regular expression is opaque: it is taken to find
/// something in texts that nothing else recognises, so a proof that there is no line still holds.
/// Languages of one line are one of the vocabulary's, two, a country's, or all.
///
/// Not thread-safe; the matcher and the countries must outlive it.
class RuleSearch {
 public:
  enum class Answer : std::uint8_t { kFound, kThereIsNone, kGaveUp };
  struct Result {
    Answer answer = Answer::kThereIsNone;
    WitnessLine line;              ///< kFound
    std::vector<RuleId> taken_by;  ///< kThereIsNone: earlier rules that together take every line
  };

  RuleSearch(const Matcher& matcher, const CountryTable& countries);

  /// A line that `rule` takes before any other rule of the book does.
  Result FirstToTake(RuleId rule);
  /// A line that both rules match, and no rule before `earlier` takes.
  Result BothMatch(RuleId earlier, RuleId later);

 private:
  struct Goal {
    std::uint32_t node = 0;
    Wanted wanted = Wanted::kTrue;
  };
  struct State {
    std::vector<LeafWish> wishes;
    std::vector<Goal> goals;
  };

  Result Search(RuleId rule, std::vector<Goal> goals, const std::vector<RuleId>* among);
  bool Solve(State state);
  bool SolveGoal(const Goal& goal, State state);
  bool SolveLine(const State& state);
  std::optional<RuleId> FirstTaker(const WitnessLine& line);
  void Shorten(RuleId rule, const std::vector<Goal>& goals, Result* result);

  const Matcher& matcher_;
  LineSketcher sketcher_;
  WitnessTruth truth_;
  RuleId rule_ = 0;                             ///< whose search it is: rules before it count
  const std::vector<RuleId>* among_ = nullptr;  ///< of those only these; null: all
  std::vector<RuleId> takers_;
  std::optional<WitnessLine> found_;
  std::size_t steps_ = 0;
  std::size_t text_step_limit_ = 0;
  bool gave_up_ = false;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_RULE_SEARCH_H_
