#ifndef TRANCHE_ENGINE_REPORT_JSON_REPORT_H_
#define TRANCHE_ENGINE_REPORT_JSON_REPORT_H_

#include <string>

#include "engine/tally/result.h"

namespace tranche {

/// The result for programs (`--format json`): what totals.csv, items.csv, rules.csv and targets.csv
/// say, GDP with source and edition, rules that could not be tested, the reconciliation of each
/// file, and the first rejected rows (without their text). UTF-8, indented, one order.
///
/// Amounts and percents are strings, because they are exact and a reader's numbers are not; counts
/// are numbers; what is not known is null. Pure and thread-safe.
std::string JsonReport(const ClassifyResult& result);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_JSON_REPORT_H_
