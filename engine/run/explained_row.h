#ifndef TRANCHE_ENGINE_RUN_EXPLAINED_ROW_H_
#define TRANCHE_ENGINE_RUN_EXPLAINED_ROW_H_

#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/layout/file_plan.h"
#include "engine/match/matcher.h"
#include "engine/report/explained_line.h"
#include "engine/run/decision_plan.h"
#include "engine/run/explain_line.h"
#include "engine/run/row_search.h"

/// Lines made and explained: the parts of RunExplain behind the search. Pure functions.
namespace tranche {

/// What became of a row of a file, and why each of its lines counts as what it does. `decisions`:
/// those of people; null: there are none.
ExplainedRow ExplainRow(const FoundRow& found, const FilePlan& plan, const LineSelection& selection,
                        const Matcher& matcher, const DecisionPlan* decisions,
                        const CountryTable& countries);

/// The year of a line that states none: that of the pledge, as in examples of a rulebook.
inline constexpr std::int16_t kYearWhereNotStated = 2025;

/// InvalidArgument where the country or the nature means nothing.
absl::StatusOr<ExplainedRow> ExplainStated(const StatedLine& line, const Matcher& matcher,
                                           const CountryTable& countries);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_EXPLAINED_ROW_H_
