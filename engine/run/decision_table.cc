#include "engine/run/decision_table.h"

#include <algorithm>
#include <utility>

namespace tranche {
namespace {

constexpr std::array<std::string_view, kDecisionColumns> kNames = {
    "country", "year", "key", "label", "amount", "outcome", "reason", "who", "date", "review_by"};

}  // namespace

std::string_view NameOf(DecisionColumn column) { return kNames[static_cast<std::size_t>(column)]; }

bool DecisionTable::FindColumns(Diagnostics* diagnostics, std::vector<std::string>* notes) {
  const SourceSpan whole = text_.SpanAt(0, "");
  std::string extra;
  for (std::size_t i = 0; i < head_.header.size(); ++i) {
    const std::string& name = head_.header[i];
    const auto known = std::find(kNames.begin(), kNames.end(), name);
    if (known == kNames.end()) {
      if (!name.empty()) extra += (extra.empty() ? "" : ", ") + name;
      continue;
    }
    auto& slot = slots_[static_cast<std::size_t>(known - kNames.begin())];
    if (slot) {
      diagnostics->Error(whole, "the column " + name + " stands there twice",
                         "delete one of the two");
      return false;
    }
    slot = wanted_.size();
    wanted_.push_back(i);
  }
  if (!extra.empty()) notes->push_back("columns passed over: " + extra);
  std::string missing;
  for (std::size_t i = 0; i < kNeededDecisionColumns; ++i) {
    if (!slots_[i]) missing += (missing.empty() ? "" : ", ") + std::string(kNames[i]);
  }
  if (missing.empty()) return true;
  diagnostics->Error(whole, "the decisions have no column " + missing,
                     "keep the header of undecided.csv: country, year, key, label, amount, "
                     "outcome, reason, who, date, review_by");
  return false;
}

std::string_view DecisionTable::CellOf(const RowBlock& block, std::size_t row,
                                       DecisionColumn column) const {
  const auto& slot = slots_[static_cast<std::size_t>(column)];
  return slot ? block.cell(row, *slot) : std::string_view();
}

}  // namespace tranche
