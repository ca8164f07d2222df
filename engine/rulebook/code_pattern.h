#ifndef TRANCHE_ENGINE_RULEBOOK_CODE_PATTERN_H_
#define TRANCHE_ENGINE_RULEBOOK_CODE_PATTERN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"

namespace tranche {

/// Which codes of a scheme a condition takes. Codes are text: `020` is not `20`.
struct CodePattern {
  enum class Kind : std::uint8_t {
    kPrefix,  ///< `04.5`: itself and everything below it
    kExact,   ///< `=12`: itself only
    kRange,   ///< `12..19`: every code whose beginning lies from 12 to 19, both ends' branches in
  };
  Kind kind = Kind::kPrefix;
  std::string from;
  std::string to;  ///< kRange only; as long as `from`
  SourceSpan span;

  /// True where `code` is taken. With `by_segment` (see CountsBySegment) `04.5` takes `04.5.1` and
  /// not `04.51`; without, a prefix takes whatever begins with it: `12` takes `122M`.
  bool Matches(std::string_view code, bool by_segment) const;
  /// As a rulebook writes it: `04.5`, `=12`, `12..19`.
  std::string Written() const;
};

/// How a pattern of `scheme` that begins with `from` compares: by segments (between `.`, `-`, `/`,
/// space) where the pattern itself has a separator, and always in COFOG; else by characters. It
/// depends on nothing but the pattern and its scheme: no rule can change what another one means.
bool CountsBySegment(std::string_view scheme, std::string_view from);

/// Parses `04.5`, `=12`, `12..19`. Nothing, with a sentence in `*why`, where it is empty or a range
/// whose ends differ in length or order.
std::optional<CodePattern> ParseCodePattern(std::string_view written, std::string* why);

/// True for characters that end a segment of a code: anything but letters and digits.
bool IsCodeSeparator(char c);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_CODE_PATTERN_H_
