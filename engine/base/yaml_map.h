#ifndef TRANCHE_ENGINE_BASE_YAML_MAP_H_
#define TRANCHE_ENGINE_BASE_YAML_MAP_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_form.h"

namespace tranche {

/// A text of a file with its place.
struct SpannedText {
  std::string text;
  SourceSpan span;
};

/// Reads one YAML map key by key and reports what is wrong with it: not a map, a value of another
/// kind, a key that is missing, keys that the form does not have (with "did you mean"). Rulebook,
/// vocabulary, layout and dossier loaders all read through it, so that the same mistake gives the
/// same sentence everywhere. Use on the stack; call Finish() when all keys were read.
///
/// The form is the table that JSON Schemas are made of, too. Asking for a key that it does not
/// have, or for an optional one as required, is a mistake in this program: it is reported like the
/// user's, so that no test with such a map passes.
///
///     YamlMap map(node, form::kRule, &diagnostics);
///     auto id = map.RequiredText("id");
///     const YamlNode* when = map.Optional("when");
///     map.Finish();
class YamlMap {
 public:
  /// `what` names the map in messages where the form's own words are too vague: "item 'roads'".
  /// Reports at once where `node` is no map.
  YamlMap(const YamlNode& node, const Form& form, std::string what, Diagnostics* diagnostics);
  YamlMap(const YamlNode& node, const Form& form, Diagnostics* diagnostics)
      : YamlMap(node, form, std::string(form.what), diagnostics) {}

  bool IsMap() const { return node_.IsMap(); }
  const YamlNode& node() const { return node_; }

  /// The value, or null where the key is absent.
  const YamlNode* Optional(std::string_view key);
  /// Reports where it is absent.
  const YamlNode* Required(std::string_view key);

  /// A scalar's text; reports another kind. Null and "" where absent.
  std::optional<SpannedText> OptionalText(std::string_view key);
  std::optional<SpannedText> RequiredText(std::string_view key);
  /// One text or a list of texts; a list of other things is reported.
  std::vector<SpannedText> TextList(std::string_view key);
  std::optional<std::int64_t> OptionalInteger(std::string_view key);
  std::optional<bool> OptionalBool(std::string_view key);  ///< `true` or `false` only

  /// Passes over a key that the form does not have, since the caller has a better message for it.
  void Allow(std::string_view key) { allowed_.emplace_back(key); }
  /// Reports every key that the form does not have, unless the author may name keys.
  void Finish();

 private:
  const YamlNode* Find(std::string_view key, FormNeed need);

  const YamlNode& node_;
  const Form& form_;
  std::string what_;
  Diagnostics* diagnostics_;
  std::vector<std::string> allowed_;
};

/// The scalar's text, or nothing with a report "… must be text, not a list".
std::optional<SpannedText> ScalarText(const YamlNode& node, std::string_view what,
                                      Diagnostics* diagnostics);
/// One text or a list of texts.
std::vector<SpannedText> TextsOf(const YamlNode& node, std::string_view what,
                                 Diagnostics* diagnostics);
/// A whole number with an optional sign, within `from` and `to`; reports anything else.
std::optional<std::int64_t> IntegerOf(const YamlNode& node, std::string_view what,
                                      Diagnostics* diagnostics, std::int64_t from = INT64_MIN,
                                      std::int64_t to = INT64_MAX);
/// Like ScalarText, for codes and countries: an unquoted text that other YAML readers take for a
/// number or a truth value (`020`, `NO`) is reported with the advice to quote it.
std::optional<SpannedText> CodeText(const YamlNode& node, std::string_view what,
                                    Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_YAML_MAP_H_
