#include "engine/study/review_check.h"

#include <string>

namespace tranche {
namespace {

/// Dates written YYYY-MM-DD compare as texts do.
void CheckOne(const SourceSpan& span, const std::string& what, const std::string& review_by,
              std::string_view today, Diagnostics* diagnostics) {
  if (review_by.empty() || review_by >= today) return;
  diagnostics->Warning(span, what + " was to be reviewed by " + review_by + ", which has passed",
                       "see whether it still holds, then write a later date behind review_by:");
}

}  // namespace

void CheckReviewDates(const Rulebook& book, std::string_view today, Diagnostics* diagnostics) {
  for (const Item& item : book.items) {
    CheckOne(item.span, "the item '" + item.name + "'", item.review_by, today, diagnostics);
  }
  for (const Rule& rule : book.rules) {
    CheckOne(rule.span, "the rule '" + rule.id + "'", rule.review_by, today, diagnostics);
  }
  for (const LineDecision& decision : book.decisions) {
    CheckOne(decision.span, "the decision on '" + decision.label + "'", decision.review_by, today,
             diagnostics);
  }
}

}  // namespace tranche
