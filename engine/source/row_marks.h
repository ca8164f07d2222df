#ifndef TRANCHE_ENGINE_SOURCE_ROW_MARKS_H_
#define TRANCHE_ENGINE_SOURCE_ROW_MARKS_H_

#include <cstddef>
#include <string_view>

#include "engine/source/table_head.h"

namespace tranche {

/// The characters that structure a table.
struct RowMarks {
  /// `dialect` must outlive it.
  explicit RowMarks(const CsvDialect& dialect)
      : delimiter(dialect.delimiter),
        quote(dialect.quote),
        line_end(dialect.line_end == LineEnd::kCr ? '\r' : '\n'),
        escape(dialect.escape),
        joins_wrapped_rows(dialect.joins_wrapped_rows),
        cuts_empty_cells(dialect.cuts_empty_cells),
        delimiter_rest(dialect.delimiter_rest),
        delimiter_size(1 + dialect.delimiter_rest.size()) {}

  /// Nothing but what nearly all tables have: a delimiter of one character, quotes doubled, rows
  /// that end with their line. Reading such has code of its own (kIsPlain) with fewer questions.
  bool IsPlain() const {
    return delimiter_size == 1 && escape == '\0' && !joins_wrapped_rows && !cuts_empty_cells;
  }

  /// Whether a whole delimiter lies at `at`, before `limit`.
  bool IsDelimiter(const char* data, std::size_t at, std::size_t limit) const {
    if (at >= limit || data[at] != delimiter) return false;
    return delimiter_rest.empty() ||
           (limit - at >= delimiter_size &&
            std::string_view(data + at + 1, delimiter_size - 1) == delimiter_rest);
  }
  /// Whether the bytes before `limit` end in the middle of a delimiter that began at `at`.
  bool IsCutDelimiter(const char* data, std::size_t at, std::size_t limit) const {
    return !delimiter_rest.empty() && at < limit && limit - at < delimiter_size &&
           data[at] == delimiter &&
           delimiter_rest.substr(0, limit - at - 1) ==
               std::string_view(data + at + 1, limit - at - 1);
  }

  char delimiter;  ///< its first character
  char quote;      ///< NUL: cells are never quoted
  char line_end;   ///< last byte of a line end
  char escape;     ///< NUL: quotes are doubled only
  bool joins_wrapped_rows;
  bool cuts_empty_cells;
  std::string_view delimiter_rest;
  std::size_t delimiter_size;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ROW_MARKS_H_
