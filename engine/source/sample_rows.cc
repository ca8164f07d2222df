#include "engine/source/sample_rows.h"

#include <algorithm>
#include <utility>

namespace tranche {

std::size_t SampleRow::FilledCells() const {
  return static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(),
      [](std::string_view cell) { return cell.find_first_not_of(' ') != std::string_view::npos; }));
}

std::vector<SampleRow> ReadSampleRows(const TableSample& sample, const CsvDialect& dialect,
                                      std::size_t most_rows) {
  const RowMarks marks(dialect);
  std::vector<SampleRow> rows;
  std::size_t begin = 0;
  while (begin < sample.bytes.size() && rows.size() < most_rows) {
    CollectedCells cells(marks, sample.bytes);
    const RowScan scan =
        RowScanner<CollectedCells>(marks, sample.bytes, 0, sample.is_whole, cells).Scan(begin);
    if (scan.kind == RowScan::Kind::kNeedMore) break;
    SampleRow row;
    row.number = static_cast<std::uint32_t>(rows.size() + 1);
    row.begin = begin;
    row.next_row = scan.next_row;
    row.is_malformed = scan.kind == RowScan::Kind::kMalformed;
    row.is_blank = !row.is_malformed && scan.content_end == begin;
    if (!row.is_malformed) {
      for (const CollectedCells::Cell& cell : cells.cells()) {
        row.cells.push_back(sample.bytes.substr(cell.begin, cell.end - cell.begin));
      }
    }
    begin = scan.next_row;
    rows.push_back(std::move(row));
  }
  return rows;
}

RowLengths MeasureRows(std::span<const SampleRow> rows, std::uint32_t header_row,
                       std::size_t header_cells) {
  RowLengths lengths;
  std::size_t cells_before = 0;  // of a short row just before
  for (const SampleRow& row : rows) {
    if (row.number <= header_row || row.is_blank) continue;
    const std::size_t cells = row.cells.size();
    ++lengths.rows;
    if (row.is_malformed) ++lengths.malformed;
    if (cells == header_cells) ++lengths.fit;
    if (cells == header_cells + 1 && row.EndsWithEmptyCell()) ++lengths.one_empty_more;
    if (cells + 1 == header_cells) ++lengths.one_less;
    if (cells_before > 1 && cells > 1 && cells_before + cells == header_cells + 1) {
      if (++lengths.wrapped == 1) lengths.first_wrapped_row = row.number - 1;
      cells_before = 0;
    } else {
      cells_before = cells < header_cells ? cells : 0;
    }
  }
  return lengths;
}

}  // namespace tranche
