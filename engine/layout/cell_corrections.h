#ifndef TRANCHE_ENGINE_LAYOUT_CELL_CORRECTIONS_H_
#define TRANCHE_ENGINE_LAYOUT_CELL_CORRECTIONS_H_

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "engine/base/amount.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/file_plan.h"
#include "engine/source/input_file.h"

namespace tranche {

/// Cells of one file that hold something else than was exported. Immutable; safe to share.
class CellCorrections {
 public:
  /// `slot`: a place among the wanted columns.
  void Add(std::uint64_t row_offset_bytes, std::uint32_t slot, std::string text) {
    cells_[row_offset_bytes].emplace_back(slot, std::move(text));
  }
  bool empty() const { return cells_.empty(); }

  /// The cells of a row as they should be: `row` itself where nothing of it is corrected, else a
  /// view of `*scratch`.
  std::span<const std::string_view> Applied(std::uint64_t row_offset_bytes,
                                            std::span<const std::string_view> row,
                                            std::vector<std::string_view>* scratch) const;

 private:
  absl::flat_hash_map<std::uint64_t, std::vector<std::pair<std::uint32_t, std::string>>> cells_;
};

/// A row of corrections.csv: the cell `column` of the row with `key` reads `read` and should be
/// `use`, both as the file itself writes such cells.
struct StatedCorrection {
  std::string key;
  std::string column;
  std::string read;
  std::string use;
  SourceSpan key_span;
  SourceSpan column_span;
  SourceSpan read_span;
  SourceSpan use_span;
};

struct ProvenCorrections {
  std::shared_ptr<const CellCorrections> cells;
  std::uint64_t count = 0;
  /// By how much amounts become more (or less), by currency.
  std::map<CurrencyCode, Amount> difference;
};

/// Finds the cells of `stated` in the file and proves each against what stands there. One that does
/// not fit exactly one row is reported at its place and left out: the file has changed, or the
/// correction was never right. Goes through the file once. The status is for a file that cannot be
/// read.
absl::StatusOr<ProvenCorrections> ProveCorrections(const FilePlan& plan, InputFile& input,
                                                   std::span<const StatedCorrection> stated,
                                                   Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_CELL_CORRECTIONS_H_
