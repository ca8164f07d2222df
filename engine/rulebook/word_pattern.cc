#include "engine/rulebook/word_pattern.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/fold.h"

namespace tranche {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// A word between blanks, without the stars at its ends.
struct StarredWord {
  std::string_view body;
  bool star_before = false;
  bool star_behind = false;
};

using Folder = std::string (*)(std::string_view);

std::vector<std::string_view> SplitAtBlanks(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string_view::npos;
       at = text.find_first_not_of(kBlanks, at)) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

StarredWord WithoutStars(std::string_view word) {
  StarredWord starred{word, false, false};
  if (starred.body.starts_with('*')) {
    starred.star_before = true;
    starred.body.remove_prefix(1);
  }
  if (starred.body.ends_with('*')) {
    starred.star_behind = true;
    starred.body.remove_suffix(1);
  }
  return starred;
}

/// A star stands for more letters of a word, so it must touch one. Whether it does is asked of the
/// folding itself (a letter put in its place must grow the word), which knows accents and
/// invisible characters.
bool StarsTouchLetters(const StarredWord& word) {
  const std::string folded = Fold(word.body);
  if (folded.empty()) return !word.star_before && !word.star_behind;
  if (word.star_before && Fold("x" + std::string(word.body)) != "x" + folded) return false;
  return !word.star_behind || Fold(std::string(word.body) + "x") == folded + "x";
}

TokenPattern::Kind KindOf(bool star_before, bool star_behind) {
  if (star_before && star_behind) return TokenPattern::Kind::kContains;
  if (star_before) return TokenPattern::Kind::kSuffix;
  return star_behind ? TokenPattern::Kind::kPrefix : TokenPattern::Kind::kExact;
}

/// One written word may fold to several tokens (`l'air*`): each star belongs to the token at its
/// end.
void AppendTokens(const StarredWord& word, Folder fold, std::vector<TokenPattern>* tokens) {
  const std::string folded = fold(word.body);
  const std::vector<std::string_view> parts = SplitAtBlanks(folded);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool star_before = word.star_before && i == 0;
    const bool star_behind = word.star_behind && i + 1 == parts.size();
    tokens->push_back({KindOf(star_before, star_behind), std::string(parts[i])});
  }
}

/// What is wrong with one written word, or nothing.
std::string_view Fault(const StarredWord& word) {
  if (word.body.find('*') != std::string_view::npos) {
    return "a * may stand at the beginning or end of a word, or alone for one word, not inside";
  }
  if (!StarsTouchLetters(word)) return "a * must touch a letter or digit, or stand alone";
  return {};
}

std::optional<WordPattern> Refuse(std::string_view reason, std::string* why) {
  if (why != nullptr) *why = reason;
  return std::nullopt;
}

}  // namespace

std::optional<WordPattern> ParseWordPattern(std::string_view written, bool with_digraphs,
                                            std::string* why) {
  WordPattern pattern;
  pattern.written = std::string(written);
  for (const std::string_view word : SplitAtBlanks(written)) {
    if (word == "*") {
      pattern.tokens.push_back({TokenPattern::Kind::kAny, ""});
      pattern.digraph_tokens.push_back({TokenPattern::Kind::kAny, ""});
      continue;
    }
    const StarredWord starred = WithoutStars(word);
    if (const std::string_view fault = Fault(starred); !fault.empty()) return Refuse(fault, why);
    AppendTokens(starred, &Fold, &pattern.tokens);
    AppendTokens(starred, &FoldWithDigraphs, &pattern.digraph_tokens);
  }
  const auto is_any = [](const TokenPattern& token) {
    return token.kind == TokenPattern::Kind::kAny;
  };
  if (pattern.tokens.empty()) return Refuse("there is no letter or digit in it", why);
  if (std::all_of(pattern.tokens.begin(), pattern.tokens.end(), is_any)) {
    return Refuse("it has only * and would take any text", why);
  }
  if (!with_digraphs || pattern.digraph_tokens == pattern.tokens) pattern.digraph_tokens.clear();
  return pattern;
}

}  // namespace tranche
