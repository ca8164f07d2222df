#ifndef TRANCHE_ENGINE_SOURCE_ROW_BLOCK_H_
#define TRANCHE_ENGINE_SOURCE_ROW_BLOCK_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/source/row_chunk.h"
#include "engine/source/table_head.h"

namespace tranche {

/// A row that could not be used, with everything needed to find it. Never lost: it ends in
/// rejected.csv and in the reconciliation.
struct RejectedRow {
  std::uint64_t row = 0;           ///< within the chunk from 0; the run adds the rows before
  std::uint64_t offset_bytes = 0;  ///< in the decompressed, decoded input
  std::string column;              ///< name where one cell is to blame, else empty
  std::string reason;              ///< plain English: "amount 'n/a' is no number"
  std::string text;  ///< the raw row (converted to UTF-8 as far as possible), cut at 1,000 bytes
};

/// Texts that live until Clear(), which keeps their memory for the next ones.
class CellArena {
 public:
  std::string& Add() {
    if (used_ == texts_.size()) texts_.emplace_back();
    std::string& text = texts_[used_++];
    text.clear();
    return text;
  }
  void Clear() { used_ = 0; }

 private:
  std::deque<std::string> texts_;
  std::size_t used_ = 0;
};

/// The rows of one chunk, as columns of views: only the columns that were asked for, all of them
/// UTF-8, unquoted, doubled quotes halved. Views point into the chunk's bytes or into the block's
/// own arena; they live until the next Parse into this block or a change of the chunk.
class RowBlock {
 public:
  std::size_t row_count() const { return row_offsets_.size(); }
  std::size_t column_count() const { return column_count_; }
  /// Cell of the `column`-th wanted column (in the order of `wanted`).
  std::string_view cell(std::size_t row, std::size_t column) const {
    return cells_[row * column_count_ + column];
  }
  /// All wanted cells of a row.
  std::span<const std::string_view> row(std::size_t r) const {
    return {cells_.data() + r * column_count_, column_count_};
  }
  /// Index of a good row among all rows of the chunk (rejected and blank ones count), from 0.
  std::uint32_t row_index(std::size_t row) const { return row_indexes_[row]; }
  std::uint64_t row_offset_bytes(std::size_t row) const { return row_offsets_[row]; }
  /// The raw bytes of a good row without its line end, for rejected rows found later in the path.
  std::string_view raw_row(std::size_t row) const { return raw_rows_[row]; }

  const std::vector<RejectedRow>& rejected() const { return rejected_; }
  /// Rows without any byte between two line ends: read, and dropped as "blank row".
  std::uint64_t blank_rows() const { return blank_rows_; }
  /// All rows of the chunk: good + rejected + blank.
  std::uint64_t rows_read() const { return rows_read_; }

 private:
  friend class RowParser;

  std::size_t column_count_ = 0;
  std::vector<std::string_view> cells_;  ///< at least row_count() rows; grows in large steps
  std::vector<std::uint32_t> row_indexes_;
  std::vector<std::uint64_t> row_offsets_;
  std::vector<std::string_view> raw_rows_;
  std::vector<RejectedRow> rejected_;
  CellArena arena_;                          ///< cells that had to be rewritten
  std::unique_ptr<std::uint32_t[]> places_;  ///< of delimiters, quotes, line ends: a parser's notes
  std::size_t places_capacity_ = 0;
  std::uint64_t blank_rows_ = 0;
  std::uint64_t rows_read_ = 0;
};

/// Parses chunks of one table (RFC 4180 with any delimiter). Immutable; safe to share between
/// threads, each with its own RowBlock.
///
/// A row is rejected where it has more or fewer cells than the header, where a wanted cell has a
/// byte that the encoding does not define, and where it is malformed (quote_rule.h): something
/// follows a closing quote, a quote is never closed, the row is longer than kMaxRowBytes, or it
/// spans several physical lines without having the header's number of cells. Of a malformed row
/// only the first physical line is rejected, and the next row begins behind it: a stray quote
/// swallows nothing. A quote inside an unquoted cell is content. Cells keep the spaces around them.
class RowParser {
 public:
  /// `wanted` are positions in `head.header`, in the order in which the block shall have them. A
  /// position may come twice.
  RowParser(const TableHead& head, std::vector<std::size_t> wanted);

  /// Replaces the content of `*block`. No allocation per row once the block's vectors have grown.
  void Parse(const RowChunk& chunk, RowBlock* block) const;

 private:
  class Pass;

  CsvDialect dialect_;
  std::vector<std::string> header_;
  std::vector<std::size_t> wanted_;
  std::vector<int> slot_of_column_;          ///< -1 where nobody asked for the column
  std::vector<std::size_t> repeated_slots_;  ///< whose column has an earlier slot already
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ROW_BLOCK_H_
