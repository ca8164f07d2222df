#ifndef TRANCHE_ENGINE_REPORT_UNTESTED_TEXT_H_
#define TRANCHE_ENGINE_REPORT_UNTESTED_TEXT_H_

#include <string>

#include "engine/tally/result.h"

namespace tranche {

/// Rules that could not be tested, folded by what the files lack, with the money that they might
/// have taken; below it which rules these are. Nothing where there are none. Thread-safe.
void AppendUntested(const ClassifyResult& result, std::string* out);

/// `a, b, c and 30 more`: the ids of rules, cut where they would fill the screen.
std::string RuleList(const Rulebook& book, const std::vector<RuleId>& rules);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_UNTESTED_TEXT_H_
