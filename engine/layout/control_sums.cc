#include "engine/layout/control_sums.h"

namespace tranche {

void ControlSums::AddRow(const Key& key, const LineGroup& group,
                         std::span<const std::optional<Amount>> amounts) {
  Rows& rows = groups_[key].rows[group];
  ++rows.count;
  rows.sums.resize(amounts.size());
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (amounts[i] && !AddTo(*amounts[i], &rows.sums[i])) overflow_ = true;
  }
}

void ControlSums::Merge(const ControlSums& other) {
  for (const auto& [key, from] : other.groups_) {
    Group& to = groups_[key];
    to.totals.insert(to.totals.end(), from.totals.begin(), from.totals.end());
    for (const auto& [group, rows] : from.rows) {
      Rows& target = to.rows[group];
      target.count += rows.count;
      target.sums.resize(rows.sums.size());
      for (std::size_t i = 0; i < rows.sums.size(); ++i) {
        if (!AddTo(rows.sums[i], &target.sums[i])) overflow_ = true;
      }
    }
  }
  overflow_ = overflow_ || other.overflow_;
}

}  // namespace tranche
