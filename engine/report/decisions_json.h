#ifndef TRANCHE_ENGINE_REPORT_DECISIONS_JSON_H_
#define TRANCHE_ENGINE_REPORT_DECISIONS_JSON_H_

#include <string>

#include "engine/tally/result.h"

namespace tranche {

/// What people decided on single lines and what became of it, as a JSON object: a part of the
/// reports of classify and check. `null` for a run without decisions. Thread-safe.
std::string DecisionsJson(const ClassifyResult& result);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_DECISIONS_JSON_H_
