#ifndef TRANCHE_ENGINE_LAYOUT_CONTROL_SUMS_H_
#define TRANCHE_ENGINE_LAYOUT_CONTROL_SUMS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/amount.h"
#include "engine/layout/budget_line.h"

namespace tranche {

/// What the totals of a file state (rows dropped `as: control`), and what the rows that they sum up
/// add up to. Each thread keeps one; Merge adds them, in any order. Memory by the groups that have
/// totals or rows.
class ControlSums {
 public:
  /// A total's row. What it states is by amount column; nothing where its cell has no number.
  struct Total {
    std::uint64_t offset_bytes = 0;  ///< of its row
    std::optional<LineGroup> group;  ///< nothing where the row does not say country, year and so on
    std::vector<std::optional<Amount>> stated;
    bool has_no_unit = false;             ///< its unit cannot be read, and so no number
    std::vector<std::size_t> unreadable;  ///< amount columns that hold neither nothing nor a number
  };
  /// Rows of one country, year, phase and currency.
  struct Rows {
    std::uint64_t count = 0;
    std::vector<Amount> sums;  ///< by amount column
  };
  struct Group {
    std::map<LineGroup, Rows> rows;
    std::vector<Total> totals;
  };
  /// Number of the control, and what tells its groups apart.
  using Key = std::pair<std::uint32_t, std::string>;

  void AddRow(const Key& key, const LineGroup& group,
              std::span<const std::optional<Amount>> amounts);
  void AddTotal(const Key& key, Total total) { groups_[key].totals.push_back(std::move(total)); }
  void Merge(const ControlSums& other);

  const std::map<Key, Group>& groups() const { return groups_; }
  bool overflow() const { return overflow_; }

 private:
  std::map<Key, Group> groups_;
  bool overflow_ = false;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_CONTROL_SUMS_H_
