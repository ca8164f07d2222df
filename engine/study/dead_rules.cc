#include "engine/study/dead_rules.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/study/place_names.h"
#include "engine/study/rule_search.h"

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

}  // namespace

void CheckDeadRules(const Matcher& matcher, const CountryTable& countries,
                    Diagnostics* diagnostics) {
  const Rulebook& book = matcher.rulebook();
  RuleSearch search(matcher, countries);
  for (RuleId id = 0; id < book.rules.size(); ++id) {
    const RuleSearch::Result result = search.FirstToTake(id);
    if (result.answer == RuleSearch::Answer::kThereIsNone) {
      ReportDead(book, id, result.taken_by, diagnostics);
    }
    if (result.answer == RuleSearch::Answer::kGaveUp) {
      diagnostics->Note(book.rules[id].span,
                        "it cannot be known whether rule '" + book.rules[id].id +
                            "' can ever decide: its condition meets too many earlier rules",
                        "give it an example that says what it takes");
    }
  }
}

}  // namespace tranche
