#ifndef TRANCHE_TESTS_LAYOUT_TABLE_READING_H_
#define TRANCHE_TESTS_LAYOUT_TABLE_READING_H_

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/layout/file_plan.h"

/// Reads small tables through a layout, the whole way from bytes to lines, for tests of binding and
/// of building lines.
namespace tranche {

/// A line with its cells copied; nothing is a cell that the line does not have.
struct LineRead {
  std::size_t row = 0;  ///< index among the data rows of the file, from 0
  LineGroup group;
  std::string amount;
  std::map<std::string, std::optional<std::string>>
      cells;  ///< text, scheme, field; `nature`; `key`
};

/// What came of one table.
struct TableRead {
  absl::Status status;
  std::string diagnostics;  ///< as a person reads them, with the folder cut off
  std::vector<LineRead> lines;
  std::vector<RejectedRow> rejected;  ///< rows counted in the file
  FileAccount account;
  std::vector<std::string> assumptions;
  std::vector<std::string> suspicions;
  std::vector<std::string> companion_names;  ///< without the folder
  std::vector<std::string> control_complaints;
  std::size_t controls_met = 0;  ///< of totals in rows
  std::size_t totals_met = 0;    ///< published ones
  std::vector<std::string> known_differences;
  std::vector<std::string> unproved;

  std::string Sum() const;  ///< of all lines
  /// `row_dropped["reason"]` as "count: sum".
  std::string RowsDropped(std::string_view reason) const;
};

/// Writes files into a folder of its own and reads tables from it.
class TableReading {
 public:
  TableReading();
  ~TableReading();

  void Write(const std::string& name, std::string_view content);
  /// `layout` is YAML below the lines that every layout needs.
  TableRead Read(std::string_view layout, std::string_view table, LineSelection selection = {},
                 std::size_t chunk_bytes = std::size_t{1} << 20,
                 const std::string& name = "data.csv");

 private:
  std::string folder_;
};

/// Country, currency and phase of a layout that says nothing special of them.
inline constexpr std::string_view kPlainLayout =
    "country: ESP\ncurrency: EUR\nunit: 1\nphase: adopted\n";

}  // namespace tranche

#endif  // TRANCHE_TESTS_LAYOUT_TABLE_READING_H_
