#ifndef TRANCHE_ENGINE_BASE_FOLD_TABLE_H_
#define TRANCHE_ENGINE_BASE_FOLD_TABLE_H_

#include <cstddef>
#include <string_view>

namespace tranche {

/// The frozen folding table, private to fold.cc and its tests. Pure, thread-safe.

/// What folding makes of one code point.
enum class FoldAction {
  kSeparate,  ///< ends a token
  kVanish,    ///< leaves no trace: marks, soft hyphens, invisible format characters
  kKeep,      ///< stays as it is
  kReplace,   ///< becomes FoldedForm::text
};

struct FoldedForm {
  FoldAction action = FoldAction::kSeparate;
  /// For kReplace: UTF-8 with static lifetime; a space in it separates tokens (½ is `1 2`).
  std::string_view text;
};

/// `code_point` must be a valid one. Hangul syllables are kKeep here: fold.cc takes them apart by
/// arithmetic.
FoldedForm LookUpFold(char32_t code_point);

/// `ae` for ä, `oe` for ö and ø, `ue` for ü, `aa` for å, and for letters composed of them; empty
/// for all others.
std::string_view LookUpDigraph(char32_t code_point);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_FOLD_TABLE_H_
