#include "engine/study/dead_rules.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "engine/study/example_check.h"
#include "engine/study/place_names.h"
#include "engine/study/rule_leaves.h"
#include "engine/study/rule_search.h"
#include "engine/study/witness_line.h"

namespace tranche {
namespace {

bool IsForAll(const Rule& rule) {
  return rule.when.kind == Condition::Kind::kAll && rule.when.children.empty();
}

bool SaysNothingNew(const Rulebook& book, RuleId rule, const std::vector<RuleId>& taken_by) {
  return std::all_of(taken_by.begin(), taken_by.end(),
                     [&](RuleId other) { return book.SayTheSame(rule, other); });
}

std::string HintFor(const Rulebook& book, RuleId rule, const std::vector<RuleId>& taken_by) {
  const std::string first = "'" + book.rules[taken_by.front()].id + "'";
  if (SaysNothingNew(book, rule, taken_by)) {
    return "it says the same as what comes before it, so it may be removed; or correct its `when`";
  }
  return "move it before rule " + first +
         " if it is the special case, else correct its `when` or remove it";
}

void ReportDead(const Rulebook& book, RuleId id, const std::vector<RuleId>& taken_by,
                Diagnostics* diagnostics) {
  const Rule& rule = book.rules[id];
  if (taken_by.empty()) {
    diagnostics->Warning(
        rule.span,
        "rule '" + rule.id + "' can never decide: no line can meet all of its conditions at once",
        "two conditions under `when` contradict each other; correct one of them");
    return;
  }
  if (taken_by.size() == 1 && IsForAll(book.rules[taken_by.front()])) return;
  // Then each line is a conflict, which is reported as such.
  if (book.decide_unique && !SaysNothingNew(book, id, taken_by)) return;
  diagnostics->Warning(rule.span,
                       "rule '" + rule.id +
                           "' can never decide: every line that it could take is taken by " +
                           RulesWithPlaces(book, taken_by) + " before it",
                       HintFor(book, id, taken_by));
}

/// Asks whether a line that was made up for a rule would reach it in earnest, where regular
/// expressions are tried on its texts and not taken for whatever suits.
class RegexDoubt {
 public:
  explicit RegexDoubt(const Matcher& matcher) : truth_(matcher, WitnessTruth::Regexes::kTried) {
    const Rulebook& book = matcher.rulebook();
    for (RuleId id = 0; id < book.rules.size(); ++id) {
      bool has_regex = false;
      ForEachLeaf(book.rules[id].when, [&has_regex](const Condition& leaf) {
        has_regex |= leaf.kind == Condition::Kind::kRegex;
      });
      if (has_regex) regex_rules_.push_back(id);
    }
  }

  bool IsOpen(RuleId rule, const WitnessLine& line) {
    if (regex_rules_.empty() || regex_rules_.front() > rule) return false;
    const bool is_made_up =
        std::any_of(line.texts.begin(), line.texts.end(),
                    [](const WitnessLine::Text& text) { return !text.regexes.empty(); });
    if (is_made_up) return true;
    truth_.Load(line);
    if (!truth_.Takes(rule)) return true;
    return std::any_of(regex_rules_.begin(), regex_rules_.end(),
                       [&](RuleId other) { return other < rule && truth_.Takes(other); });
  }

 private:
  WitnessTruth truth_;
  std::vector<RuleId> regex_rules_;
};

void ReportOpen(const Rulebook& book, const std::vector<RuleId>& rules, const std::string& because,
                Diagnostics* diagnostics) {
  if (rules.empty()) return;
  diagnostics->Warning(
      book.rules[rules.front()].span,
      "it cannot be known whether " + RulesWithPlaces(book, rules) + " can ever decide: " + because,
      "give " + std::string(rules.size() == 1 ? "it" : "each") +
          " an example of a line that it decides; that proves it");
}

}  // namespace

std::vector<bool> CheckDeadRules(const Matcher& matcher, const CountryTable& countries,
                                 Diagnostics* diagnostics) {
  const Rulebook& book = matcher.rulebook();
  RuleSearch search(matcher, countries);
  RegexDoubt doubt(matcher);
  std::vector<bool> to_mend(book.rules.size());
  std::vector<RuleId> open;
  std::vector<RuleId> endless;
  for (RuleId id = 0; id < book.rules.size(); ++id) {
    const RuleSearch::Result result = search.FirstToTake(id);
    if (result.answer == RuleSearch::Answer::kThereIsNone) {
      ReportDead(book, id, result.taken_by, diagnostics);
      to_mend[id] = true;
    } else if (result.answer == RuleSearch::Answer::kGaveUp) {
      endless.push_back(id);
    } else if (doubt.IsOpen(id, result.line)) {
      open.push_back(id);
    }
  }
  if (open.empty() && endless.empty()) return to_mend;
  const std::shared_ptr<const Rulebook> borrowed(std::shared_ptr<const void>(), &book);
  const std::vector<bool> proven = RulesThatDecideAnExample(borrowed, countries);
  const auto leave_out_proven = [&](std::vector<RuleId>* rules) {
    rules->erase(
        std::remove_if(rules->begin(), rules->end(), [&proven](RuleId id) { return proven[id]; }),
        rules->end());
    for (const RuleId id : *rules) to_mend[id] = true;
  };
  leave_out_proven(&open);
  leave_out_proven(&endless);
  ReportOpen(book, open, "only real texts show what a `regex` finds", diagnostics);
  ReportOpen(book, endless, "too many earlier rules take parts of the same lines", diagnostics);
  return to_mend;
}

}  // namespace tranche
