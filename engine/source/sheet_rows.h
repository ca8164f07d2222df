#ifndef TRANCHE_ENGINE_SOURCE_SHEET_ROWS_H_
#define TRANCHE_ENGINE_SOURCE_SHEET_ROWS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/source/spool.h"

/// How SheetTable keeps the rows of a sheet: those with content, one behind the other, as CSV text
/// without the empty cells at their ends.
namespace tranche {

struct SheetRow {
  std::uint64_t row = 0;  ///< from 1
  std::uint32_t cells = 0;
  std::string_view text;  ///< cells parted by commas, no line end
};

absl::Status AppendSheetRow(const SheetRow& row, Spool* spool);

/// Reads them from the first one on. Not thread-safe; `spool` must outlive it.
class SheetRowReader {
 public:
  explicit SheetRowReader(const Spool& spool) : spool_(spool) {}
  /// False behind the last one. `row->text` lives until the next call.
  absl::StatusOr<bool> Next(SheetRow* row);

 private:
  absl::Status Fill(std::size_t size_bytes);

  const Spool& spool_;
  std::string buffer_;
  std::size_t used_ = 0;
  std::uint64_t offset_bytes_ = 0;
};

/// A cell as it must stand in CSV text.
void AppendCsvCell(std::string_view cell, std::string* text);
/// The cells of a row, still quoted.
std::vector<std::string_view> CutCsvCells(std::string_view row);
/// A cell of CutCsvCells without its quotes.
std::string CsvCellContent(std::string_view cell);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_SHEET_ROWS_H_
