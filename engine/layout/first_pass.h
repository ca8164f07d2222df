#ifndef TRANCHE_ENGINE_LAYOUT_FIRST_PASS_H_
#define TRANCHE_ENGINE_LAYOUT_FIRST_PASS_H_

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/bound_layout.h"
#include "engine/source/input_file.h"

namespace tranche {

/// True where the layout asks for something that only the whole file can tell: which rows are
/// leaves, which version is the last, which row of a group is the first, or which years it has
/// where a lookup's name depends on the year of the row.
bool NeedsFirstPass(const FilePlan::Bound& bound);

/// Reads the file row by row, once, or twice where it has versions, and fills `bound->hierarchy`,
/// the versions and the repeats; loads the lookups of every year that it met. Rows that the tests
/// drop take no part; cells that cannot be read are passed over (the second pass rejects them).
/// Mistakes go to `diagnostics`: parents whose remainder the layout refuses, lookups that cannot be
/// read. OutOfRange where a sum leaves 128 bits.
absl::Status RunFirstPass(InputFile& input, FilePlan::Bound* bound, Diagnostics* diagnostics);

/// Loads the lookups for `year`, or those that are the same for every year where it is not given;
/// reports those that cannot be read.
void LoadLookups(std::optional<std::int16_t> year, FilePlan::Bound* bound,
                 Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_FIRST_PASS_H_
