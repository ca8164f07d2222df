#ifndef TRANCHE_ENGINE_LAYOUT_FILE_TERMS_H_
#define TRANCHE_ENGINE_LAYOUT_FILE_TERMS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/layout/budget_line.h"
#include "engine/layout/row_rules.h"

namespace tranche {

class CellCorrections;
class ReplacedLines;

/// What a dossier says of one file beside its layout. All of it is shared and immutable while the
/// file is read.
struct FileTerms {
  std::optional<Phase> phase;        ///< in place of the layout's
  std::optional<std::int16_t> year;  ///< in place of the layout's
  std::vector<std::shared_ptr<const ReplacedLines>> replaced;
  std::shared_ptr<const CellCorrections> corrections;  ///< may be null
  std::vector<ControlTotal> control_totals;            ///< beside the layout's
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_FILE_TERMS_H_
