#ifndef TRANCHE_ENGINE_SOURCE_ROW_SCAN_H_
#define TRANCHE_ENGINE_SOURCE_ROW_SCAN_H_

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/source/quote_rule.h"
#include "engine/source/row_chunk.h"

namespace tranche {

/// What begins at a row's first byte.
struct RowScan {
  enum class Kind { kRow, kMalformed, kNeedMore };
  Kind kind = Kind::kNeedMore;
  std::size_t cell_count = 0;
  std::size_t content_end = 0;  ///< behind the last byte that is no line end; kRow only
  std::size_t next_row = 0;     ///< kRow, kMalformed
};

/// Walks over one row by the rule of quote_rule.h. `Cells` is told of the cells as they come (also
/// of those of a row that turns out malformed) and has
///
///   std::size_t FindCellEnd(std::size_t begin, std::size_t limit): the next delimiter or line end,
///       `limit` where there is none before it;
///   bool SkipQuoted(std::size_t open, std::size_t close): whether a line end lies between;
///   void Add(std::size_t begin, std::size_t end, bool has_doubled): a cell, without its quotes.
///
/// A delimiter means a whole one, also where it has several characters.
/// With kIsPlain, `marks` must be plain.
template <typename Cells, bool kIsPlain = false>
class RowScanner {
 public:
  /// `header_cells` is the header's count of cells, 0 where it is not known yet. Without `at_end`,
  /// more bytes may follow, and kNeedMore is a possible answer.
  RowScanner(const RowMarks& marks, std::string_view bytes, std::size_t header_cells, bool at_end,
             Cells& cells)
      : marks_(marks), bytes_(bytes), header_cells_(header_cells), at_end_(at_end), cells_(cells) {}

  /// The row that begins at `begin`.
  RowScan Scan(std::size_t begin) {
    const char* const data = bytes_.data();
    limit_ = std::min(bytes_.size(), begin + kMaxRowBytes + 1);
    window_full_ = limit_ - begin > kMaxRowBytes;
    spans_lines_ = false;
    scan_ = RowScan();
    std::size_t at = begin;
    do {
      ++scan_.cell_count;
      at = at < limit_ && data[at] == marks_.quote ? QuotedCell(at) : PlainCell(at);
    } while (at != kNowhere);
    if (scan_.kind == RowScan::Kind::kMalformed) EndFirstLine(begin);
    return scan_;
  }

 private:
  // Both return the place of the next cell, or kNowhere where the row is done.
  std::size_t QuotedCell(std::size_t open) {
    const QuoteEnd end = FindQuoteEnd<kIsPlain>(marks_, bytes_.data(), open, limit_);
    spans_lines_ |= cells_.SkipQuoted(open, end.close);
    cells_.Add(open + 1, end.close, end.has_doubled);
    if (!kIsPlain) last_is_empty_ = end.close == open + 1;
    switch (end.kind) {
      case QuoteEnd::Kind::kDelimiter:
        // One cell too many already: stopping here keeps files full of stray quotes quick.
        if (spans_lines_ && header_cells_ != 0 &&
            scan_.cell_count >= header_cells_ + (!kIsPlain && marks_.cuts_empty_cells ? 1 : 0)) {
          scan_.kind = RowScan::Kind::kMalformed;
          return kNowhere;
        }
        return end.next;
      case QuoteEnd::Kind::kLineEnd:
        Finish(end.behind, end.next);
        break;
      case QuoteEnd::Kind::kAtLimit:
        FinishAtLimit(end.behind);
        if (!kIsPlain && end.cuts_delimiter && at_end_) scan_.kind = RowScan::Kind::kMalformed;
        break;
      case QuoteEnd::Kind::kStray:
        scan_.kind = RowScan::Kind::kMalformed;
        break;
      case QuoteEnd::Kind::kOpen:
        scan_.kind = window_full_ || at_end_ ? RowScan::Kind::kMalformed : RowScan::Kind::kNeedMore;
        break;
    }
    return kNowhere;
  }

  std::size_t PlainCell(std::size_t begin) {
    std::size_t end = cells_.FindCellEnd(begin, limit_);
    if (!kIsPlain && marks_.joins_wrapped_rows) end = JoinLines(end);
    if (end < limit_ && bytes_[end] == marks_.delimiter) {
      cells_.Add(begin, end, false);
      return end + (kIsPlain ? 1 : marks_.delimiter_size);
    }
    const std::size_t content_end =
        begin + WithoutLineEnd(bytes_.substr(begin, end - begin), marks_).size();
    cells_.Add(begin, content_end, false);
    if (!kIsPlain) last_is_empty_ = content_end == begin;
    if (end < limit_) {
      Finish(content_end, end + 1);
    } else {
      FinishAtLimit(content_end);
    }
    return kNowhere;
  }

  // Where the cell of a wrapped row ends that was seen to end at `end`.
  std::size_t JoinLines(std::size_t end) {
    while (end < limit_ && bytes_[end] == marks_.line_end && scan_.cell_count > 1 &&
           scan_.cell_count < header_cells_) {
      spans_lines_ = true;
      end = cells_.FindCellEnd(end + 1, limit_);
    }
    return end;
  }

  bool FitsHeader() const {
    return scan_.cell_count == header_cells_ ||
           (!kIsPlain && marks_.cuts_empty_cells && last_is_empty_ &&
            scan_.cell_count == header_cells_ + 1);
  }

  void Finish(std::size_t content_end, std::size_t next_row) {
    const bool is_torn = spans_lines_ && header_cells_ != 0 && !FitsHeader();
    scan_.kind = is_torn ? RowScan::Kind::kMalformed : RowScan::Kind::kRow;
    scan_.content_end = content_end;
    scan_.next_row = next_row;
  }

  // The bytes are at their end, and the row with them if nothing follows.
  void FinishAtLimit(std::size_t content_end) {
    if (window_full_) {
      scan_.kind = RowScan::Kind::kMalformed;
    } else if (at_end_) {
      Finish(content_end, limit_);
    }
  }

  void EndFirstLine(std::size_t begin) {
    const std::size_t line_end = FindByte(bytes_.data(), marks_.line_end, begin, bytes_.size());
    scan_.next_row = line_end == kNowhere ? bytes_.size() : line_end + 1;
    if (line_end == kNowhere && !at_end_) scan_.kind = RowScan::Kind::kNeedMore;
  }

  const RowMarks& marks_;
  std::string_view bytes_;
  std::size_t header_cells_;
  bool at_end_;
  Cells& cells_;
  std::size_t limit_ = 0;
  bool window_full_ = false;  // all bytes that the rule looks at are here
  bool spans_lines_ = false;
  bool last_is_empty_ = false;
  RowScan scan_;
};

/// A `Cells` that looks at byte after byte and keeps nothing.
class PassedCells {
 public:
  PassedCells(const RowMarks& marks, std::string_view bytes) : marks_(marks), bytes_(bytes) {}
  std::size_t FindCellEnd(std::size_t begin, std::size_t limit) const {
    std::size_t at = begin;
    const char* const data = bytes_.data();
    while (at < limit && !marks_.IsDelimiter(data, at, limit) && data[at] != marks_.line_end) ++at;
    return at;
  }
  bool SkipQuoted(std::size_t open, std::size_t close) const {
    return FindByte(bytes_.data(), marks_.line_end, open, close) != kNowhere;
  }
  void Add(std::size_t, std::size_t, bool) {}

 private:
  const RowMarks& marks_;
  std::string_view bytes_;
};

/// A `Cells` that remembers where each cell lies.
class CollectedCells : public PassedCells {
 public:
  struct Cell {
    std::size_t begin;
    std::size_t end;
    bool has_doubled;
  };
  using PassedCells::PassedCells;
  void Add(std::size_t begin, std::size_t end, bool has_doubled) {
    cells_.push_back({begin, end, has_doubled});
  }
  const std::vector<Cell>& cells() const { return cells_; }

 private:
  std::vector<Cell> cells_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ROW_SCAN_H_
