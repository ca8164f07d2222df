#include "engine/tally/result.h"

namespace tranche {

bool ClassifyResult::HasFindings() const {
  if (rejected_count > 0 || (decisions && decisions->HasFindings())) return true;
  for (const FileResult& file : files) {
    if (!file.unmet_control_totals.empty()) return true;
  }
  return false;
}

}  // namespace tranche
