#ifndef TRANCHE_ENGINE_REPORT_DECISIONS_TEXT_H_
#define TRANCHE_ENGINE_REPORT_DECISIONS_TEXT_H_

#include <string>

#include "engine/rulebook/rulebook.h"
#include "engine/tally/result.h"

/// What people decided on single lines, in words. Thread-safe.
namespace tranche {

/// How the row of decisions.csv calls its outcome: the item or the bucket.
std::string DecidedName(const LineDecision& decision, const Rulebook& book);

/// `decided by Anna Nowak on 2026-10-01: the depot serves both`; what is not known is left out. A
/// decision without name, date and reason is just `decided by hand`.
std::string DecisionText(const LineDecision& decision);

/// The part of the text report on decisions: how many hold and what they moved, then what to look
/// at. Nothing for a run without decisions.
void AppendDecisions(const ClassifyResult& result, std::string* out);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_DECISIONS_TEXT_H_
