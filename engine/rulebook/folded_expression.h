#ifndef TRANCHE_ENGINE_RULEBOOK_FOLDED_EXPRESSION_H_
#define TRANCHE_ENGINE_RULEBOOK_FOLDED_EXPRESSION_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tranche {

/// A part of a regular expression that can meet nothing in folded text (see engine/base/fold.h).
struct UnfoldedPart {
  enum class Kind {
    kLetter,      ///< a capital letter, an accent, punctuation, or a class of nothing else,
                  ///< written as itself or as a number
    kOuterSpace,  ///< a space behind `^` or before `$`
    kWordEdge,    ///< `\b` beside a letter beyond a to z: RE2 knows no other letters there
  };
  Kind kind = Kind::kLetter;
  std::size_t begin = 0;  ///< bytes of the expression
  std::size_t end = 0;
  std::string proposal;  ///< the whole expression in folded spelling; empty: there is none
};

/// The first such part, or nothing. `expression` must be one that Pattern::Compile takes.
std::optional<UnfoldedPart> FindUnfolded(std::string_view expression);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_FOLDED_EXPRESSION_H_
