#ifndef TRANCHE_ENGINE_LAYOUT_ROW_RULES_H_
#define TRANCHE_ENGINE_LAYOUT_ROW_RULES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/amount.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/column_ref.h"

/// Which rows of an export make lines: what stands below `rows:` and `control_total:` in a layout.
/// Plain values, checked by the loader.
namespace tranche {

/// Rows that carry the sum of other rows: dropped, and held against what they sum up.
struct RowControl {
  enum class Of { kFile, kRowsAbove, kColumns };
  Of of = Of::kFile;
  std::vector<ColumnRef> columns;  ///< kColumns: the rows that agree with the total in these
  Amount tolerance;
  SourceSpan span;
};

/// A condition on one cell of a row. It holds where any of its parts does.
struct RowTest {
  ColumnRef column;
  std::vector<std::string> equals;       ///< any of these, exactly (after trimming)
  std::vector<std::string> starts_with;  ///< or any of these beginnings
  std::string matches;                   ///< or this expression on a part of it; empty: none
  /// Or a code from `first` to `second`, as long as these are.
  std::optional<std::pair<std::string, std::string>> between;
  /// Or a cell that is printed empty (true), printed with something in it (false).
  std::optional<bool> when_empty;
  std::string because;                ///< reason under which dropped rows are counted
  std::optional<RowControl> control;  ///< the rows dropped are totals of others
};

/// Rows that repeat the money of rows below them.
struct LeavesOf {
  std::vector<ColumnRef> code;    ///< levels: values joined make the hierarchical code
  std::vector<ColumnRef> within;  ///< codes are compared among rows that agree in these
  /// A column of the code that is filled down and printed only in headings, whose code ends there.
  std::optional<ColumnRef> headings;
  bool keep_remainder = true;  ///< a parent's money that its children do not explain is a line
  SourceSpan span;
};

/// Rows whose code is of one length, or has so many segments; others are dropped as other levels.
struct CodeLevel {
  ColumnRef column;
  std::size_t size = 0;   ///< characters, or segments where there is a separator
  std::string separator;  ///< between segments; empty: characters count
  SourceSpan span;

  /// Characters or segments of a code.
  std::size_t SizeOf(std::string_view code) const;
};

/// Rows that hold several versions of one budget.
struct Versions {
  ColumnRef column;
  std::string use;                ///< the version that makes lines; empty: the last
  std::vector<ColumnRef> within;  ///< the last is sought among rows that agree in these
  SourceSpan span;
};

/// A total that somebody published, of the file or of a group of its rows: what is read must add up
/// to it.
struct ControlTotal {
  struct Cell {
    ColumnRef column;
    std::string value;
  };

  Amount amount;
  Amount tolerance;
  std::optional<std::int16_t> year;  ///< nothing: of all years
  /// Nothing: the phase that the layout or dossier states, else the only one of the file.
  std::optional<Phase> phase;
  std::vector<Cell> of;       ///< rows with these cells; empty: all rows
  Amount differs_by;          ///< what is read minus `amount`, as is known; zero: nothing is known
  std::string because;        ///< why they differ
  std::string source;         ///< who published it
  bool of_this_file = false;  ///< stated by a dossier of one file, which must have its year
  SourceSpan span;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_ROW_RULES_H_
