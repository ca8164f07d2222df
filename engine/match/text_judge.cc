#include "engine/match/text_judge.h"

#include <algorithm>

#include "engine/base/fold.h"

namespace tranche {
namespace {

constexpr std::size_t kTokenMemoBytes = std::size_t{16} << 20;
constexpr std::size_t kMostTokens = std::size_t{1} << 20;

}  // namespace

TextJudge::TextJudge(const PhraseIndex& index, const RegexIndex* regexes)
    : index_(index), regexes_(regexes), token_memo_(kTokenMemoBytes) {}

TextJudge::TokenPieces TextJudge::Remember(std::string_view token) {
  const std::uint32_t hash = ValueMemo::HashOf(token);
  if (const auto id = token_memo_.Find(token, hash)) return token_pieces_[*id];
  TokenPieces range;
  range.begin = static_cast<std::uint32_t>(pieces_.size());
  index_.PiecesOf(token, &pieces_);
  range.end = static_cast<std::uint32_t>(pieces_.size());
  token_memo_.Insert(token, hash, static_cast<std::uint32_t>(token_pieces_.size()));
  token_pieces_.push_back(range);
  return range;
}

void TextJudge::Judge(std::string_view utf8, LanguageMask languages, std::vector<AtomId>* atoms) {
  atoms->clear();
  folded_.clear();
  FoldTo(utf8, &folded_);
  FindPhrases(languages, atoms);
  if (regexes_ != nullptr) regexes_->Judge(folded_, atoms);
  std::sort(atoms->begin(), atoms->end());
  atoms->erase(std::unique(atoms->begin(), atoms->end()), atoms->end());
}

void TextJudge::FindPhrases(LanguageMask languages, std::vector<AtomId>* atoms) {
  // Forget tokens only between fields: ranges of this field must stay valid until it is judged.
  if (token_memo_.IsFullFor(folded_) || token_pieces_.size() > kMostTokens) {
    token_memo_.Clear();
    token_pieces_.clear();
    pieces_.clear();
  }
  ranges_.clear();
  is_boundary_.clear();
  bool any_piece = false;
  for (std::size_t begin = 0; begin < folded_.size();) {
    const std::size_t end = std::min(folded_.find(' ', begin), folded_.size());
    const std::string_view token(folded_.data() + begin, end - begin);
    const bool boundary = token == kLabelBoundaryToken;
    is_boundary_.push_back(boundary);
    ranges_.push_back(boundary ? TokenPieces{} : Remember(token));
    any_piece |= ranges_.back().begin != ranges_.back().end;
    begin = end + 1;
  }
  if (!any_piece) return;
  tokens_.clear();
  for (const TokenPieces& range : ranges_) {
    tokens_.emplace_back(pieces_.data() + range.begin, range.end - range.begin);
  }
  matches_.clear();
  index_.FindPhrases(tokens_, is_boundary_, languages, &matches_);
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    const PhraseIndex::Phrase& phrase = index_.phrases()[matches_[i].phrase];
    if (phrase.role == PhraseIndex::Role::kExcept || index_.IsVoid(matches_, i)) continue;
    atoms->push_back(phrase.atom);
  }
}

}  // namespace tranche
