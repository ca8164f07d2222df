#include "engine/study/missing_examples.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/study/place_names.h"
#include "engine/study/rule_leaves.h"

namespace tranche {

void CheckMissingExamples(const Rulebook& book, const std::vector<bool>& to_mend,
                          Diagnostics* diagnostics) {
  std::vector<RuleId> bare;
  for (RuleId id = 0; id < book.rules.size(); ++id) {
    const Rule& rule = book.rules[id];
    if (!to_mend[id] && ReadsTexts(book, rule) && !ShowsWhatItTakes(rule)) bare.push_back(id);
  }
  if (bare.empty()) return;
  const bool has_examples = std::any_of(book.rules.begin(), book.rules.end(),
                                        [](const Rule& rule) { return !rule.examples.empty(); });
  const Rule& first = book.rules[bare.front()];
  diagnostics->Report({has_examples ? Severity::kWarning : Severity::kNote,
                       first.span,
                       "no example shows what " + RulesWithPlaces(book, bare) +
                           (bare.size() == 1 ? " takes" : " take"),
                       std::string("write `examples:` under ") +
                           (bare.size() == 1 ? "it" : "each") +
                           ", with a line that it takes and one that only looks alike",
                       {}});
}

}  // namespace tranche
