#ifndef TRANCHE_ENGINE_RULEBOOK_WORD_PATTERN_H_
#define TRANCHE_ENGINE_RULEBOOK_WORD_PATTERN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"

namespace tranche {

/// What one token of a text must look like. `text` is folded.
struct TokenPattern {
  enum class Kind : std::uint8_t {
    kExact,     ///< `road`
    kPrefix,    ///< `road*`
    kSuffix,    ///< `*road`
    kContains,  ///< `*road*`
    kAny,       ///< `*` alone: any one token
  };
  Kind kind = Kind::kExact;
  std::string text;

  friend bool operator==(const TokenPattern&, const TokenPattern&) = default;
};

/// A word or phrase of a rulebook or vocabulary, in folded tokens: consecutive tokens of one field
/// must fit one by one. Where the written form has ä ö ü å ø, `digraph_tokens` is the same pattern
/// in the ae/oe/ue/aa spelling of ASCII exports; a text that fits either fits.
struct WordPattern {
  std::string written;  ///< as the author wrote it, for evidence and messages
  std::vector<TokenPattern> tokens;
  std::vector<TokenPattern> digraph_tokens;  ///< empty where it would be equal
  SourceSpan span;
};

/// Parses one pattern. Nothing, and a sentence in `*why`, where it is empty, has only `*` tokens,
/// or has a `*` inside a word. Whether the ae/oe/ue/aa form is wanted is the language's matter.
std::optional<WordPattern> ParseWordPattern(std::string_view written, bool with_digraphs,
                                            std::string* why);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_WORD_PATTERN_H_
