#ifndef TRANCHE_ENGINE_STUDY_PLAIN_MATCHES_H_
#define TRANCHE_ENGINE_STUDY_PLAIN_MATCHES_H_

#include <string>
#include <vector>

#include "engine/match/phrase_index.h"

namespace tranche {

/// Which words of a vocabulary, or of one list of words, are found in every text that another word
/// fits. Cost: that of judging the text, whatever the size of the vocabulary.
///
/// What it was made of must outlive it. Not thread-safe.
class PlainMatches {
 public:
  explicit PlainMatches(const std::vector<ConceptWords>& vocabulary);
  /// The words of one condition, in every language.
  explicit PlainMatches(const std::vector<WordPattern>& words);

  const PhraseIndex& phrases() const { return phrases_; }

  /// All matches in the barest text that fits `tokens`, for a line of `language` alone (`any`: of
  /// no language that the vocabulary has). Positions count tokens. What is found there is found in
  /// every text that fits.
  std::vector<PhraseMatch> In(const std::vector<TokenPattern>& tokens,
                              const std::string& language) const;

 private:
  PhraseIndex phrases_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_PLAIN_MATCHES_H_
