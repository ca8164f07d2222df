#ifndef TRANCHE_TESTS_SOURCE_PARSED_TABLE_H_
#define TRANCHE_TESTS_SOURCE_PARSED_TABLE_H_

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <numeric>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"
#include "gtest/gtest.h"

namespace tranche {

/// A row as a test compares it. Numbers and places are those of the whole input.
struct ParsedRow {
  std::uint64_t row = 0;
  std::uint64_t offset_bytes = 0;
  bool is_rejected = false;
  std::vector<std::string> cells;  ///< of a good row
  std::string reason;              ///< of a rejected row
  std::string column;
  std::string text;  ///< the raw row

  friend bool operator==(const ParsedRow&, const ParsedRow&) = default;
  friend void PrintTo(const ParsedRow& row, std::ostream* out) {
    *out << "row " << row.row << " at " << row.offset_bytes << " ";
    if (row.is_rejected) *out << "rejected (" << row.column << ": " << row.reason << ") ";
    for (const std::string& cell : row.cells) *out << "[" << cell.substr(0, 60) << "]";
    *out << " <" << row.text.substr(0, 60) << ">";
  }
};

struct ParsedTable {
  std::vector<ParsedRow> rows;  ///< in input order, without blank ones
  std::uint64_t rows_read = 0;
  std::uint64_t blank_rows = 0;
  std::size_t chunks = 0;

  std::vector<std::vector<std::string>> GoodRows() const {
    std::vector<std::vector<std::string>> good;
    for (const ParsedRow& row : rows) {
      if (!row.is_rejected) good.push_back(row.cells);
    }
    return good;
  }
  std::vector<ParsedRow> Rejected() const {
    std::vector<ParsedRow> rejected;
    for (const ParsedRow& row : rows) {
      if (row.is_rejected) rejected.push_back(row);
    }
    return rejected;
  }
};

/// Bytes of a test, `piece_bytes` at most at a time.
class TextStream : public ByteStream {
 public:
  explicit TextStream(std::string_view text, std::size_t piece_bytes = std::size_t(-1))
      : text_(text), piece_bytes_(piece_bytes) {}
  absl::StatusOr<std::size_t> Read(char* buffer, std::size_t size_bytes) override {
    const std::size_t size = std::min({size_bytes, piece_bytes_, text_.size()});
    std::memcpy(buffer, text_.data(), size);
    text_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view text_;
  std::size_t piece_bytes_;
};

inline TableHead MakeHead(std::size_t columns, CsvDialect dialect = {}) {
  TableHead head;
  head.dialect = dialect;
  for (std::size_t i = 0; i < columns; ++i) head.header.push_back("c" + std::to_string(i + 1));
  return head;
}

/// Adds the rows of `block` to `table`.
inline void Collect(const RowBlock& block, const RowChunk& chunk, ParsedTable* table) {
  const auto first_new = static_cast<std::ptrdiff_t>(table->rows.size());
  for (std::size_t i = 0; i < block.row_count(); ++i) {
    ParsedRow& row = table->rows.emplace_back();
    row.row = table->rows_read + block.row_index(i);
    row.offset_bytes = block.row_offset_bytes(i);
    row.cells.assign(block.row(i).begin(), block.row(i).end());
    row.text = block.raw_row(i);
  }
  for (const RejectedRow& rejected : block.rejected()) {
    table->rows.push_back({table->rows_read + rejected.row,
                           rejected.offset_bytes,
                           true,
                           {},
                           rejected.reason,
                           rejected.column,
                           rejected.text});
  }
  std::sort(table->rows.begin() + first_new, table->rows.end(),
            [](const ParsedRow& a, const ParsedRow& b) { return a.row < b.row; });
  EXPECT_EQ(block.rows_read(), block.row_count() + block.rejected().size() + block.blank_rows());
  EXPECT_EQ(chunk.index, table->chunks);
  table->rows_read += block.rows_read();
  table->blank_rows += block.blank_rows();
  ++table->chunks;
}

/// All columns of the table that `stream` holds, by way of chunks of about `chunk_bytes`.
inline ParsedTable ParseStream(std::unique_ptr<ByteStream> stream, const TableHead& head,
                               std::size_t chunk_bytes) {
  std::vector<std::size_t> wanted(head.header.size());
  std::iota(wanted.begin(), wanted.end(), std::size_t{0});
  const RowParser parser(head, wanted);
  RowChunkReader reader(std::move(stream), head, chunk_bytes);
  RowChunk chunk;
  RowBlock block;
  ParsedTable table;
  for (;;) {
    const absl::StatusOr<bool> more = reader.Next(&chunk);
    if (!more.ok()) {
      ADD_FAILURE() << more.status();
      return table;
    }
    if (!*more) return table;
    EXPECT_FALSE(chunk.bytes.empty());
    parser.Parse(chunk, &block);
    Collect(block, chunk, &table);
  }
}

inline ParsedTable ParseText(std::string_view text, const TableHead& head,
                             std::size_t chunk_bytes = std::size_t{1} << 20) {
  return ParseStream(std::make_unique<TextStream>(text), head, chunk_bytes);
}

}  // namespace tranche

#endif  // TRANCHE_TESTS_SOURCE_PARSED_TABLE_H_
