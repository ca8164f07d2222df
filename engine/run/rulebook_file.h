#ifndef TRANCHE_ENGINE_RUN_RULEBOOK_FILE_H_
#define TRANCHE_ENGINE_RUN_RULEBOOK_FILE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// The rulebook that a user named. As LoadRulebook, and a file that is plainly something else (a
/// layout, a dossier, a budget) is refused with a sentence that says what it is.
absl::StatusOr<std::optional<Rulebook>> LoadRulebookFile(
    const std::string& path, const CountryTable& countries, Diagnostics* diagnostics,
    const std::vector<std::string>& settings = {});

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_RULEBOOK_FILE_H_
