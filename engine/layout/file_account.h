#ifndef TRANCHE_ENGINE_LAYOUT_FILE_ACCOUNT_H_
#define TRANCHE_ENGINE_LAYOUT_FILE_ACCOUNT_H_

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/amount.h"
#include "engine/base/country.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/control_sums.h"

namespace tranche {

/// Rows or cells with a reason, and their money.
struct CountedSum {
  std::uint64_t count = 0;
  Amount sum;
};

/// The largest and the smallest of some amounts, and the first row that has each.
struct Extremes {
  std::uint64_t count = 0;
  Amount largest;
  Amount smallest;
  std::uint64_t largest_offset_bytes = 0;
  std::uint64_t smallest_offset_bytes = 0;

  void Add(Amount amount, std::uint64_t offset_bytes) {
    if (count == 0 || amount > largest) {
      largest = amount;
      largest_offset_bytes = offset_bytes;
    }
    if (count == 0 || amount < smallest) {
      smallest = amount;
      smallest_offset_bytes = offset_bytes;
    }
    ++count;
  }
  void Merge(const Extremes& other);
};

/// Cells in which something is remarkable: how many, and the first of them in the file.
struct NoticedCells {
  std::uint64_t count = 0;
  std::uint64_t first_offset_bytes = 0;  ///< of its row
  std::string first;                     ///< its text

  void Add(std::uint64_t offset_bytes, std::string_view cell) {
    if (count == 0 || offset_bytes < first_offset_bytes) {
      first_offset_bytes = offset_bytes;
      first = cell;
    }
    ++count;
  }
  void Merge(const NoticedCells& other);
};

/// A fingerprint of amounts that are not zero, whatever their order: two files with the same one
/// hold the same amounts, each as often. (Chance: one in 2^64.)
struct AmountsDigest {
  std::uint64_t count = 0;
  std::uint64_t sum = 0;  ///< of a hash of each, wrapping

  friend auto operator<=>(const AmountsDigest&, const AmountsDigest&) = default;
};

/// Where every row and every amount cell of one file went: the input side of the reconciliation.
/// Each thread keeps one; Merge adds them, in any order.
///
///     rows_read   = rows_used + dropped (all reasons) + rows_rejected
///     cells_used  = lines + cells_empty + cells_rejected + cells_dropped + not_asked
///
/// `cells_used` are the amount cells of used rows. A row with any rejected cell is a used row with
/// that cell rejected only where other cells gave lines; with a single amount column it is
/// rejected.
struct FileAccount {
  std::uint64_t rows_read = 0;
  std::uint64_t rows_used = 0;
  std::uint64_t rows_rejected = 0;
  /// reason, currency → rows and the sum of their amount cells (cells that are no number count 0)
  std::map<std::pair<std::string, CurrencyCode>, CountedSum> rows_dropped;
  std::uint64_t cells_used = 0;
  std::uint64_t lines = 0;
  std::uint64_t cells_empty = 0;
  std::uint64_t cells_rejected = 0;
  /// column's reason, currency → cells of columns that make no line (a transition quarter)
  std::map<std::pair<std::string, CurrencyCode>, CountedSum> cells_dropped;
  /// Lines of years and phases that this run was not asked for.
  std::uint64_t lines_not_asked = 0;
  /// Parents' money that stands in the rows below them (kept rows with a remainder only).
  std::map<CurrencyCode, CountedSum> counted_below;
  /// What rounding at the sixth decimal took away, in picos.
  Int128 rounded_off_picos = 0;
  /// Everything read into lines, asked for or not, by group: the "sum read" of the conservation
  /// check, computed without matcher or tally.
  std::map<LineGroup, CountedSum> read_by_group;
  std::map<LineGroup, Extremes> extremes;  ///< of the same amounts
  ControlSums controls;
  /// Lines of which later files of a dossier take the place, by group: they are in cells_dropped.
  std::map<LineGroup, CountedSum> replaced_by_group;
  /// By the layout's control totals that name rows by their cells: the lines of these rows, also
  /// those of which later files take the place.
  std::vector<std::map<LineGroup, CountedSum>> control_groups;
  /// What was remarkable, in words that follow a number: "cells of 'X' do not fit `split`".
  std::map<std::string, NoticedCells> noticed;
  std::map<LineGroup, AmountsDigest> amounts_digest;
  /// True where a sum left 128 bits: the run stops with an error.
  bool overflow = false;

  void Merge(const FileAccount& other);
  /// A sentence for each equation above that does not hold; empty when all do.
  std::vector<std::string> Violations() const;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_FILE_ACCOUNT_H_
