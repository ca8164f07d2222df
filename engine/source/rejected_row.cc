#include "engine/source/rejected_row.h"

#include "engine/source/row_scan.h"

namespace tranche {

void DescribeMalformedRow(std::string_view first_line, const RowMarks& marks,
                          const std::vector<std::string>& header, RejectedRow* row) {
  CollectedCells cells(marks, first_line);
  const RowScan scan = RowScanner<CollectedCells>(marks, first_line, 0, true, cells).Scan(0);
  const std::size_t begin = cells.cells().back().begin;
  const bool is_quoted = begin > 0 && first_line[begin - 1] == marks.quote;
  if (scan.kind == RowScan::Kind::kRow) {
    // Only rows that are joined with the next lines are malformed without a fault of their own.
    row->reason = "this line and the next ones do not add up to a row: the line has " +
                  std::to_string(scan.cell_count) + " cells, the header " +
                  std::to_string(header.size());
    return;
  }
  const std::string cell = "cell " + std::to_string(scan.cell_count);
  if (is_quoted && FindQuoteEnd(marks, first_line.data(), begin - 1, first_line.size()).kind ==
                       QuoteEnd::Kind::kStray) {
    row->reason = cell + " goes on behind its closing quote";
  } else if (first_line.size() > kMaxRowBytes) {
    row->reason = "is longer than 1 MiB";
    return;
  } else {
    row->reason = "the quote that opens " + cell + " is not closed properly";
  }
  if (scan.cell_count <= header.size()) row->column = header[scan.cell_count - 1];
}

}  // namespace tranche
