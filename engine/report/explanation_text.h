#ifndef TRANCHE_ENGINE_REPORT_EXPLANATION_TEXT_H_
#define TRANCHE_ENGINE_REPORT_EXPLANATION_TEXT_H_

#include <string>

#include "engine/report/explained_line.h"

namespace tranche {

/// What an auditor is handed: the line, the decision on it with its proof marked in the text, and
/// why no other rule made it. Plain text for a screen of kTextWidth columns. Pure, thread-safe.
std::string ExplanationText(const LineExplanation& explanation);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_EXPLANATION_TEXT_H_
