#include "engine/study/rule_search.h"

#include <algorithm>
#include <utility>

namespace tranche {
namespace {

/// Lines made up for one question; hardly any question needs twenty.
constexpr std::size_t kMostSteps = 2000;
constexpr std::size_t kMostTextSteps = 20000;
/// Proofs that rest on more rules than this are told as they were found.
constexpr std::size_t kMostToShorten = 40;

bool IsGroup(Condition::Kind kind) {
  return kind == Condition::Kind::kAll || kind == Condition::Kind::kAny ||
         kind == Condition::Kind::kNot;
}

Wanted Opposite(Wanted wanted) {
  switch (wanted) {
    case Wanted::kTrue:
      return Wanted::kFalse;
    case Wanted::kFalse:
      return Wanted::kTrue;
    case Wanted::kNotTrue:
      return Wanted::kNotFalse;
    case Wanted::kNotFalse:
      return Wanted::kNotTrue;
    case Wanted::kUnknown:
      break;
  }
  return wanted;
}

/// True where a group has `wanted` only if every child has it; else one child is enough.
bool NeedsEveryChild(Condition::Kind kind, Wanted wanted) {
  const bool is_low = wanted == Wanted::kFalse || wanted == Wanted::kNotTrue;
  return (kind == Condition::Kind::kAll) != is_low;
}

}  // namespace

RuleSearch::RuleSearch(const Matcher& matcher, const CountryTable& countries)
    : matcher_(matcher), sketcher_(matcher, countries), truth_(matcher) {}

RuleSearch::Result RuleSearch::FirstToTake(RuleId rule) {
  const bool also_unknown = matcher_.rulebook().rules[rule].undecided_if_unknown;
  const std::vector<Goal> goals = {
      {matcher_.rules().root(rule), also_unknown ? Wanted::kNotFalse : Wanted::kTrue}};
  Result result = Search(rule, goals, nullptr);
  if (result.answer == Answer::kThereIsNone) Shorten(rule, goals, &result);
  return result;
}

RuleSearch::Result RuleSearch::BothMatch(RuleId earlier, RuleId later) {
  return Search(earlier,
                {{matcher_.rules().root(earlier), Wanted::kTrue},
                 {matcher_.rules().root(later), Wanted::kTrue}},
                nullptr);
}

RuleSearch::Result RuleSearch::Search(RuleId rule, std::vector<Goal> goals,
                                      const std::vector<RuleId>* among) {
  rule_ = rule;
  among_ = among;
  takers_.clear();
  found_.reset();
  steps_ = 0;
  gave_up_ = false;
  sketcher_.ResetGaveUp();
  const std::size_t text_steps = sketcher_.steps();
  text_step_limit_ = text_steps + kMostTextSteps;
  Result result;
  if (Solve({{}, std::move(goals)})) {
    result.answer = Answer::kFound;
    result.line = *std::move(found_);
  } else if (gave_up_ || sketcher_.gave_up()) {
    result.answer = Answer::kGaveUp;
  }
  std::sort(takers_.begin(), takers_.end());
  result.taken_by = takers_;
  return result;
}

bool RuleSearch::Solve(State state) {
  if (state.goals.empty()) return SolveLine(state);
  const Goal goal = state.goals.back();
  state.goals.pop_back();
  return SolveGoal(goal, std::move(state));
}

bool RuleSearch::SolveGoal(const Goal& goal, State state) {
  const CompiledRules& rules = matcher_.rules();
  const RuleNode& node = rules.node(goal.node);
  if (!IsGroup(node.kind)) {
    const bool is_text = node.is_text;
    if (goal.wanted != Wanted::kNotFalse || !is_text) {
      state.wishes.push_back({goal.node, goal.wanted});
      return Solve(std::move(state));
    }
    for (const Wanted wanted : {Wanted::kTrue, Wanted::kUnknown}) {
      State next = state;
      next.wishes.push_back({goal.node, wanted});
      if (Solve(std::move(next))) return true;
    }
    return false;
  }
  std::vector<Goal> children;
  const Wanted wanted = node.kind == Condition::Kind::kNot ? Opposite(goal.wanted) : goal.wanted;
  for (std::uint32_t c = goal.node + 1; c < node.end; c = rules.node(c).end) {
    children.push_back({c, wanted});
  }
  if (node.kind == Condition::Kind::kNot || NeedsEveryChild(node.kind, goal.wanted)) {
    state.goals.insert(state.goals.end(), children.begin(), children.end());
    return Solve(std::move(state));
  }
  for (const Goal& child : children) {
    State next = state;
    next.goals.push_back(child);
    if (Solve(std::move(next))) return true;
    if (gave_up_) return false;
  }
  return false;
}

bool RuleSearch::SolveLine(const State& state) {
  if (++steps_ > kMostSteps || sketcher_.steps() > text_step_limit_) gave_up_ = true;
  if (gave_up_) return false;
  std::optional<WitnessLine> line = sketcher_.Make(state.wishes);
  if (!line) return false;
  const std::optional<RuleId> taker = FirstTaker(*line);
  if (!taker) {
    found_ = std::move(line);
    return true;
  }
  if (std::find(takers_.begin(), takers_.end(), *taker) == takers_.end()) {
    takers_.push_back(*taker);
  }
  const bool also_unknown = matcher_.rulebook().rules[*taker].undecided_if_unknown;
  State next = state;
  next.goals.push_back(
      {matcher_.rules().root(*taker), also_unknown ? Wanted::kFalse : Wanted::kNotTrue});
  return Solve(std::move(next));
}

std::optional<RuleId> RuleSearch::FirstTaker(const WitnessLine& line) {
  truth_.Load(line);
  if (among_ != nullptr) {
    const auto taker = std::find_if(among_->begin(), among_->end(),
                                    [this](RuleId rule) { return truth_.Takes(rule); });
    return taker == among_->end() ? std::nullopt : std::optional(*taker);
  }
  for (RuleId rule = 0; rule < rule_; ++rule) {
    if (truth_.Takes(rule)) return rule;
  }
  return std::nullopt;
}

/// Leaves out each rule without which the others still take every line.
void RuleSearch::Shorten(RuleId rule, const std::vector<Goal>& goals, Result* result) {
  if (result->taken_by.size() > kMostToShorten) return;
  const std::vector<RuleId> all = result->taken_by;
  for (const RuleId candidate : all) {
    std::vector<RuleId> others = result->taken_by;
    others.erase(std::remove(others.begin(), others.end(), candidate), others.end());
    const Result without = Search(rule, goals, &others);
    if (without.answer == Answer::kThereIsNone) result->taken_by = std::move(others);
  }
}

}  // namespace tranche
