#ifndef TRANCHE_ENGINE_REPORT_GROUP_COLUMNS_H_
#define TRANCHE_ENGINE_REPORT_GROUP_COLUMNS_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/text_table.h"
#include "engine/tally/result.h"

namespace tranche {

/// The columns that tables of the text report begin with: country, year, phase (only where a result
/// has several; else the report's title names it), and, where asked for, currency.
class GroupColumns {
 public:
  GroupColumns(const ClassifyResult& result, bool with_currency);

  void AddTo(TextTable* table) const;
  /// The first cells of a group's row.
  std::vector<std::string> Cells(const GroupResult& group) const;

 private:
  bool with_phase_ = false;
  bool with_currency_;
};

/// `adopted (estimate)`: plan figures are called what they are.
std::string_view PhaseWording(Phase phase);

/// What stands where a number cannot be computed.
inline constexpr std::string_view kNoNumber = "–";

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_GROUP_COLUMNS_H_
