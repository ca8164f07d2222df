#ifndef TRANCHE_ENGINE_BASE_FOLD_H_
#define TRANCHE_ENGINE_BASE_FOLD_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// Folding makes two spellings of the same words equal: case, accents, width, ß/ø/ł/ı and the like,
/// punctuation and spaces go. Words of the rulebook and texts of budgets pass through the same
/// function, so that only what is left decides.
///
/// The table behind it belongs to rulebook `format: 1`: it is part of the source (generated once
/// from Unicode data), so that a newer ICU can never move a line into another slice.
///
/// What it does, per code point: compatibility decomposition, case folding, marks dropped; then
/// ø→o æ→ae å→a ß→ss œ→oe ł→l đ→d ı→i þ→th ð→d ς→σ ŋ→n ħ→h ŧ→t. Letters and decimal digits are
/// kept; soft hyphens and other invisible format characters vanish without splitting a word;
/// everything else separates tokens. Invalid UTF-8 separates, too.
///
/// All functions are pure and thread-safe.

/// One text field may hold several labels (titles of the rows above a line). They are joined by
/// this character (unit separator); it separates tokens and no phrase or regex matches across it.
inline constexpr char kLabelSeparator = '\x1f';
/// In folded text the separator stands as a token of its own, so that phrases cannot cross it.
inline constexpr std::string_view kLabelBoundaryToken = "\x1f";

/// Appends the folded tokens of `utf8` to `*out`, joined by single spaces (no space at either end
/// of what is appended). Does not clear `*out`; appends nothing for a text without tokens.
void FoldTo(std::string_view utf8, std::string* out);
std::string Fold(std::string_view utf8);

/// Like Fold, with ä→ae ö→oe ü→ue å→aa ø→oe (æ is ae either way): the form in which German and
/// Nordic words stand in ASCII exports. Equal to Fold where the text has none of these letters.
std::string FoldWithDigraphs(std::string_view utf8);

/// A folded token and the bytes of the original text that it came from.
struct FoldedToken {
  std::string text;
  std::size_t begin = 0;  ///< byte offset in the original text
  std::size_t end = 0;    ///< one past the last byte
};
/// The same tokens with their places: for evidence, not for the fast path. A kLabelSeparator gives
/// a token equal to kLabelBoundaryToken.
std::vector<FoldedToken> FoldWithPlaces(std::string_view utf8);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_FOLD_H_
