#ifndef TRANCHE_ENGINE_LAYOUT_BUDGET_LINE_H_
#define TRANCHE_ENGINE_LAYOUT_BUDGET_LINE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/base/amount.h"
#include "engine/base/country.h"

/// The budget line: what every producer (files today; Arrow tables, the workbench later) hands to
/// the matcher and the tally. Columns of views, no text copied.
namespace tranche {

/// Never summed together.
enum class Phase : std::uint8_t { kDraft, kAdopted, kRevised, kOutturn, kOutlook };
std::string_view PhaseName(Phase phase);
std::optional<Phase> PhaseByName(std::string_view name);

/// What sums are kept by. Ordered, so that reports come out in one order whatever the threads did.
struct LineGroup {
  CountryCode country;
  std::int16_t year = 0;
  Phase phase = Phase::kAdopted;
  CurrencyCode currency;

  friend bool operator==(const LineGroup&, const LineGroup&) = default;
  friend auto operator<=>(const LineGroup&, const LineGroup&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const LineGroup& g) {
    return H::combine(std::move(h), g.country, g.year, g.phase, g.currency);
  }
};

/// Groups seen by one producer, numbered from 0 in the order of appearance. Not thread-safe: one
/// per thread; numbers of different tables mean different groups.
class GroupTable {
 public:
  std::uint32_t Intern(const LineGroup& group);
  const LineGroup& group(std::uint32_t id) const { return groups_[id]; }
  std::size_t size() const { return groups_.size(); }

 private:
  std::vector<LineGroup> groups_;
  absl::flat_hash_map<LineGroup, std::uint32_t> ids_;
};

/// A column of text. `own`: the line's own label; otherwise a label above it (programme, ministry,
/// titles of parent rows), which rules reach by `in: parents`.
struct TextColumn {
  std::string name;
  bool own = true;
};

/// The columns of a batch, in this order: texts, code schemes, fields, nature (where has_nature),
/// key parts.
struct LineSchema {
  std::vector<TextColumn> texts;
  std::vector<std::string> schemes;  ///< `cofog`, `esp-programa`: unique
  std::vector<std::string> fields;   ///< columns that `field:` conditions may ask
  bool has_nature = false;
  std::size_t key_part_count = 0;
  /// The layout's `language`; empty: the languages of each line's country.
  std::vector<std::string> languages;

  std::size_t scheme_begin() const { return texts.size(); }
  std::size_t field_begin() const { return scheme_begin() + schemes.size(); }
  std::size_t nature_column() const { return field_begin() + fields.size(); }
  std::size_t key_begin() const { return nature_column() + (has_nature ? 1 : 0); }
  std::size_t column_count() const { return key_begin() + key_part_count; }
  /// Columns before this one decide what a line is; the key does not.
  std::size_t judged_column_count() const { return key_begin(); }
};

/// One amount of one row.
struct BudgetLine {
  std::uint32_t row = 0;    ///< index into the batch's rows
  std::uint32_t group = 0;  ///< id in the batch's GroupTable
  Amount amount;
};

/// A batch of rows and their lines. Cells are UTF-8. A cell whose `data()` is null is something
/// that the line does not have (a condition on it is unknown); an empty text is a text without
/// words. Codes and natures are null where the cell was empty.
///
/// The lines of one row may differ in year, phase and amount, never in country: its texts are in
/// the languages of one.
///
/// Views live as long as the RowBlock and LineBuilder they came from are not used again.
struct LineBatch {
  const LineSchema* schema = nullptr;
  const GroupTable* groups = nullptr;
  std::vector<std::string_view> cells;     ///< row-major, schema->column_count() per row
  std::vector<std::uint32_t> row_indexes;  ///< of each row, among all rows of its chunk, from 0
  std::vector<BudgetLine> lines;           ///< in input order: by row, then by amount column

  std::size_t row_count() const { return row_indexes.size(); }
  std::string_view cell(std::size_t row, std::size_t column) const {
    return cells[row * schema->column_count() + column];
  }
  std::span<const std::string_view> row(std::size_t r) const {
    return {cells.data() + r * schema->column_count(), schema->column_count()};
  }
  void Clear() {
    cells.clear();
    row_indexes.clear();
    lines.clear();
  }
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_BUDGET_LINE_H_
