#ifndef TRANCHE_ENGINE_STUDY_TEXT_SKETCH_H_
#define TRANCHE_ENGINE_STUDY_TEXT_SKETCH_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rulebook/word_pattern.h"

namespace tranche {

/// Stands for letters that a pattern leaves open. No word of any rulebook has this letter (of the
/// Tifinagh script, which no budget uses), so it proves nothing beyond what the pattern says: if a
/// word pattern fits a text of a sketch, it fits every text of that sketch.
inline constexpr std::string_view kFiller = "ⴵ";

/// Everything that one token must fit at the same time.
class TokenSketch {
 public:
  /// False where no token can fit `pattern` as well.
  bool Add(const TokenPattern& pattern);
  /// The token that fits no more than it must.
  std::string Text() const;

 private:
  bool Fits(const std::string& token) const;

  std::optional<std::string> exact_;
  std::string prefix_;
  std::string suffix_;
  std::vector<std::string> inside_;
};

/// Consecutive tokens of one label, each with what it must fit. A plain value.
class TextSketch {
 public:
  /// Nothing where `tokens` contradict themselves (they never do, one by one).
  static std::optional<TextSketch> Of(const std::vector<TokenPattern>& tokens);

  /// The same text with `tokens` fitting too, the first of them at position `begin`, which may lie
  /// before the beginning, and the last may lie behind the end: the sketch then grows.
  std::optional<TextSketch> With(const std::vector<TokenPattern>& tokens,
                                 std::ptrdiff_t begin) const;

  std::size_t size() const { return tokens_.size(); }
  std::vector<std::string> Tokens() const;

 private:
  std::vector<TokenSketch> tokens_;
};

/// True where every text that fits `narrow` fits `wide` too, somewhere in it.
bool Covers(const std::vector<TokenPattern>& wide, const std::vector<TokenPattern>& narrow);

/// True where some token fits both patterns.
bool MayFitOneToken(const TokenPattern& a, const TokenPattern& b);

/// True where one token fits one pattern.
bool FitsToken(const TokenPattern& pattern, std::string_view token);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_TEXT_SKETCH_H_
