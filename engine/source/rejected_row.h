#ifndef TRANCHE_ENGINE_SOURCE_REJECTED_ROW_H_
#define TRANCHE_ENGINE_SOURCE_REJECTED_ROW_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/source/quote_rule.h"
#include "engine/source/row_block.h"

namespace tranche {

/// Of a rejected row's text, this much is kept.
inline constexpr std::size_t kRejectedTextBytes = 1000;

/// Says why a malformed row is malformed, by its first physical line alone (without line end; of a
/// longer one the first kMaxRowBytes + 1 bytes), so that the words do not depend on chunks. Sets
/// `reason` and `column`.
void DescribeMalformedRow(std::string_view first_line, const RowMarks& marks,
                          const std::vector<std::string>& header, RejectedRow* row);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_REJECTED_ROW_H_
