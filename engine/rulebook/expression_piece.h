#ifndef TRANCHE_ENGINE_RULEBOOK_EXPRESSION_PIECE_H_
#define TRANCHE_ENGINE_RULEBOOK_EXPRESSION_PIECE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tranche {

/// Pieces of regular expressions that take one character, as FindUnfolded meets them. Pure
/// functions, thread-safe.

/// True where folded text may have this character.
bool StandsInFoldedText(std::string_view character);

/// What a piece such as `\p{Lu}` or `[[:upper:]]` has to do with folded text.
struct PieceReach {
  bool meets_folded = false;    ///< takes a character that folded text may have
  bool takes_capitals = false;  ///< takes A
};
/// Cherokee, whose folded form are capitals, is overlooked where the piece takes A: nobody means it
/// by "capital letters".
PieceReach ReachOf(std::string_view piece, bool ignores_case);

/// A character written as a number or by its name.
struct NamedCharacter {
  std::string character;
  std::size_t size = 0;  ///< bytes of the expression
};
/// `\x54`, `\x{416}`, `\101`, `\t` at `at`; nothing where something else stands there.
std::optional<NamedCharacter> NamedCharacterAt(std::string_view expression, std::size_t at);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_EXPRESSION_PIECE_H_
