#include "engine/source/row_chunk.h"

#include <algorithm>
#include <utility>

#include "engine/source/row_scan.h"
#include "engine/source/text_decoder.h"

namespace tranche {
namespace {

// Parsers index a chunk with 32 bits.
constexpr std::size_t kMaxTargetBytes = std::size_t{1} << 30;
constexpr std::size_t kPieceBytes = std::size_t{1} << 16;

// Place behind the last line end in [begin, end), or `begin`.
std::size_t BehindLastLineEnd(std::string_view bytes, char line_end, std::size_t begin,
                              std::size_t end) {
  const std::size_t found = bytes.substr(begin, end - begin).rfind(line_end);
  return found == std::string_view::npos ? begin : begin + found + 1;
}

// Finds the last certain row boundary by jumping from quote to quote. Plain text is passed over
// with memchr; only a row with a quoted cell of several lines needs a look at its cells.
class RowBoundary {
 public:
  RowBoundary(const RowMarks& marks, std::string_view bytes, std::size_t header_cells)
      : marks_(marks), bytes_(bytes), header_cells_(header_cells) {}

  // 0 where no row is certain to end in the bytes (more may follow).
  std::size_t Last() {
    // What these ask for cannot be told from the bytes beside a quote or a line end.
    if (marks_.joins_wrapped_rows || marks_.delimiter_size > 1) return LastByRows();
    std::size_t at = 0;
    for (;;) {
      const std::size_t open = FindByte(bytes_.data(), marks_.quote, at, bytes_.size());
      if (open == kNowhere) {
        return BehindLastLineEnd(bytes_, marks_.line_end, row_floor_, bytes_.size());
      }
      at = OpensCell(open) ? BehindQuotedCell(open) : open + 1;
      if (at == kNowhere) return row_floor_;
    }
  }

 private:
  std::size_t LastByRows() {
    PassedCells cells(marks_, bytes_);
    RowScanner<PassedCells> scanner(marks_, bytes_, header_cells_, false, cells);
    while (row_floor_ < bytes_.size()) {
      const RowScan scan = scanner.Scan(row_floor_);
      if (scan.kind == RowScan::Kind::kNeedMore) break;
      row_floor_ = scan.next_row;
    }
    return row_floor_;
  }

  bool OpensCell(std::size_t open) const {
    return open == row_floor_ || bytes_[open - 1] == marks_.delimiter ||
           bytes_[open - 1] == marks_.line_end;
  }

  // Called with rising places: remembers the next line end, so that a row is searched once.
  bool HasLineEnd(std::size_t begin, std::size_t end) {
    if (next_line_end_ < begin) {
      next_line_end_ =
          std::min(FindByte(bytes_.data(), marks_.line_end, begin, bytes_.size()), bytes_.size());
    }
    return next_line_end_ < end;
  }

  // Where to go on, or kNowhere where more bytes must come first; then row_floor_ is the answer.
  std::size_t BehindQuotedCell(std::size_t open) {
    const QuoteEnd end = FindQuoteEnd(marks_, bytes_.data(), open, bytes_.size());
    if (HasLineEnd(open, end.close)) return BehindRow(open);
    switch (end.kind) {
      case QuoteEnd::Kind::kDelimiter:
      case QuoteEnd::Kind::kLineEnd:
        return end.next;
      case QuoteEnd::Kind::kStray: {
        // The row began on this line and ends with it.
        const std::size_t line_end =
            FindByte(bytes_.data(), marks_.line_end, end.close, bytes_.size());
        if (line_end != kNowhere) return line_end + 1;
        break;
      }
      case QuoteEnd::Kind::kAtLimit:
      case QuoteEnd::Kind::kOpen:
        break;
    }
    row_floor_ = BehindLastLineEnd(bytes_, marks_.line_end, row_floor_, open);
    return kNowhere;
  }

  std::size_t BehindRow(std::size_t open) {
    row_floor_ = BehindLastLineEnd(bytes_, marks_.line_end, row_floor_, open);
    PassedCells cells(marks_, bytes_);
    const RowScan scan =
        RowScanner<PassedCells>(marks_, bytes_, header_cells_, false, cells).Scan(row_floor_);
    if (scan.kind == RowScan::Kind::kNeedMore) return kNowhere;
    row_floor_ = scan.next_row;
    return row_floor_;
  }

  const RowMarks& marks_;
  std::string_view bytes_;
  std::size_t header_cells_;
  std::size_t next_line_end_ = 0;
  std::size_t row_floor_ = 0;  // a row boundary; all line ends from here to `at` are row ends too
};

}  // namespace

RowChunkReader::RowChunkReader(std::unique_ptr<ByteStream> stream, const TableHead& head,
                               std::size_t target_size_bytes)
    : stream_(DecodedStream(std::move(stream), head.dialect.encoding)),
      dialect_(head.dialect),
      header_cells_(head.header.size()),
      target_size_bytes_(std::clamp<std::size_t>(target_size_bytes, 1, kMaxTargetBytes)),
      skip_bytes_(head.data_offset_bytes) {}

absl::StatusOr<bool> RowChunkReader::Next(RowChunk* chunk) {
  if (absl::Status status = SkipHead(); !status.ok()) return status;
  std::string& bytes = chunk->bytes;
  bytes.assign(carry_);
  carry_.clear();
  chunk->offset_bytes = carry_offset_bytes_;
  chunk->index = next_index_;

  const RowMarks marks(dialect_);
  std::size_t size_bytes = bytes.size() + target_size_bytes_;
  for (;;) {
    if (absl::Status status = Fill(size_bytes, &bytes); !status.ok()) return status;
    if (at_end_ && bytes.empty()) return false;
    const std::size_t cut =
        at_end_ ? bytes.size() : RowBoundary(marks, bytes, header_cells_).Last();
    if (cut > 0) {
      carry_.assign(bytes, cut);
      bytes.resize(cut);
      carry_offset_bytes_ += cut;
      break;
    }
    if (bytes.size() > kMaxRowBytes) {
      if (absl::Status status = PassLongLine(&bytes); !status.ok()) return status;
      break;
    }
    // Doubling, so that a long row is not looked at once for each of its bytes.
    size_bytes = std::min(2 * bytes.size(), kMaxRowBytes + 2);
  }
  ++next_index_;
  return true;
}

absl::Status RowChunkReader::SkipHead() {
  while (skip_bytes_ > 0 && !at_end_) {
    carry_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(skip_bytes_, kPieceBytes)));
    absl::StatusOr<std::size_t> got = stream_->Read(carry_.data(), carry_.size());
    if (!got.ok()) return got.status();
    at_end_ = *got == 0;
    skip_bytes_ -= *got;
    carry_offset_bytes_ += *got;
    carry_.clear();
  }
  return absl::OkStatus();
}

absl::Status RowChunkReader::Fill(std::size_t size_bytes, std::string* bytes) {
  std::size_t filled = bytes->size();
  bytes->resize(std::max(size_bytes, filled));
  while (filled < size_bytes && !at_end_) {
    absl::StatusOr<std::size_t> got = stream_->Read(bytes->data() + filled, size_bytes - filled);
    if (!got.ok()) return got.status();
    at_end_ = *got == 0;
    filled += *got;
  }
  bytes->resize(filled);
  return absl::OkStatus();
}

// A line of any length: its beginning is all that a rejected row needs, and the rule looks no
// further than kMaxRowBytes + 1. The chunk ends here, because places behind the gap would be wrong.
absl::Status RowChunkReader::PassLongLine(std::string* bytes) {
  const char line_end = RowMarks(dialect_).line_end;
  carry_offset_bytes_ += bytes->size();
  bytes->resize(kMaxRowBytes + 1);
  while (!at_end_) {
    carry_.resize(kPieceBytes);
    absl::StatusOr<std::size_t> got = stream_->Read(carry_.data(), carry_.size());
    if (!got.ok()) return got.status();
    at_end_ = *got == 0;
    carry_.resize(*got);
    const std::size_t found = carry_.find(line_end);
    if (found != std::string::npos) {
      bytes->push_back(line_end);
      carry_.erase(0, found + 1);
      carry_offset_bytes_ += found + 1;
      return absl::OkStatus();
    }
    carry_offset_bytes_ += carry_.size();
  }
  carry_.clear();
  return absl::OkStatus();
}

}  // namespace tranche
