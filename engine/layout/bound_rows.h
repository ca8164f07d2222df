#ifndef TRANCHE_ENGINE_LAYOUT_BOUND_ROWS_H_
#define TRANCHE_ENGINE_LAYOUT_BOUND_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/amount.h"
#include "engine/base/pattern.h"
#include "engine/layout/row_groups.h"
#include "engine/layout/row_rules.h"

/// Parts of FilePlan::Bound that say which rows make lines and what is in their cells.
namespace tranche {

/// Where a cell stands in a row of the RowBlock: an index into FilePlan::wanted_columns().
using CellSlot = std::uint32_t;

/// What the totals that a test drops sum up.
struct BoundControl {
  RowControl::Of of = RowControl::Of::kFile;
  std::vector<CellSlot> columns;
  std::vector<std::string> column_names;
  Amount tolerance;
  std::string because;
};

/// A cell by which a control total names its rows.
struct BoundControlCell {
  CellSlot slot = 0;
  std::string value;
};

/// Why a row makes no line.
struct RowDrop {
  std::uint32_t reason = 0;              ///< index into the plan's row_drop_reasons
  std::optional<std::uint32_t> control;  ///< index into the plan's controls, for a total
};

/// `level`, with its column found.
struct BoundLevel {
  CellSlot slot = 0;
  std::size_t size = 0;
  std::vector<std::uint32_t> reasons;  ///< by the size of a code; the last also for longer ones
};

/// `versions`, with its columns found and, after the first pass, the last version of each group.
struct BoundVersions {
  CellSlot slot = 0;
  std::vector<CellSlot> within;
  std::uint32_t reason = 0;
  std::optional<VersionTable> table;
};

/// A column whose cells are cut into parts.
struct BoundSplit {
  struct Part {
    std::size_t group = 0;  ///< index into what Pattern::Groups fills
    CellSlot slot = 0;      ///< where the part goes
  };

  CellSlot from = 0;
  std::string column;
  std::string expression;  ///< as the layout has it
  Pattern pattern;
  std::vector<Part> parts;

  void AddPart(const std::string& name, CellSlot slot);
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_BOUND_ROWS_H_
