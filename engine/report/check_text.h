#ifndef TRANCHE_ENGINE_REPORT_CHECK_TEXT_H_
#define TRANCHE_ENGINE_REPORT_CHECK_TEXT_H_

#include <string>

#include "engine/study/check_result.h"

namespace tranche {

/// What a check has found, as a person reads it: each mistake at its place, then how the rules fare
/// on the budgets, and at the end the count. Empty where there is nothing to say. Remarks are
/// shown among the mistakes, if at all. Thread-safe.
std::string CheckText(const CheckResult& result, bool with_remarks);

/// `3 errors, 2 warnings`; `nothing wrong`.
std::string CheckCount(const CheckResult& result);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_CHECK_TEXT_H_
