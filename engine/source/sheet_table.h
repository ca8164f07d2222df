#ifndef TRANCHE_ENGINE_SOURCE_SHEET_TABLE_H_
#define TRANCHE_ENGINE_SOURCE_SHEET_TABLE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/source/input_file.h"
#include "engine/source/sheet_facts.h"
#include "engine/source/spool.h"

namespace tranche {

/// Cells that are merged to one. Rows from 1, columns from 0, both ends included.
struct MergedCells {
  std::uint64_t first_row = 0;
  std::uint64_t last_row = 0;
  std::uint32_t first_column = 0;
  std::uint32_t last_column = 0;
  std::string content = {};  ///< of the first cell, as it stands in CSV text
};

enum class SheetCellKind { kText, kNumber, kDate };

/// One sheet, turned into the text of a CSV file (UTF-8, commas, RFC 4180, LF): so everything
/// behind it is the path of any other table. Row numbers and column letters stay those of the
/// sheet: empty rows are blank rows, empty columns empty cells. All rows have the same number of
/// cells, except blank ones.
///
/// Written once, row by row, in memory that does not grow with the sheet (rows are spooled); then
/// read any number of times. What is known only at the end of a sheet (its width, its merged cells)
/// is applied while reading.
class SheetTable {
 public:
  explicit SheetTable(std::string sheet, std::string name);

  // Writing, from one thread. Rows come in rising order, cells of a row too; empty cells are left
  // out. DataLoss: they do not, or lie outside of what a sheet can have.

  absl::Status BeginRow(std::uint64_t row, bool is_hidden);
  absl::Status Add(std::uint32_t column, std::string_view text, SheetCellKind kind);
  absl::Status EndRow();
  void AddMerge(MergedCells cells) { merges_.push_back(std::move(cells)); }
  /// Columns from `first` to `last` are hidden.
  void HideColumns(std::uint32_t first, std::uint32_t last);
  /// For what the format alone can tell.
  SheetFacts& facts() { return facts_; }
  std::uint64_t current_row() const { return row_; }
  /// Must be called behind the last row.
  absl::Status Finish();

  // Reading, from any thread, behind Finish.

  const SheetFacts& facts() const { return facts_; }
  bool is_empty() const { return facts_.rows == 0; }
  /// Decides what merged cells are: of the header where they begin in its rows. Not while streams
  /// are read.
  void SetHeaderRow(std::uint32_t header_row);
  /// Must not outlive this.
  std::unique_ptr<ByteStream> OpenStream() const;

 private:
  absl::Status Problem(const std::string& what) const;

  std::string name_;
  SheetFacts facts_;
  Spool spool_;
  std::vector<MergedCells> merges_;  ///< behind Finish only those with content, by first row
  std::uint32_t header_row_ = 1;
  std::uint64_t row_ = 0;
  bool row_is_hidden_ = false;
  std::uint32_t next_column_ = 0;
  std::string cells_;  ///< of the current row, as CSV text
  std::vector<bool> hidden_columns_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_SHEET_TABLE_H_
