#ifndef TRANCHE_ENGINE_RULEBOOK_CONDITION_LEAVES_H_
#define TRANCHE_ENGINE_RULEBOOK_CONDITION_LEAVES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/rulebook/book_draft.h"
#include "engine/rulebook/condition.h"

namespace tranche {

/// Each reads the value of one key of a condition and appends the conditions that it makes; several
/// schemes or fields are several conditions, joined by *and* like all keys. What is wrong is
/// reported and left out.
void ReadCodes(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out);
void ReadFields(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out);
void ReadMentions(const YamlNode& node, const TextScope& scope, BookDraft* draft,
                  std::vector<Condition>* out);
void ReadWords(const YamlNode& node, const TextScope& scope, BookDraft* draft,
               std::vector<Condition>* out);
void ReadNature(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out);
void ReadCountries(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out);
void ReadYears(const YamlNode& node, BookDraft* draft, std::vector<Condition>* out);

/// `in:`, `own`, `parents` or names of text fields.
TextScope ReadScope(const YamlNode& node, Diagnostics* diagnostics);

/// A country of the reference data or of ISO 3166; reports anything else with the nearest codes.
std::optional<CountryCode> ReadCountry(const YamlNode& node, const BookDraft& draft);
/// One of the fixed natures.
bool CheckNature(const SpannedText& nature, Diagnostics* diagnostics);
/// `cofog`, or a country and a name: `esp-programa`. Another name that could be a scheme is a
/// warning.
bool CheckScheme(const std::string& scheme, const SourceSpan& span, const BookDraft& draft);
/// `2025`, `2025..`, `..2024`, `2024..2026`; nothing for anything else.
std::optional<std::pair<std::int16_t, std::int16_t>> ParseYears(std::string_view text);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_CONDITION_LEAVES_H_
