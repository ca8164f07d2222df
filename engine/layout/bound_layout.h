#ifndef TRANCHE_ENGINE_LAYOUT_BOUND_LAYOUT_H_
#define TRANCHE_ENGINE_LAYOUT_BOUND_LAYOUT_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/country.h"
#include "engine/base/pattern.h"
#include "engine/layout/bound_rows.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/crosswalk.h"
#include "engine/layout/file_plan.h"
#include "engine/layout/file_terms.h"
#include "engine/layout/hierarchy.h"
#include "engine/layout/layout.h"
#include "engine/layout/lookup.h"
#include "engine/layout/number_format.h"
#include "engine/layout/row_groups.h"
#include "engine/source/table_head.h"

/// The inside of a FilePlan: a layout with positions in place of names. Made by FilePlan::Bind,
/// read by LineBuilder; immutable from then on.
namespace tranche {

/// ValueOrColumn, with its column found. Neither value nor slot: the layout does not say.
template <typename T>
struct BoundValue {
  std::optional<T> value;
  std::optional<CellSlot> slot;
  std::string column;               ///< its name, for messages
  std::map<std::string, T> values;  ///< cell text → value; empty: the cell is the value
  bool stated() const { return value.has_value() || slot.has_value(); }
};

/// What an empty cell means, and a code that a table does not have.
enum class CellRole { kText, kCode, kField, kNature, kKey };

/// A column of the schema and how it is made.
struct BoundCell {
  CellRole role = CellRole::kText;
  CellSource::Kind kind = CellSource::Kind::kColumn;
  std::vector<CellSlot> slots;  ///< several are joined
  std::string separator;
  const Crosswalk* crosswalk = nullptr;
  const Lookup* lookup = nullptr;
};

/// A column of amounts. Its line's year is `year`, or the row's year + `year_offset`; its phase
/// `phase`, or that of the distance from the row's year, or the row's.
struct AmountSlot {
  CellSlot slot = 0;
  std::string column;
  std::optional<std::int16_t> year;
  std::int16_t year_offset = 0;
  std::optional<Phase> phase;
  bool phase_by_distance = false;
  std::int32_t drop_reason = -1;  ///< index into cell_drop_reasons where it makes no line
};

/// A row test with its column found and the number of its reason.
struct BoundTest {
  CellSlot slot = 0;
  CellSlot printed_slot = 0;  ///< the same cell as it is printed, where the column is filled down
  RowTest test;
  std::optional<Pattern> pattern;  ///< of `matches`
  std::uint32_t reason = 0;
  std::optional<std::uint32_t> control;  ///< index into the plan's controls

  bool Holds(std::span<const std::string_view> row) const;
};

class FilePlan::Bound {
 public:
  Layout layout;
  TableHead head;
  CountryTable countries;
  std::string data_name;
  FileTerms terms;

  LineSchema schema;
  std::vector<std::size_t> wanted_columns;
  std::vector<std::string> assumptions;
  std::vector<std::string> suspicions;  ///< see suspicions.h
  std::vector<std::string> companion_paths;

  NumberFormat number_format;
  BoundValue<CountryCode> country;
  BoundValue<CurrencyCode> currency;
  BoundValue<std::int64_t> unit;
  BoundValue<Phase> phase;
  BoundValue<std::int16_t> year;  ///< the row's; not stated where no amount column asks for it
  std::vector<AmountSlot> amounts;
  std::vector<std::string> cell_drop_reasons;
  std::uint32_t first_replaced_reason = 0;  ///< of terms.replaced, in cell_drop_reasons

  std::vector<BoundCell> cells;  ///< in the order of the schema
  std::vector<std::unique_ptr<const Crosswalk>> crosswalks;
  std::vector<std::unique_ptr<Lookup>> lookups;

  std::vector<BoundTest> keep;
  std::vector<BoundTest> drop;
  std::vector<BoundControl> controls;
  /// By the layout's control totals: the cells of their rows, in the order of the slots.
  std::vector<std::vector<BoundControlCell>> control_cells;
  std::optional<BoundLevel> level;
  std::optional<BoundVersions> versions;
  std::vector<CellSlot> once_per;  ///< with the columns of country, year, phase, currency
  std::uint32_t repeat_reason = 0;
  std::optional<RepeatTable> repeats;  ///< where the layout says `once_per`
  std::vector<std::string> row_drop_reasons;
  std::uint32_t blank_row_reason = 0;
  std::uint32_t subtotal_reason = 0;

  std::vector<BoundSplit> splits;
  /// Cells that are printed once for a group of rows, the widest group first: columns of the file,
  /// filled before cells are split, and parts of cells, filled afterwards.
  std::vector<CellSlot> filled_columns;
  std::vector<CellSlot> filled_parts;

  /// `headings`: where this column is printed, those slots of the code are empty.
  std::optional<CellSlot> heading_column;
  std::vector<CellSlot> empty_in_headings;
  std::vector<CellSlot> hierarchy_code;
  std::vector<CellSlot> hierarchy_within;  ///< with the columns of country, year, phase, currency
  std::optional<CellSlot> title_slot;      ///< the label that rows below show as a parent's title
  std::optional<Hierarchy> hierarchy;

  /// True where rows must be completed (see row_completer.h) before they are used.
  bool CompletesRows() const { return !splits.empty() || FillsDown(); }
  /// True where a row may depend on the rows above it.
  bool FillsDown() const { return !filled_columns.empty() || !filled_parts.empty(); }
  /// The reason (index into cell_drop_reasons) for which a later file takes the line's place.
  std::optional<std::uint32_t> ReplacedReason(const LineGroup& group, std::string_view key) const;
  /// True where a total sums up the rows between it and the one before it.
  bool CountsTotals() const;
  /// Why a row is dropped: by tests, keep tests first; by its level; by its version, once the first
  /// pass has seen them.
  std::optional<RowDrop> DropOf(std::span<const std::string_view> row) const;
  /// True for a row of the version that makes lines.
  bool IsOfVersion(std::span<const std::string_view> row) const;
  /// The phase of an amount column in a row of `row_year` whose own phase is `row_phase`; nothing
  /// where the layout has none for this distance.
  std::optional<Phase> PhaseOf(const AmountSlot& amount, std::int16_t row_year,
                               std::optional<Phase> row_phase) const;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_BOUND_LAYOUT_H_
