#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_OUTCOME_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_OUTCOME_H_

#include <optional>
#include <string_view>

#include "engine/base/share.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"

namespace tranche {

/// An outcome: a bucket, `undecided`, `netted`, a split `{bucket: share, …, bucket: rest}`, or
/// `$option`; each may step by year: `{2025: excluded, 2027: {…}}`. The shares must make exactly
/// 100 % in every year, with the stated values of options and with each of their `try`. Buckets and
/// options must have been read. Nothing where it was reported.
std::optional<Outcome> LoadOutcome(const YamlNode& node, const BookDraft& draft,
                                   bool may_name_options = true);

/// A share of 0 % to 100 % that holds in every year. `what` is "`at_least`".
std::optional<Share> LoadShare(const YamlNode& node, std::string_view what,
                               Diagnostics* diagnostics);
/// The same, or steps by year: `{2025: 40 %, 2030: 30 %}`.
std::optional<ByYear<Share>> LoadShareByYear(const YamlNode& node, std::string_view what,
                                             Diagnostics* diagnostics);

/// A bucket of the book itself or, where `with_fixed`, also `undecided` and `netted`.
std::optional<BucketId> FindBucketByName(const SpannedText& name, bool with_fixed,
                                         const BookDraft& draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_OUTCOME_H_
