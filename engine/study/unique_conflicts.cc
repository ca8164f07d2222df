#include "engine/study/unique_conflicts.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/study/place_names.h"
#include "engine/study/rule_search.h"

namespace tranche {
namespace {

/// More rules that conflict with one are not looked for: the author will mend these first.
constexpr std::size_t kMostConflicts = 6;

/// What is found out of one rule and those before it.
struct Conflicts {
  std::vector<RuleId> rules;
  bool are_more = false;
  bool gave_up = false;  ///< of some rule it could not be told
  std::optional<WitnessLine> line;
};

Conflicts ConflictsOf(const Rulebook& book, RuleId later, RuleSearch* search) {
  Conflicts conflicts;
  for (RuleId earlier = 0; earlier < later && !conflicts.are_more; ++earlier) {
    if (book.SayTheSame(earlier, later)) continue;
    RuleSearch::Result result = search->BothMatch(earlier, later);
    conflicts.gave_up |= result.answer == RuleSearch::Answer::kGaveUp;
    if (result.answer != RuleSearch::Answer::kFound) continue;
    if (!conflicts.line) conflicts.line = std::move(result.line);
    conflicts.are_more = conflicts.rules.size() == kMostConflicts;
    if (!conflicts.are_more) conflicts.rules.push_back(earlier);
  }
  return conflicts;
}

/// Nobody knows what a regular expression finds in texts that were made up.
bool RestsOnRegexes(const WitnessLine& line) {
  return std::any_of(line.texts.begin(), line.texts.end(),
                     [](const WitnessLine::Text& text) { return !text.regexes.empty(); });
}

}  // namespace

void CheckUniqueConflicts(const Matcher& matcher, const CountryTable& countries,
                          Diagnostics* diagnostics) {
  const Rulebook& book = matcher.rulebook();
  if (!book.decide_unique) return;
  RuleSearch search(matcher, countries);
  std::vector<RuleId> untold;
  for (RuleId later = 0; later < book.rules.size(); ++later) {
    const Conflicts conflicts = ConflictsOf(book, later, &search);
    if (conflicts.rules.empty()) {
      if (conflicts.gave_up) untold.push_back(later);
      continue;
    }
    const bool is_one = conflicts.rules.size() == 1 && !conflicts.are_more;
    diagnostics->Warning(
        book.rules[later].span,
        "rule '" + book.rules[later].id + "' and " + RulesWithPlaces(book, conflicts.rules) +
            (conflicts.are_more ? " and others" : "") +
            (RestsOnRegexes(*conflicts.line) ? " may" : " can") +
            " match the same line and say different things, and under `decide: unique` such a line "
            "is left undecided",
        (is_one ? "both match " : "the first of them matches, as this one does, ") +
            conflicts.line->ToSentence(matcher, countries) +
            "; narrow one of the rules with `not`, or write decide: first");
  }
  if (untold.empty()) return;
  diagnostics->Warning(book.rules[untold.front()].span,
                       "it cannot be known whether " + RulesWithPlaces(book, untold) +
                           " can match the same line as a rule that says something else: too many "
                           "rules take parts of the same lines",
                       "make the conditions simpler, or write decide: first");
}

}  // namespace tranche
