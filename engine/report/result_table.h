#ifndef TRANCHE_ENGINE_REPORT_RESULT_TABLE_H_
#define TRANCHE_ENGINE_REPORT_RESULT_TABLE_H_

#include <string>

#include "engine/tally/result.h"

/// The answers of the text report: where each country stands. Thread-safe.
namespace tranche {

/// The main table, one row per country, year and phase: money and share of GDP of the buckets that
/// targets ask about, and a mark for each target; below it what the marks mean, what each target
/// asks for, and how many countries meet it.
void AppendResultTable(const ClassifyResult& result, std::string* out);

/// Money that a person must decide, and between what each target's figure lies until then. Nothing
/// where no line is undecided.
void AppendUndecided(const ClassifyResult& result, std::string* out);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_RESULT_TABLE_H_
