#ifndef TRANCHE_ENGINE_RULEBOOK_SPLIT_CHECK_H_
#define TRANCHE_ENGINE_RULEBOOK_SPLIT_CHECK_H_

#include <vector>

#include "engine/base/yaml.h"
#include "engine/rulebook/book_draft.h"
#include "engine/rulebook/outcome.h"

namespace tranche {

/// Checks that the parts of the split at `node` make exactly 100 % in every year, with the stated
/// values of the options and with each of their `try`. `rest` is where `rest` stands, or null.
/// False where something was reported.
bool CheckSplit(const YamlNode& node, const std::vector<Outcome::Part>& parts, const YamlNode* rest,
                const BookDraft& draft);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_SPLIT_CHECK_H_
