#include "engine/study/unique_conflicts.h"

#include <optional>
#include <string>
#include <vector>

#include "engine/study/place_names.h"
#include "engine/study/rule_search.h"

namespace tranche {

void CheckUniqueConflicts(const Matcher& matcher, const CountryTable& countries,
                          Diagnostics* diagnostics) {
  const Rulebook& book = matcher.rulebook();
  if (!book.decide_unique) return;
  RuleSearch search(matcher, countries);
  for (RuleId later = 0; later < book.rules.size(); ++later) {
    std::vector<RuleId> others;
    std::optional<WitnessLine> line;
    for (RuleId earlier = 0; earlier < later; ++earlier) {
      if (book.SayTheSame(earlier, later)) continue;
      RuleSearch::Result result = search.BothMatch(earlier, later);
      if (result.answer != RuleSearch::Answer::kFound) continue;
      others.push_back(earlier);
      if (!line) line = std::move(result.line);
    }
    if (others.empty()) continue;
    diagnostics->Warning(
        book.rules[later].span,
        "rule '" + book.rules[later].id + "' and " + RulesWithPlaces(book, others) +
            " can match the same line and say different things, and under `decide: unique` such "
            "a line is left undecided",
        (others.size() == 1 ? "both match " : "the first of them matches, as this one does, ") +
            line->ToSentence(matcher, countries) +
            "; narrow one of the rules with `not`, or write decide: first");
  }
}

}  // namespace tranche
