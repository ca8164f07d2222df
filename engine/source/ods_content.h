#ifndef TRANCHE_ENGINE_SOURCE_ODS_CONTENT_H_
#define TRANCHE_ENGINE_SOURCE_ODS_CONTENT_H_

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "engine/source/input_file.h"
#include "engine/source/sheet_table.h"

namespace tranche {

/// The rows of one sheet (from 0) of an OpenDocument content.xml, in one pass; the other sheets are
/// passed over. `where` begins messages.
absl::Status ReadOdsSheet(ByteStream& content, const std::string& where, std::size_t sheet,
                          SheetTable* table);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ODS_CONTENT_H_
