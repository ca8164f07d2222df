#ifndef TRANCHE_ENGINE_RULEBOOK_REVIEW_DATE_H_
#define TRANCHE_ENGINE_RULEBOOK_REVIEW_DATE_H_

#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml_map.h"

namespace tranche {

/// A date that exists, written YYYY-MM-DD; such texts compare as dates do.
bool IsDate(std::string_view text);

/// `review_by:`, the day until which somebody stands by an outcome; empty where it is absent or was
/// reported.
std::string LoadReviewBy(YamlMap* map, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_REVIEW_DATE_H_
