#ifndef TRANCHE_ENGINE_REPORT_TEXT_REPORT_H_
#define TRANCHE_ENGINE_REPORT_TEXT_REPORT_H_

#include <string>

#include "engine/tally/result.h"

namespace tranche {

struct TextOptions {
  bool with_reconciliation = true;  ///< where rows and money went, and untested rules
};

/// The result as a person reads it on a terminal: UTF-8, about 100 columns wide, no colours, ending
/// in a line end. First the answer (one row per country, year and phase; targets; undecided money;
/// GDP), then the proof (reconciliation), then what to look at (rules that could not be tested,
/// rejected rows, warnings).
///
/// Money is in billions of the row's currency, percents have two decimals, both rounded half-even
/// from exact numbers; the exact numbers are in the CSV tables. No text of a budget row is printed,
/// beside the reason for which one was rejected, and what a decision that went wrong is about. Pure
/// and thread-safe.
std::string TextReport(const ClassifyResult& result, const TextOptions& options = {});

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_TEXT_REPORT_H_
