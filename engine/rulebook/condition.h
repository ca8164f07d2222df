#ifndef TRANCHE_ENGINE_RULEBOOK_CONDITION_H_
#define TRANCHE_ENGINE_RULEBOOK_CONDITION_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/base/pattern.h"
#include "engine/rulebook/code_pattern.h"
#include "engine/rulebook/word_pattern.h"

namespace tranche {

/// Which text fields a text condition looks at.
struct TextScope {
  enum class Kind : std::uint8_t { kAll, kOwn, kParents, kNamed };
  Kind kind = Kind::kAll;
  std::vector<std::string> names;  ///< kNamed: any of these fields

  /// True where it looks at the text field `name`; `own`: the line's own label (see TextColumn).
  bool Takes(std::string_view name, bool own) const;

  friend bool operator==(const TextScope&, const TextScope&) = default;
};

/// Index of a concept in Rulebook::concepts.
using ConceptId = std::uint32_t;

/// Index of a list in Rulebook::lists.
using ListId = std::uint32_t;

/// A condition of a rule: a tree. A map of several keys is kAll of them, in the order written.
/// Three-valued: on something that the line does not have, a leaf is unknown; kNot of unknown is
/// unknown; kAll is false if any child is false, kAny true if any is true.
struct Condition {
  enum class Kind : std::uint8_t {
    kAll,       ///< every child (an empty kAll is true: a rule without `when`)
    kAny,       ///< at least one child
    kNot,       ///< the one child is false
    kCode,      ///< `name` is the scheme, any of `codes`
    kMentions,  ///< any of `concepts` in the fields of `scope`
    kWords,     ///< any of `words` in the fields of `scope`
    kField,     ///< the field `name` equals any of `values`
    kNature,    ///< the nature is any of `values`
    kCountry,   ///< any of `countries`
    kYear,      ///< in any of `years` (from, to), both included
    kRegex,     ///< `regex` finds something in one of the fields of `scope`
    kListed,    ///< the list `list`: its words in the fields of `scope` where `name` is empty, else
                ///< its codes of the scheme `name`
  };
  Kind kind = Kind::kAll;
  std::vector<Condition> children;
  std::string name;
  std::vector<CodePattern> codes;
  std::vector<ConceptId> concepts;
  std::vector<WordPattern> words;
  TextScope scope;
  /// kRegex: compiled, over the folded tokens of one field joined by one space. Shared because a
  /// rulebook is a value and compiled expressions are not; immutable.
  std::shared_ptr<const Pattern> regex;
  ListId list = 0;  ///< kListed
  std::vector<std::string> values;
  std::vector<CountryCode> countries;
  std::vector<std::pair<std::int16_t, std::int16_t>> years;
  SourceSpan span;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_CONDITION_H_
