#ifndef TRANCHE_ENGINE_RUN_CHECK_TARGET_H_
#define TRANCHE_ENGINE_RUN_CHECK_TARGET_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace tranche {

/// What can be given to a check.
enum class CheckTarget : std::uint8_t {
  kRulebook,    ///< a YAML file with `rulebook:`
  kLayout,      ///< with `layout:`
  kVocabulary,  ///< with `language:` or `concepts:`, or a folder of such files
  kBookPart,    ///< with `rules:` or `items:` alone: a part that a rulebook includes
  kDossier,     ///< with `dossier:`
  kOtherYaml,   ///< a YAML file with none of these
  kBudget,      ///< anything else; `-` is standard input
};

/// Finds out by content, of a file without YAML's name, too; also where the YAML is broken. A
/// status for what cannot be read and for a folder without vocabulary.
absl::StatusOr<CheckTarget> CheckTargetOf(const std::string& path);

/// InvalidArgument, with what it is, for a file that is something else than a rulebook and would be
/// read as one that has everything wrong. What cannot be told here, the loader says.
absl::Status CheckIsRulebook(const std::string& path);

/// InvalidArgument, with what it is, for a file that was given as a budget and is of another kind.
absl::Status CheckIsBudget(const std::string& path, CheckTarget target);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_CHECK_TARGET_H_
