#ifndef TRANCHE_ENGINE_RULEBOOK_WRITTEN_LIST_H_
#define TRANCHE_ENGINE_RULEBOOK_WRITTEN_LIST_H_

#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/word_pattern.h"

namespace tranche {

/// One text or a list of them; an empty list and empty texts are reported. `what` is "`mentions`".
std::vector<SpannedText> WrittenTexts(const YamlNode& node, std::string_view what,
                                      Diagnostics* diagnostics);
/// The same, where what other programs take for a number or a truth value must stand in quotes.
std::vector<SpannedText> WrittenCodes(const YamlNode& node, std::string_view what,
                                      Diagnostics* diagnostics);
/// The same as word patterns. Reports patterns that are none; warns of one that repeats another.
std::vector<WordPattern> WrittenWords(const YamlNode& node, std::string_view what,
                                      bool with_digraphs, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_WRITTEN_LIST_H_
