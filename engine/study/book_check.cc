#include "engine/study/book_check.h"

#include "engine/study/review_check.h"

namespace tranche {

void CheckBook(const Rulebook& book, const CountryTable& countries, const BookCheckOptions& options,
               Diagnostics* diagnostics) {
  static_cast<void>(countries);
  if (!options.today.empty()) CheckReviewDates(book, options.today, diagnostics);
}

}  // namespace tranche
