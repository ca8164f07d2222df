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
  char quote = '"';
  LineEnd line_end = LineEnd::kLf;  ///< kLf also takes CRLF: a CR before the LF is not content
  Encoding encoding;
};

/// What a layout states; what it leaves out is detected.
struct DialectHints {
  std::optional<char> delimiter;
  std::optional<Encoding> encoding;
  std::uint32_t header_row = 1;  ///< row that holds the column names, counted from 1
  std::string sheet = {};        ///< of a workbook: its name, else its number from 1
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
