#ifndef TRANCHE_ENGINE_REPORT_CHECK_JSON_H_
#define TRANCHE_ENGINE_REPORT_CHECK_JSON_H_

#include <string>

#include "engine/study/check_result.h"

namespace tranche {

/// What a check has found, for programs: {checked, errors, warnings, notes, examples, diagnostics,
/// budgets}. `budgets` is null without any; else it names the rules that fit no line or never
/// decide, money that one rule took from another, and rules that could not be tested. Remarks are
/// notes among the diagnostics. Also where all is well. Thread-safe.
std::string CheckJson(const CheckResult& result);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_CHECK_JSON_H_
