#include "engine/report/group_columns.h"

namespace tranche {

GroupColumns::GroupColumns(const ClassifyResult& result, bool with_currency)
    : with_currency_(with_currency) {
  for (const GroupResult& group : result.groups) {
    if (group.totals.group.phase != result.groups.front().totals.group.phase) with_phase_ = true;
  }
}

void GroupColumns::AddTo(TextTable* table) const {
  table->AddColumn(Align::kLeft, {"Country"});
  table->AddColumn(Align::kLeft, {"Year"});
  if (with_phase_) table->AddColumn(Align::kLeft, {"Phase"});
  if (with_currency_) table->AddColumn(Align::kLeft, {""});
}

std::vector<std::string> GroupColumns::Cells(const GroupResult& group) const {
  const LineGroup& line_group = group.totals.group;
  std::vector<std::string> cells = {Printable(group.country_name), std::to_string(line_group.year)};
  if (with_phase_) cells.emplace_back(PhaseName(line_group.phase));
  if (with_currency_) cells.push_back(line_group.currency.ToString());
  return cells;
}

std::string_view PhaseWording(Phase phase) {
  switch (phase) {
    case Phase::kDraft:
      return "draft (estimate, not yet voted)";
    case Phase::kAdopted:
      return "adopted (estimate)";
    case Phase::kRevised:
      return "revised (estimate)";
    case Phase::kOutturn:
      return "outturn (money spent)";
    case Phase::kOutlook:
      return "outlook (projection)";
  }
  return "";
}

}  // namespace tranche
