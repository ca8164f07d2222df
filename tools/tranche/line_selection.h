#ifndef TRANCHE_TOOLS_TRANCHE_LINE_SELECTION_H_
#define TRANCHE_TOOLS_TRANCHE_LINE_SELECTION_H_

#include <string>

#include "engine/layout/file_plan.h"

namespace tranche {

/// Reads `--year 2024,2025` and `--phase adopted,outturn`, as typed, into `*selection`; a sentence
/// where one of them means nothing.
std::string ReadSelection(const std::string& years, const std::string& phases,
                          LineSelection* selection);

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_LINE_SELECTION_H_
