#ifndef TRANCHE_ENGINE_BASE_YAML_FORM_H_
#define TRANCHE_ENGINE_BASE_YAML_FORM_H_

#include <cstdint>
#include <span>
#include <string_view>

/// What YAML files look like, as tables of plain data: which keys a map may have, which it must
/// have, and what may stand behind each. Loaders read through these tables (YamlMap takes a Form),
/// and the JSON Schemas for editors are made of them, so that the two cannot drift apart.
///
/// All of it is constant and lives as long as the program; any thread may read it. Forms refer to
/// each other by address, in circles too: a condition holds conditions.
namespace tranche {

struct Form;

/// What may stand at one place of a file.
struct FormValue {
  enum class Kind : std::uint8_t {
    kText,       ///< any text in which `pattern` is found; unquoted numbers count, as in `title: 7`
    kPureText,   ///< the same where an unquoted number or truth word can never be right
    kWord,       ///< one of `words`
    kInteger,    ///< a whole number from `from` to `to`
    kTrueFalse,  ///< `true` or `false`
    kNothing,    ///< the key alone
    kMap,        ///< a map of the form `form`
    kChanges,    ///< what changes such a map: any of its keys; nothing behind one takes it away
    kList,       ///< a list of `of`; not empty unless `may_be_empty`
    kOneOf,      ///< any of `choices`
  };

  Kind kind = Kind::kText;
  /// Names the value in schemas where it stands at many places ("outcome"); else empty.
  std::string_view id = {};
  /// A regular expression to be found in the text, in the syntax that RE2 and ECMAScript share.
  std::string_view pattern = {};
  std::span<const std::string_view> words = {};
  std::int64_t from = INT64_MIN;
  std::int64_t to = INT64_MAX;
  const Form* form = nullptr;
  const FormValue* of = nullptr;
  bool may_be_empty = false;
  std::span<const FormValue* const> choices = {};
  /// Of two choices the second is meant where the map has this key, else the first; may be empty.
  std::string_view deciding_key = {};
};

enum class FormNeed : std::uint8_t { kOptional, kRequired };

/// A key of a map.
struct FormKey {
  std::string_view name;
  FormNeed need = FormNeed::kOptional;
  const FormValue* value = nullptr;
  std::string_view about;  ///< a sentence for the author, shown by editors
};

/// Keys of which a map must have one.
struct FormChoice {
  std::span<const std::string_view> keys;
  bool only_one = true;  ///< else several may stand together
};

/// A kind of map.
struct Form {
  std::string_view id;     ///< in schemas: "rule"; unique
  std::string_view what;   ///< in messages: "a rule"
  std::string_view about;  ///< a sentence for the author, shown by editors
  /// In the order in which messages and editors list them.
  std::span<const FormKey> keys = {};
  std::span<const FormChoice> choices = {};
  bool is_filled = false;  ///< an empty map is refused
  /// Where the map has keys that its author names (`roads:` under `items:`): what stands behind
  /// each, and a regular expression to be found in the name (empty: any).
  const FormValue* named = nullptr;
  std::string_view name_pattern = {};

  /// Null where it has no such key.
  const FormKey* Find(std::string_view key) const;
};

// Values that many forms share.

extern const FormValue kAnyText;
extern const FormValue kFilledText;   ///< not empty
extern const FormValue kFilledTexts;  ///< a list of such
extern const FormValue kTextOrTexts;  ///< one or a list
extern const FormValue kFormatOne;    ///< 1, the only format of files so far

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_YAML_FORM_H_
