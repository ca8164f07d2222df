#ifndef TRANCHE_ENGINE_SOURCE_SMALL_TABLE_H_
#define TRANCHE_ENGINE_SOURCE_SMALL_TABLE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/source/table_head.h"

namespace tranche {

/// A table that fits in memory: lookups, crosswalks, GDP, countries, decisions. Read by the same
/// parser as budgets. Immutable after reading.
class SmallTable {
 public:
  /// Fails (with file and row) on a row that cannot be read: reference data must be whole. At most
  /// 256 MiB.
  static absl::StatusOr<SmallTable> Read(const std::string& path, const DialectHints& hints = {});

  const std::string& path() const { return path_; }
  const std::vector<std::string>& header() const { return header_; }
  /// Position of a column, by its exact name.
  std::optional<std::size_t> Column(std::string_view name) const;
  std::size_t row_count() const { return rows_.size(); }
  const std::vector<std::string>& row(std::size_t index) const { return rows_[index]; }
  /// The row's number in the file, from 1, as a spreadsheet counts.
  std::uint64_t row_number(std::size_t index) const { return row_numbers_[index]; }

 private:
  std::string path_;
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::uint64_t> row_numbers_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_SMALL_TABLE_H_
