#ifndef TRANCHE_ENGINE_STUDY_REVIEW_CHECK_H_
#define TRANCHE_ENGINE_STUDY_REVIEW_CHECK_H_

#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Warns of items, rules and decisions whose `review_by` lies before `today` (`2026-11-24`): nobody
/// stands by them any more. The day itself has not passed yet.
void CheckReviewDates(const Rulebook& book, std::string_view today, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_REVIEW_CHECK_H_
