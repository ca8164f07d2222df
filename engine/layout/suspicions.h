#ifndef TRANCHE_ENGINE_LAYOUT_SUSPICIONS_H_
#define TRANCHE_ENGINE_LAYOUT_SUSPICIONS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/amount.h"
#include "engine/layout/file_account.h"
#include "engine/layout/file_plan.h"
#include "engine/source/input_file.h"

namespace tranche {

/// What a person should look at before trusting a file: sentences with count, first place and what
/// to do. None of them changes a number. From what was seen when `plan` was bound and what
/// `account` noticed; where something was noticed, `input` is read once more as far as its row, to
/// say its number. The status is for a file that can no longer be read.
absl::StatusOr<std::vector<std::string>> SuspicionsOf(const FilePlan& plan, InputFile& input,
                                                      const FileAccount& account);

/// ", which is 2 times 4,294,967,296, as where …" for a difference of sums that a program leaves
/// behind which counts in 32 bits; otherwise empty.
std::string WrapHint(Amount difference);

/// "'text'", cut where it is long.
std::string QuotedCell(std::string_view cell);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_SUSPICIONS_H_
