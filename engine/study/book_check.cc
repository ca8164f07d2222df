#include "engine/study/book_check.h"

#include <memory>
#include <vector>

#include "engine/match/matcher.h"
#include "engine/study/concept_use.h"
#include "engine/study/country_words.h"
#include "engine/study/dead_rules.h"
#include "engine/study/idle_words.h"
#include "engine/study/missing_examples.h"
#include "engine/study/review_check.h"
#include "engine/study/slow_regexes.h"
#include "engine/study/unique_conflicts.h"
#include "engine/study/unused_names.h"

namespace tranche {

void CheckBook(const Rulebook& book, const CountryTable& countries, const BookCheckOptions& options,
               Diagnostics* diagnostics) {
  // A matcher keeps its book alive; this one does not outlive the call.
  const std::shared_ptr<const Rulebook> borrowed(std::shared_ptr<const void>(), &book);
  const auto matcher = Matcher::Compile(borrowed, countries, {});
  const std::vector<bool> to_mend = CheckDeadRules(*matcher, countries, diagnostics);
  CheckUniqueConflicts(*matcher, countries, diagnostics);
  CheckMissingExamples(book, to_mend, diagnostics);
  CheckUnusedNames(book, diagnostics);
  CheckConceptUse(book, diagnostics);
  CheckIdleWords(book, diagnostics);
  CheckCountryWords(book, countries, diagnostics);
  CheckSlowRegexes(book, diagnostics);
  if (!options.today.empty()) CheckReviewDates(book, options.today, diagnostics);
}

}  // namespace tranche
