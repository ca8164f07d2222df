#ifndef TRANCHE_ENGINE_REPORT_RECONCILIATION_JSON_H_
#define TRANCHE_ENGINE_REPORT_RECONCILIATION_JSON_H_

#include <string>

#include "engine/tally/result.h"

namespace tranche {

/// Where rows, cells and money of each file went, as a JSON array: the part that the JSON report
/// and run.json share. Text, so that no header shows the JSON library. Counts are numbers; money is
/// a string, so that no reader makes it inexact. Bytes that are no UTF-8 become U+FFFD.
/// Thread-safe.
std::string ReconciliationJson(const ClassifyResult& result);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_RECONCILIATION_JSON_H_
