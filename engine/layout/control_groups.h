#ifndef TRANCHE_ENGINE_LAYOUT_CONTROL_GROUPS_H_
#define TRANCHE_ENGINE_LAYOUT_CONTROL_GROUPS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/base/amount.h"
#include "engine/layout/bound_layout.h"
#include "engine/layout/row_counts.h"

namespace tranche {

/// Adds up the lines of the rows that `control_total` names by their cells (`of: {CHAPTER: "14"}`),
/// while rows are built. A row costs one lookup for each set of columns, whatever the number of
/// totals. One per thread; `plan` must outlive it.
class ControlGroups {
 public:
  explicit ControlGroups(const FilePlan::Bound& plan);

  /// The totals that sum up `row`: its amounts are added to them until the next call.
  void BeginRow(std::span<const std::string_view> row);
  /// A line of the row: the number of its country, year, phase and currency.
  void Add(std::uint32_t group, Amount amount) {
    for (const std::size_t total : totals_) sums_[total].Add(group, amount);
  }
  /// By the layout's control totals; of those without cells nothing is kept.
  const std::vector<DenseSums>& sums() const { return sums_; }

 private:
  /// The totals whose cells stand in the same columns.
  struct Columns {
    std::vector<CellSlot> slots;
    absl::flat_hash_map<std::string, std::vector<std::size_t>> totals_of_cells;
  };

  std::vector<Columns> columns_;
  std::vector<std::size_t> totals_;  ///< of the row in hand
  std::string cells_;
  std::vector<DenseSums> sums_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_CONTROL_GROUPS_H_
