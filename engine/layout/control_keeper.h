#ifndef TRANCHE_ENGINE_LAYOUT_CONTROL_KEEPER_H_
#define TRANCHE_ENGINE_LAYOUT_CONTROL_KEEPER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/layout/bound_layout.h"
#include "engine/layout/control_sums.h"

namespace tranche {

/// Sorts lines and totals to each other while rows are built, for layouts that drop rows
/// `as: control`. Rows come in the order of the file, or Begin tells how many totals stand above.
/// One per thread; `plan` must outlive it.
class ControlKeeper {
 public:
  explicit ControlKeeper(const FilePlan::Bound& plan);

  /// The next row is not the one behind the last: how many totals of each control stand above.
  void Begin(std::vector<std::uint64_t> totals_above);
  /// An amount of the row in hand that counts.
  void Note(std::size_t column, Amount amount) { amounts_[column] = amount; }
  /// The end of a row that makes lines.
  void EndRow(std::span<const std::string_view> row, const LineGroup& group);
  /// A row that is dropped as a total; `group` where it says of which country, year and so on.
  void AddTotal(std::uint32_t control, std::span<const std::string_view> row,
                std::uint64_t offset_bytes, std::optional<LineGroup> group,
                std::span<const ParsedNumber> numbers);

  const ControlSums& sums() const { return sums_; }
  const std::vector<std::uint64_t>& totals_above() const { return totals_above_; }

 private:
  const ControlSums::Key& KeyOf(std::uint32_t control, std::span<const std::string_view> row);

  const FilePlan::Bound& plan_;
  std::vector<std::uint64_t> totals_above_;  ///< by control
  std::vector<std::optional<Amount>> amounts_;
  ControlSums::Key key_;
  ControlSums sums_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_CONTROL_KEEPER_H_
