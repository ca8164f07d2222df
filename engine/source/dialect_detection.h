#ifndef TRANCHE_ENGINE_SOURCE_DIALECT_DETECTION_H_
#define TRANCHE_ENGINE_SOURCE_DIALECT_DETECTION_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/source/table_head.h"

namespace tranche {

/// The first bytes of a table, from the first row on (no byte-order mark).
struct TableSample {
  std::string_view bytes;
  bool is_whole = false;  ///< the table ends with these bytes
};

/// What a person should read about content that is no text table: a packed workbook, a PDF. OK for
/// all else. `head` begins with the input's first byte.
absl::Status CheckIsNoDocument(std::string_view head);

/// The same about text with NUL bytes. `text` is decoded where its encoding asks for that.
absl::Status CheckIsText(std::string_view text);

/// By the line ends outside quotes.
LineEnd DetectLineEnd(std::string_view bytes);

/// The one of `,` `;` tab `|` that gives the header row and most rows behind it the same number of
/// cells, more than one. `header_row` counts from 1. InvalidArgument, without the file's name: none
/// fits, or two fit equally well; with what was seen and what to do.
absl::StatusOr<char> DetectDelimiter(const TableSample& sample, CsvDialect dialect,
                                     std::uint32_t header_row);

/// `';'`, `tab`: a delimiter for a person's eyes.
std::string DelimiterName(char delimiter);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_DIALECT_DETECTION_H_
