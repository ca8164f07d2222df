#ifndef TRANCHE_ENGINE_SOURCE_TABLE_HEAD_H_
#define TRANCHE_ENGINE_SOURCE_TABLE_HEAD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/source/encoding.h"
#include "engine/source/input_file.h"

namespace tranche {

enum class LineEnd { kLf, kCrLf, kCr };

/// How the bytes of a table are cut into rows and cells.
struct CsvDialect {
  char delimiter = ',';
  std::string delimiter_rest;  ///< its other characters, where it has several
  char quote = '"';            ///< NUL: cells are never quoted
  char escape = '\0';          ///< before a quote that closes no cell; NUL: quotes are doubled only
  LineEnd line_end = LineEnd::kLf;  ///< kLf also takes CRLF: a CR before the LF is not content
  Encoding encoding;
  bool fills_short_rows = false;    ///< cells that a row lacks are empty ones
  bool cuts_empty_cells = false;    ///< empty cells behind the last column are none
  bool joins_wrapped_rows = false;  ///< a line end may lie inside an unquoted cell (quote_rule.h)
};

/// What a layout states; what it leaves out is detected.
struct DialectHints {
  std::optional<char> delimiter;
  std::string delimiter_rest;  ///< of `delimiter`, where it has several characters
  std::optional<char> quote;   ///< NUL: none
  std::optional<char> escape;
  std::optional<Encoding> encoding;
  std::optional<std::uint32_t> header_row;  ///< row that holds the column names, counted from 1
  std::uint32_t header_rows = 1;            ///< so many from there on hold them
  bool has_header = true;  ///< else columns are named by letters, and `header_row` is the first row
  bool fills_short_rows = false;
  bool cuts_empty_cells = false;
  bool joins_wrapped_rows = false;
  std::string sheet = {};  ///< of a workbook: its name, else its number from 1
};

/// The beginning of a table: its dialect, its column names, where its data begins.
struct TableHead {
  CsvDialect dialect;
  std::vector<std::string> header;  ///< UTF-8, trimmed of spaces around
  /// First byte behind the header row (and byte-order mark), in the decompressed, decoded input.
  std::uint64_t data_offset_bytes = 0;
  std::uint64_t rows_before_data = 0;    ///< rows up to and with the header
  std::vector<std::string> assumptions;  ///< "delimiter ';' (detected)", for the run record
};

/// Detection looks at the first MiB only.
inline constexpr std::size_t kDetectionBytes = std::size_t{1} << 20;

/// Detects what `hints` leave open and reads the header. Of a workbook it chooses the sheet; the
/// dialect is then known, and what `hints` say of it does not matter. Errors (InvalidArgument, with
/// the file's name): what Workbook::Choose fails with, binary content (a packed workbook, NUL
/// bytes), no header row within the first MiB, no delimiter that fits (with the candidates seen).
absl::StatusOr<TableHead> ReadTableHead(InputFile& input, const DialectHints& hints);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_TABLE_HEAD_H_
