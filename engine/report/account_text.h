#ifndef TRANCHE_ENGINE_REPORT_ACCOUNT_TEXT_H_
#define TRANCHE_ENGINE_REPORT_ACCOUNT_TEXT_H_

#include <string>

#include "engine/tally/result.h"

/// The reconciliation of the text report: nothing was lost on the way. Thread-safe.
namespace tranche {

/// Per group, all money read from the files beside the buckets it went into, and whether both are
/// the same to the last decimal (compared here, from the files' own accounts).
void AppendMoneyRead(const ClassifyResult& result, std::string* out);

/// Per file, where its rows, amount cells and money went.
void AppendFiles(const ClassifyResult& result, std::string* out);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_ACCOUNT_TEXT_H_
