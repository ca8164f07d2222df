#ifndef TRANCHE_ENGINE_MATCH_TEXT_JUDGE_H_
#define TRANCHE_ENGINE_MATCH_TEXT_JUDGE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/match/phrase_index.h"
#include "engine/match/regex_index.h"
#include "engine/match/value_memo.h"

namespace tranche {

/// Judges the text of one field: which concepts it mentions, which words, lists of words and
/// regular expressions of rules it meets. Remembers distinct tokens, so that a token costs its
/// pattern look-ups once. Scratch of one thread; not thread-safe. `index` and `regexes` must
/// outlive it.
class TextJudge {
 public:
  /// Without `regexes` no atom of a regular expression is proven.
  explicit TextJudge(const PhraseIndex& index, const RegexIndex* regexes = nullptr);

  /// Replaces `*atoms` by the atoms of `utf8`, ascending, each once.
  void Judge(std::string_view utf8, LanguageMask languages, std::vector<AtomId>* atoms);

 private:
  /// Pieces of one remembered token: pieces_[begin … end).
  struct TokenPieces {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  TokenPieces Remember(std::string_view token);

  void FindPhrases(LanguageMask languages, std::vector<AtomId>* atoms);

  const PhraseIndex& index_;
  const RegexIndex* regexes_;
  ValueMemo token_memo_;
  std::vector<TokenPieces> token_pieces_;
  std::vector<PieceId> pieces_;
  std::string folded_;
  std::vector<TokenPieces> ranges_;
  std::vector<std::span<const PieceId>> tokens_;
  std::vector<bool> is_boundary_;
  std::vector<PhraseMatch> matches_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_TEXT_JUDGE_H_
