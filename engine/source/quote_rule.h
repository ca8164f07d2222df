#ifndef TRANCHE_ENGINE_SOURCE_QUOTE_RULE_H_
#define TRANCHE_ENGINE_SOURCE_QUOTE_RULE_H_

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "engine/source/row_chunk.h"
#include "engine/source/row_marks.h"

namespace tranche {

// The one definition of where a row ends, with row_scan.h, which applies it to a whole row. Whoever
// cuts bytes into rows (RowChunkReader, RowParser, detection) asks here, so that all of them agree
// whatever bytes they happen to hold.
//
// A row ends at a line end outside quotes. A line end is CR alone for LineEnd::kCr, otherwise LF
// with all CRs before it (some exports write CR CR LF). A quote opens a quoted cell only as the
// first byte of a cell; elsewhere it is content. Inside, two quotes are one; a quote closes the
// cell where a delimiter, a line end or the end of the input follows, or spaces and then one of
// these (some exports pad quoted cells); such spaces are no content. Where the dialect has an
// escape, a quote behind an odd number of them closes nothing.
//
// Where the dialect joins wrapped rows, a line end in an unquoted cell is content as long as the
// row has two or more cells and fewer than the header. (A line of one cell is rather a note than
// the beginning of a row, and all but such rows end with their line, so none takes in a whole one.)
//
// A row is malformed where
//  - anything else follows a closing quote, or
//  - a quote is not closed, or
//  - it goes on for more than kMaxRowBytes, or
//  - it spans several physical lines and has another number of cells than the header (one empty
//    cell more is none where the dialect cuts such off): then its quote is taken for a stray one
//    that met another by chance.
// Of a malformed row only the FIRST PHYSICAL LINE is a (rejected) row, the next one begins behind.
//
// Whether a row is malformed depends on its first kMaxRowBytes + 1 bytes only, and a chunk that
// ends at any row boundary gives the same answers as the whole input: its end can lie inside a
// malformed row, behind the first physical line, where an open quote stays open.

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Place of `wanted` in [begin, end), or kNowhere.
inline std::size_t FindByte(const char* data, char wanted, std::size_t begin, std::size_t end) {
  if (begin >= end) return kNowhere;
  const void* found = std::memchr(data + begin, wanted, end - begin);
  return found == nullptr ? kNowhere
                          : static_cast<std::size_t>(static_cast<const char*>(found) - data);
}

/// Content of a line without the CRs that belong to its line end.
inline std::string_view WithoutLineEnd(std::string_view line, const RowMarks& marks) {
  if (marks.line_end == '\r') return line;
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// The same for quotes that may be escaped.
inline void AppendUnescaped(std::string_view cell, const RowMarks& marks, std::string* out) {
  for (std::size_t at = 0; at < cell.size(); ++at) {
    const char next = at + 1 < cell.size() ? cell[at + 1] : '\0';
    const bool is_escape =
        cell[at] == marks.escape && (next == marks.quote || next == marks.escape);
    const bool is_doubled = cell[at] == marks.quote && next == marks.quote;
    if ((is_escape || is_doubled) && at + 1 < cell.size()) ++at;
    *out += cell[at];
  }
}

/// Appends the content of a quoted cell, halving its doubled quotes.
inline void AppendUnquoted(std::string_view cell, const RowMarks& marks, std::string* out) {
  if (marks.escape != '\0') {
    AppendUnescaped(cell, marks, out);
    return;
  }
  for (;;) {
    const std::size_t found = cell.find(marks.quote);
    if (found == std::string_view::npos) break;
    out->append(cell.substr(0, found + 1));
    cell.remove_prefix(found + 1);
    if (!cell.empty() && cell.front() == marks.quote) cell.remove_prefix(1);
  }
  out->append(cell);
}

/// How a quoted cell ends.
struct QuoteEnd {
  enum class Kind {
    kDelimiter,  ///< `next` is the first byte of the next cell
    kLineEnd,    ///< `next` is the first byte of the next line
    kAtLimit,    ///< a closing quote, but what follows it (spaces, CRs apart) lies behind the limit
    kStray,      ///< something else follows
    kOpen        ///< no closing quote before the limit
  };
  Kind kind = Kind::kOpen;
  bool has_doubled = false;     ///< two quotes stand for one inside, or one is escaped
  bool cuts_delimiter = false;  ///< kAtLimit: behind the quote, a delimiter begins
  std::size_t close = 0;        ///< place of the closing quote, the limit for kOpen
  std::size_t behind = 0;       ///< behind the closing quote and the spaces that follow it
  std::size_t next = 0;
};

/// Whether the quote at `quote` has an odd number of escapes before it, back to `begin`.
inline bool IsEscaped(const RowMarks& marks, const char* data, std::size_t begin,
                      std::size_t quote) {
  std::size_t at = quote;
  while (at > begin && data[at - 1] == marks.escape) --at;
  return (quote - at) % 2 != 0;
}

/// For the quoted cell whose opening quote is data[open]; looks at no byte from `limit` on.
template <bool kIsPlain = false>
inline QuoteEnd FindQuoteEnd(const RowMarks& marks, const char* data, std::size_t open,
                             std::size_t limit) {
  QuoteEnd end;
  std::size_t from = open + 1;
  for (;;) {
    end.close = FindByte(data, marks.quote, from, limit);
    if (end.close == kNowhere) {
      end.close = limit;
      return end;
    }
    if (!kIsPlain && marks.escape != '\0' && IsEscaped(marks, data, open + 1, end.close)) {
      from = end.close + 1;
      continue;
    }
    from = end.close + 2;
    if (end.close + 1 >= limit || data[end.close + 1] != marks.quote) break;
    end.has_doubled = true;
  }
  if (!kIsPlain && marks.escape != '\0') {
    end.has_doubled |= FindByte(data, marks.escape, open + 1, end.close) != kNowhere;
  }
  std::size_t at = end.close + 1;
  const auto is_delimiter = [&] {
    return kIsPlain ? at < limit && data[at] == marks.delimiter
                    : marks.IsDelimiter(data, at, limit);
  };
  while (at < limit && data[at] == ' ' && !is_delimiter()) ++at;
  end.behind = at;
  if (is_delimiter()) {
    end.kind = QuoteEnd::Kind::kDelimiter;
    end.next = at + (kIsPlain ? 1 : marks.delimiter_size);
    return end;
  }
  if (!kIsPlain && marks.IsCutDelimiter(data, at, limit)) {
    end.kind = QuoteEnd::Kind::kAtLimit;
    end.cuts_delimiter = true;
    return end;
  }
  if (marks.line_end == '\n') {
    while (at < limit && data[at] == '\r') ++at;
  }
  end.next = at + 1;
  if (at >= limit) {
    end.kind = QuoteEnd::Kind::kAtLimit;
  } else {
    end.kind = data[at] == marks.line_end ? QuoteEnd::Kind::kLineEnd : QuoteEnd::Kind::kStray;
  }
  return end;
}

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_QUOTE_RULE_H_
