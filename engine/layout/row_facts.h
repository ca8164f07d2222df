#ifndef TRANCHE_ENGINE_LAYOUT_ROW_FACTS_H_
#define TRANCHE_ENGINE_LAYOUT_ROW_FACTS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/amount.h"
#include "engine/layout/bound_layout.h"
#include "engine/layout/number_format.h"

namespace tranche {

/// Why a cell cannot be used, for people.
struct CellProblem {
  std::string column;
  std::string reason;
};

/// A value that a layout states or a column holds; remembers the last cell, as cells repeat.
template <typename T>
class RowValue {
 public:
  explicit RowValue(const BoundValue<T>& bound) : bound_(&bound) {}
  /// Nothing where the cell means nothing.
  std::optional<T> Read(std::span<const std::string_view> row, const CountryTable& countries);

 private:
  const BoundValue<T>* bound_;
  std::string cell_;
  std::optional<T> value_;
  bool is_filled_ = false;
};

/// What the amounts of a row are, beside their figures. `group.year` is the row's year (0 where no
/// amount column asks for it), `group.phase` the row's phase (adopted where the layout gives none).
struct RowFacts {
  LineGroup group;
  std::int64_t unit = 1;
};

/// Reads country, currency, phase, year and unit of rows. One per thread; `plan` must outlive it.
class RowFactsReader {
 public:
  explicit RowFactsReader(const FilePlan::Bound& plan);

  /// False where a cell means nothing; `*problem` then says which.
  bool Read(std::span<const std::string_view> row, RowFacts* facts, CellProblem* problem);
  /// The row's currency alone, the empty code where unknown: for rows that are dropped.
  CurrencyCode Currency(std::span<const std::string_view> row);
  std::optional<std::int64_t> Unit(std::span<const std::string_view> row);
  std::optional<std::int16_t> Year(std::span<const std::string_view> row);

 private:
  const FilePlan::Bound& plan_;
  RowValue<CountryCode> country_;
  RowValue<CurrencyCode> currency_;
  RowValue<Phase> phase_;
  RowValue<std::int16_t> year_;
  RowValue<std::int64_t> unit_;
};

/// "amount 'n/a' is no number"; the cell is cut where it is long.
std::string AmountProblem(NumberProblem problem, std::string_view cell);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_ROW_FACTS_H_
