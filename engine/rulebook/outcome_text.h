#ifndef TRANCHE_ENGINE_RULEBOOK_OUTCOME_TEXT_H_
#define TRANCHE_ENGINE_RULEBOOK_OUTCOME_TEXT_H_

#include <string>
#include <string_view>

#include "engine/rulebook/rulebook.h"

/// Outcomes and values of options on one line, as a person reads them. Outcomes that are the same
/// give the same text, in whatever order a book writes their parts. Thread-safe.
namespace tranche {

/// `direct-military`; `broader-security $mobility (30 %), excluded rest`; `from 2025: excluded;
/// from 2027: broader-security`. An option is followed by the value that it has in `book`.
std::string OutcomeText(const Outcome& outcome, const Rulebook& book);

/// What it comes to in one year: `broader-security 25 %, excluded 75 %`; a bucket alone is said
/// without `100 %`.
std::string AllocationText(const Allocation& allocation, const Rulebook& book);

/// `30 %`; `from 2025: 0 %; from 2027: 30 %`; an outcome as above.
std::string OptionValueText(const OptionValue& value, const Rulebook& book);

/// `defined` or `claimed`; empty where the book does not say.
std::string_view StatusName(OutcomeStatus status);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_OUTCOME_TEXT_H_
