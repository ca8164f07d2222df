#ifndef TRANCHE_ENGINE_REPORT_EXPLANATION_JSON_H_
#define TRANCHE_ENGINE_REPORT_EXPLANATION_JSON_H_

#include <string>

#include "engine/report/explained_line.h"

namespace tranche {

/// The same as ExplanationText, whole, for programs: money as exact decimals, places as file, line
/// and byte offsets, null for what is not there. Pure, thread-safe.
std::string ExplanationJson(const LineExplanation& explanation);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_EXPLANATION_JSON_H_
