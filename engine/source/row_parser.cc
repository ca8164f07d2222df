#include <optional>
#include <utility>

#include "engine/source/byte_index.h"
#include "engine/source/rejected_row.h"
#include "engine/source/row_block.h"
#include "engine/source/row_scan.h"

namespace tranche {
namespace {

// The `Cells` of a row that is kept: jumps along the places of marks and writes down what is
// wanted.
//
// A class for each of the two ways to read, so that both are compiled into one loop.
template <bool kIsPlain>
class IndexedCells {
 public:
  IndexedCells(const RowMarks& marks, std::string_view bytes, const std::uint32_t* places,
               const std::vector<int>& slot_of_column, CellArena& arena)
      : marks_(marks),
        data_(bytes.data()),
        place_(places),
        slot_of_column_(slot_of_column.data()),
        column_count_(slot_of_column.size()),
        arena_(arena) {}

  // `row` gets the wanted cells.
  void BeginRow(std::string_view* row) {
    row_ = row;
    column_ = 0;
    has_extra_content_ = false;
    first_place_ = place_;
  }
  // Whether a cell behind the last column of the header holds anything.
  bool has_extra_content() const { return has_extra_content_; }
  // Only the first line of the row is used up.
  void Rewind() { place_ = first_place_; }

  std::size_t FindCellEnd(std::size_t begin, std::size_t limit) {
    SkipTo(begin);
    for (;;) {
      const std::size_t place = *place_;
      if (place >= limit) return limit;
      ++place_;
      if (data_[place] != marks_.quote) return place;
    }
  }

  bool SkipQuoted(std::size_t open, std::size_t close) {
    SkipTo(open);
    bool spans_lines = false;
    for (; *place_ < close; ++place_) spans_lines |= data_[*place_] == marks_.line_end;
    return spans_lines;
  }

  void Add(std::size_t begin, std::size_t end, bool has_doubled) {
    const std::size_t column = column_++;
    if (column >= column_count_) {
      has_extra_content_ |= end > begin;
      return;
    }
    const int slot = slot_of_column_[column];
    if (slot < 0) return;
    std::string_view cell(data_ + begin, end - begin);
    if (has_doubled) {
      std::string& text = arena_.Add();
      AppendUnquoted(cell, marks_, &text);
      cell = text;
    }
    row_[slot] = cell;
  }

 private:
  void SkipTo(std::size_t begin) {
    while (*place_ < begin) ++place_;
  }

  const RowMarks& marks_;
  const char* data_;
  const std::uint32_t* place_;
  const std::uint32_t* first_place_ = nullptr;
  const int* slot_of_column_;
  std::size_t column_count_;
  CellArena& arena_;
  std::string_view* row_ = nullptr;
  std::size_t column_ = 0;
  bool has_extra_content_ = false;
};

}  // namespace

// One Parse.
class RowParser::Pass {
 public:
  Pass(const RowParser& parser, const RowChunk& chunk, RowBlock& block)
      : parser_(parser), chunk_(chunk), block_(block), marks_(parser.dialect_) {}

  void Run() {
    Reset();
    const std::string_view bytes = chunk_.bytes;
    const bool is_ascii = FindMarks(bytes, marks_, block_.places_.get());
    if (marks_.delimiter_size > 1) KeepWholeDelimiters();
    // Marks are ASCII, so where the whole is valid, each cell is.
    is_utf8_ = parser_.dialect_.encoding.kind() != Encoding::Kind::kSingleByte;
    must_convert_ = !is_ascii && (!is_utf8_ || FirstInvalidUtf8(bytes).has_value());
    if (marks_.IsPlain()) {
      CutRows<true>();
    } else {
      CutRows<false>();
    }
  }

 private:
  template <bool kIsPlain>
  void CutRows() {
    const std::string_view bytes = chunk_.bytes;
    using Cells = IndexedCells<kIsPlain>;
    Cells cells(marks_, bytes, block_.places_.get(), parser_.slot_of_column_, block_.arena_);
    RowScanner<Cells, kIsPlain> scanner(marks_, bytes, parser_.header_.size(), true, cells);
    const std::size_t columns = block_.column_count_;
    std::size_t cells_end = columns;
    for (std::size_t begin = 0; begin < bytes.size(); ++block_.rows_read_) {
      if (cells_end > block_.cells_.size()) block_.cells_.resize(2 * cells_end);
      cells.BeginRow(block_.cells_.data() + (cells_end - columns));
      const RowScan scan = scanner.Scan(begin);
      if (scan.kind == RowScan::Kind::kMalformed) {
        cells.Rewind();
        RejectMalformed(begin, scan.next_row);
      } else if (Keep(begin, scan, cells.has_extra_content())) {
        cells_end += columns;
      }
      begin = scan.next_row;
    }
  }

  void Reset() {
    block_.column_count_ = parser_.wanted_.size();
    block_.row_indexes_.clear();
    block_.row_offsets_.clear();
    block_.raw_rows_.clear();
    block_.rejected_.clear();
    block_.arena_.Clear();
    block_.blank_rows_ = 0;
    block_.rows_read_ = 0;
    const std::size_t places = chunk_.bytes.size() + kByteIndexSlack;
    if (block_.places_capacity_ < places) {
      // Left uninitialised: most of it is never touched.
      block_.places_.reset(new std::uint32_t[places]);
      block_.places_capacity_ = places;
    }
  }

  // Of the places, takes those away where a delimiter of several characters only seems to begin.
  void KeepWholeDelimiters() {
    const std::string_view bytes = chunk_.bytes;
    std::uint32_t* kept = block_.places_.get();
    for (const std::uint32_t* place = kept; *place != kNoMorePlaces; ++place) {
      const bool is_delimiter = *place < bytes.size() && bytes[*place] == marks_.delimiter;
      if (is_delimiter && !marks_.IsDelimiter(bytes.data(), *place, bytes.size())) continue;
      *kept++ = *place;
    }
    *kept = kNoMorePlaces;
  }

  // Whether the row is a good one. Its cells are written already.
  bool Keep(std::size_t begin, const RowScan& scan, bool has_extra_content) {
    const std::string_view raw =
        std::string_view(chunk_.bytes).substr(begin, scan.content_end - begin);
    if (raw.empty()) {
      ++block_.blank_rows_;
      return false;
    }
    const std::size_t first_cell = block_.row_count() * block_.column_count_;
    if (scan.cell_count != parser_.header_.size() &&
        !MakeFit(scan.cell_count, has_extra_content, first_cell)) {
      RejectMiscounted(begin, raw, scan.cell_count,
                       scan.cell_count > parser_.header_.size() && !has_extra_content);
      return false;
    }
    if (!parser_.repeated_slots_.empty()) RepeatCells(first_cell);
    if (must_convert_ && !Convert(begin, raw, first_cell)) return false;
    block_.row_indexes_.push_back(static_cast<std::uint32_t>(block_.rows_read_));
    block_.row_offsets_.push_back(chunk_.offset_bytes + begin);
    block_.raw_rows_.push_back(raw);
    return true;
  }

  // Rows of another length than the header, where the dialect takes them.
  bool MakeFit(std::size_t cell_count, bool has_extra_content, std::size_t first_cell) {
    const std::size_t columns = parser_.header_.size();
    if (cell_count > columns) return parser_.dialect_.cuts_empty_cells && !has_extra_content;
    if (!parser_.dialect_.fills_short_rows) return false;
    for (std::size_t column = cell_count; column < columns; ++column) {
      const int slot = parser_.slot_of_column_[column];
      if (slot >= 0) block_.cells_[first_cell + static_cast<std::size_t>(slot)] = {};
    }
    return true;
  }

  void RepeatCells(std::size_t first_cell) {
    for (const std::size_t slot : parser_.repeated_slots_) {
      const int earlier = parser_.slot_of_column_[parser_.wanted_[slot]];
      block_.cells_[first_cell + slot] =
          block_.cells_[first_cell + static_cast<std::size_t>(earlier)];
    }
  }

  bool Convert(std::size_t begin, std::string_view raw, std::size_t first_cell) {
    const Encoding& encoding = parser_.dialect_.encoding;
    for (std::size_t slot = 0; slot < block_.column_count_; ++slot) {
      std::string_view& cell = block_.cells_[first_cell + slot];
      if (IsAscii(cell)) continue;
      std::optional<std::size_t> undefined;
      if (is_utf8_) {
        undefined = FirstInvalidUtf8(cell);
      } else if (std::string& text = block_.arena_.Add();
                 !(undefined = AppendAsUtf8(cell, encoding, &text))) {
        cell = text;
      }
      if (undefined) {
        RejectedRow& row = Reject(begin, raw);
        row.column = parser_.header_[parser_.wanted_[slot]];
        row.reason = UndefinedByteReason(cell, *undefined, encoding);
        return false;
      }
    }
    return true;
  }

  RejectedRow& Reject(std::size_t begin, std::string_view raw) {
    RejectedRow& row = block_.rejected_.emplace_back();
    row.row = block_.rows_read_;
    row.offset_bytes = chunk_.offset_bytes + begin;
    row.text = ReadableText(raw, parser_.dialect_.encoding, kRejectedTextBytes);
    return row;
  }

  void RejectMiscounted(std::size_t begin, std::string_view raw, std::size_t cell_count,
                        bool only_empty_more) {
    const std::size_t header_count = parser_.header_.size();
    RejectedRow& row = Reject(begin, raw);
    row.reason = "has " + std::to_string(cell_count) + (cell_count == 1 ? " cell" : " cells") +
                 " where the header has " + std::to_string(header_count);
    if (only_empty_more) {
      row.reason +=
          "; the rest is empty: if that is a habit of this file, state"
          " `long_rows: cut_empty` in the layout";
    }
    AddUndecodable(raw, &row);
  }

  void RejectMalformed(std::size_t begin, std::size_t next_row) {
    std::string_view line = std::string_view(chunk_.bytes).substr(begin, next_row - begin);
    if (line.back() == marks_.line_end) line.remove_suffix(1);
    // A chunk reader keeps no more of a long line than that.
    line = line.size() > kMaxRowBytes ? line.substr(0, kMaxRowBytes + 1)
                                      : WithoutLineEnd(line, marks_);
    RejectedRow& row = Reject(begin, line);
    DescribeMalformedRow(line, marks_, parser_.header_, &row);
    AddUndecodable(line, &row);
  }

  // Bytes that are no text may have been a line end, say.
  void AddUndecodable(std::string_view raw, RejectedRow* row) const {
    if (parser_.dialect_.encoding.kind() != Encoding::Kind::kDecodedBefore) return;
    const std::size_t mark = raw.find(kUndecodableMark);
    if (mark == std::string_view::npos) return;
    row->reason += ", and " + UndefinedByteReason(raw, mark, parser_.dialect_.encoding);
  }

  const RowParser& parser_;
  const RowChunk& chunk_;
  RowBlock& block_;
  RowMarks marks_;
  bool is_utf8_ = true;  // as it is seen here
  bool must_convert_ = false;
};

RowParser::RowParser(const TableHead& head, std::vector<std::size_t> wanted)
    : dialect_(head.dialect),
      header_(head.header),
      wanted_(std::move(wanted)),
      slot_of_column_(head.header.size(), -1) {
  for (std::size_t slot = 0; slot < wanted_.size(); ++slot) {
    int& known = slot_of_column_[wanted_[slot]];
    if (known < 0) {
      known = static_cast<int>(slot);
    } else {
      repeated_slots_.push_back(slot);
    }
  }
}

void RowParser::Parse(const RowChunk& chunk, RowBlock* block) const {
  Pass(*this, chunk, *block).Run();
}

}  // namespace tranche
