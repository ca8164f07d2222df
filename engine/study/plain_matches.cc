#include "engine/study/plain_matches.h"

#include <array>
#include <cstddef>
#include <span>

#include "engine/study/text_sketch.h"

namespace tranche {

PlainMatches::PlainMatches(const std::vector<ConceptWords>& vocabulary) : phrases_(vocabulary) {
  phrases_.Build();
}

PlainMatches::PlainMatches(const std::vector<WordPattern>& words)
    : phrases_(std::vector<ConceptWords>()) {
  phrases_.AddInlineWords(words, 0);
  phrases_.Build();
}

std::vector<PhraseMatch> PlainMatches::In(const std::vector<TokenPattern>& tokens,
                                          const std::string& language) const {
  std::vector<PhraseMatch> matches;
  const auto sketch = TextSketch::Of(tokens);
  if (!sketch) return matches;
  const std::vector<std::string> texts = sketch->Tokens();
  std::vector<std::vector<PieceId>> pieces(texts.size());
  std::vector<std::span<const PieceId>> views;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    phrases_.PiecesOf(texts[i], &pieces[i]);
    views.emplace_back(pieces[i]);
  }
  const std::array<std::string, 1> name = {language};
  phrases_.FindPhrases(views, std::vector<bool>(texts.size(), false), phrases_.MaskOf(name),
                       &matches);
  return matches;
}

}  // namespace tranche
