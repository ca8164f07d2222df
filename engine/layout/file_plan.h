#ifndef TRANCHE_ENGINE_LAYOUT_FILE_PLAN_H_
#define TRANCHE_ENGINE_LAYOUT_FILE_PLAN_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/file_account.h"
#include "engine/layout/file_terms.h"
#include "engine/layout/layout.h"
#include "engine/source/input_file.h"
#include "engine/source/row_block.h"
#include "engine/source/table_head.h"

namespace tranche {

/// Which lines a run wants; empty sets mean all. Others are read, counted and summed as "not
/// asked".
struct LineSelection {
  std::set<std::int16_t> years;
  std::set<Phase> phases;
  bool Wants(const LineGroup& group) const {
    return (years.empty() || years.contains(group.year)) &&
           (phases.empty() || phases.contains(group.phase));
  }
};

/// What rows hand down to the rows below them: the texts that a layout fills down, in its order,
/// and how many totals of each of its controls were passed. Empty at the beginning of a file.
struct RowCarry {
  std::vector<std::string> filled;
  std::vector<std::uint64_t> totals;
};

/// A layout bound to one file: columns found, number format decided, lookups and crosswalks loaded,
/// and, where the layout needs the whole file (leaves_of), the first pass done.
/// Immutable once bound; shared by all threads, each with its own LineBuilder.
class FilePlan {
 public:
  /// Binds. Mistakes of the layout that only the file shows (a column that it lacks: with the
  /// header found and the nearest names; no year column; a lookup without its key column) go to
  /// `diagnostics` and give a null plan. The status is for files that cannot be read and for
  /// questions that only the user can answer (InvalidArgument). `terms` must suit the layout.
  static absl::StatusOr<std::unique_ptr<const FilePlan>> Bind(
      const Layout& layout, InputFile& input, const TableHead& head, const CountryTable& countries,
      Diagnostics* diagnostics, const FileTerms& terms = {});
  ~FilePlan();

  const Layout& layout() const;
  const TableHead& head() const;
  const LineSchema& schema() const;
  /// Columns that the RowParser must deliver, positions in head().header.
  const std::vector<std::size_t>& wanted_columns() const;
  /// Everything that was decided and not stated, as sentences for the run record.
  const std::vector<std::string>& assumptions() const;
  /// Other files that were read for this plan (lookups, crosswalks), for the run record.
  const std::vector<std::string>& companion_paths() const;

  /// True where a row may depend on rows above it. Then a chunk that is not built right behind the
  /// one before it must be told what that one hands down (LineBuilder::BeginAt).
  bool HandsDown() const;
  /// What the first `row_count` rows of `rows` hand down, which got `carry` from above.
  RowCarry HandDown(const RowBlock& rows, RowCarry carry, std::size_t row_count = SIZE_MAX) const;

  class Bound;  ///< internals, defined in bound_layout.h
  const Bound& bound() const { return *bound_; }

 private:
  explicit FilePlan(std::unique_ptr<const Bound> bound);
  std::unique_ptr<const Bound> bound_;
};

/// Turns parsed rows into budget lines. One per thread and file; not thread-safe. Keeps the group
/// table and the account of everything that passed through it.
class LineBuilder {
 public:
  /// `plan` must outlive the builder. `selection` is copied.
  LineBuilder(const FilePlan& plan, LineSelection selection);
  ~LineBuilder();

  /// Rows of one chunk → lines; replaces the content of `*batch`, which views `rows` and this
  /// builder's own arena until the next call. Rows and cells that cannot be used are appended to
  /// `*rejected` (row numbers within the chunk; also the rejects of `rows` itself, in row order).
  /// Counts everything in account().
  void Build(const RowBlock& rows, LineBatch* batch, std::vector<RejectedRow>* rejected);

  /// The next Build is not of the rows right behind those of the last: what comes down from above.
  void BeginAt(RowCarry carry);

  const GroupTable& groups() const;
  /// Complete after the last Build.
  const FileAccount& account() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// How totals that a file or its layout states fared.
struct ControlsCheck {
  std::size_t met = 0;
  // Sentences, one for each.
  std::vector<std::string> unmet;
  std::vector<std::string> known;     ///< met but for a difference that is known
  std::vector<std::string> unproved;  ///< rules for totals that no row fits
};
/// The control totals of `plan`'s layout and terms against what stands in the file, also where
/// later files take the place of its lines; of those that are not met, both sums and the
/// difference. Totals of a layout for years that the file does not have are passed over.
ControlsCheck CheckControlTotals(const FilePlan& plan, const FileAccount& account);

/// Every amount cell of the totals that the layout drops `as: control` against the rows that it
/// sums up, as they were counted. Where one is not met, `input` is read once more to say its row;
/// the status is for one that cannot be.
absl::StatusOr<ControlsCheck> CheckRowControls(const FilePlan& plan, InputFile& input,
                                               const FileAccount& account);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_FILE_PLAN_H_
