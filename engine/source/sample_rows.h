#ifndef TRANCHE_ENGINE_SOURCE_SAMPLE_ROWS_H_
#define TRANCHE_ENGINE_SOURCE_SAMPLE_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/source/row_scan.h"
#include "engine/source/table_head.h"

namespace tranche {

/// The first bytes of a table as UTF-8 or in an encoding of one byte per character, from the first
/// row on (no byte-order mark).
struct TableSample {
  std::string_view bytes;
  bool is_whole = false;  ///< the table ends with these bytes
};

/// A row of a sample. Views point into the sample.
struct SampleRow {
  std::uint32_t number = 0;  ///< from 1
  std::size_t begin = 0;
  std::size_t next_row = 0;
  bool is_malformed = false;
  bool is_blank = false;
  std::vector<std::string_view> cells;  ///< without their quotes

  std::size_t FilledCells() const;
  bool EndsWithEmptyCell() const { return !cells.empty() && cells.back().empty(); }
};

/// At most the first `most_rows` rows of `sample`, cut by `dialect`; a row that the end of the
/// sample cuts off is left out.
std::vector<SampleRow> ReadSampleRows(const TableSample& sample, const CsvDialect& dialect,
                                      std::size_t most_rows);

/// How the rows behind the header of a sample compare with it.
struct RowLengths {
  std::size_t rows = 0;  ///< no blank ones
  std::size_t fit = 0;   ///< as many cells as the header
  std::size_t one_empty_more = 0;
  std::size_t one_less = 0;
  std::size_t malformed = 0;
  std::size_t wrapped = 0;  ///< pairs of short rows that give a whole one together
  std::uint32_t first_wrapped_row = 0;
};
RowLengths MeasureRows(std::span<const SampleRow> rows, std::uint32_t header_row,
                       std::size_t header_cells);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_SAMPLE_ROWS_H_
