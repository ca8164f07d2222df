#ifndef TRANCHE_ENGINE_LAYOUT_ROW_NUMBERS_H_
#define TRANCHE_ENGINE_LAYOUT_ROW_NUMBERS_H_

#include <cstdint>
#include <map>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/source/input_file.h"
#include "engine/source/table_head.h"

namespace tranche {

/// The numbers of rows, as a spreadsheet counts, by the byte at which they begin. Reads `input`
/// once more, as far as the last of them; not at all where there are none.
absl::StatusOr<std::map<std::uint64_t, std::uint64_t>> RowNumbersOf(
    std::vector<std::uint64_t> offsets_bytes, const TableHead& head, InputFile& input);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_ROW_NUMBERS_H_
