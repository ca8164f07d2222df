#ifndef TRANCHE_ENGINE_SOURCE_DIALECT_DETECTION_H_
#define TRANCHE_ENGINE_SOURCE_DIALECT_DETECTION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/source/sample_rows.h"
#include "engine/source/table_head.h"

namespace tranche {

/// What a person should read about content that is no text table: a packed workbook, a PDF. OK for
/// all else. `head` begins with the input's first byte.
absl::Status CheckIsNoDocument(std::string_view head);

/// The same about text with NUL bytes. `text` is decoded where its encoding asks for that.
absl::Status CheckIsText(std::string_view text);

/// Line ends outside quotes.
struct LineEnds {
  LineEnd usual = LineEnd::kLf;
  std::size_t lone_cr = 0;  ///< CRs without LF that are content, because LF ends the lines
};
LineEnds DetectLineEnd(std::string_view bytes, char quote);

/// Whether quotes inside cells are escaped by a backslash: rows are broken without that, and none
/// or fewer are with it. `dialect` without escape.
bool IsEscapedByBackslash(const TableSample& sample, const CsvDialect& dialect);

/// The delimiter and the row with the column names.
struct TablePlace {
  std::string delimiter;
  std::uint32_t header_row = 1;  ///< from 1
};

/// Finds what is not stated. The delimiter is the one of `,` `;` tab `|` `||` `;;` that gives the
/// header row and most rows behind it the same number of cells, more than one. The header is the
/// row `first_row`, unless that is a title above the table (it does not fit the rows below, or most
/// of its cells are empty) and a later one of the first 50 rows has names that fit.
/// InvalidArgument, without the file's name: none fits, or two fit equally well; with what was seen
/// and what to do.
absl::StatusOr<TablePlace> FindTable(const TableSample& sample, const CsvDialect& dialect,
                                     const std::optional<std::string>& delimiter,
                                     std::optional<std::uint32_t> header_row,
                                     std::uint32_t first_row);

/// `';'`, `tab`: a delimiter for a person's eyes.
std::string DelimiterName(std::string_view delimiter);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_DIALECT_DETECTION_H_
