#include "engine/match/phrase_index.h"

#include <algorithm>
#include <utility>

namespace tranche {
namespace {

bool HasPiece(std::span<const PieceId> pieces, PieceId piece) {
  return std::find(pieces.begin(), pieces.end(), piece) != pieces.end();
}

void SortUnique(std::vector<PieceId>* pieces, std::size_t from) {
  const auto begin = pieces->begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(begin, pieces->end());
  pieces->erase(std::unique(begin, pieces->end()), pieces->end());
}

}  // namespace

PhraseIndex::PhraseIndex(const std::vector<ConceptWords>& vocabulary) {
  for (const ConceptWords& entry : vocabulary) {
    const LanguageMask bit = BitOf(entry.language);
    for (const WordPattern& word : entry.words) {
      AddPhrase(word, Role::kConcept, entry.concept_id, bit);
    }
    for (const WordPattern& word : entry.except) {
      AddPhrase(word, Role::kExcept, entry.concept_id, bit);
    }
  }
}

void PhraseIndex::AddInlineWords(const std::vector<WordPattern>& words, AtomId atom) {
  for (const WordPattern& word : words) {
    AddPhrase(word, Role::kInlineWords, atom, kEveryLanguage);
  }
}

LanguageMask PhraseIndex::BitOf(std::string_view language) {
  if (language == "any") return kEveryLanguage;
  const auto found = std::find(languages_.begin(), languages_.end(), language);
  const auto index = static_cast<std::size_t>(found - languages_.begin());
  if (found == languages_.end()) languages_.emplace_back(language);
  // The last bit collects languages beyond the 63rd: they then apply together. No book has so many.
  return LanguageMask{1} << std::min<std::size_t>(index, 63);
}

LanguageMask PhraseIndex::MaskOf(std::span<const std::string> names) const {
  LanguageMask mask = 0;
  for (std::size_t i = 0; i < languages_.size(); ++i) {
    if (std::find(names.begin(), names.end(), languages_[i]) != names.end()) {
      mask |= LanguageMask{1} << std::min<std::size_t>(i, 63);
    }
  }
  return mask;
}

void PhraseIndex::AddPhrase(const WordPattern& pattern, Role role, AtomId atom,
                            LanguageMask languages) {
  AddTokens(pattern, pattern.tokens, role, atom, languages);
  if (!pattern.digraph_tokens.empty()) {
    AddTokens(pattern, pattern.digraph_tokens, role, atom, languages);
  }
}

void PhraseIndex::AddTokens(const WordPattern& pattern, const std::vector<TokenPattern>& tokens,
                            Role role, AtomId atom, LanguageMask languages) {
  Phrase phrase;
  phrase.role = role;
  phrase.atom = atom;
  phrase.languages = languages;
  phrase.pattern = &pattern;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    phrase.pieces.push_back(InternPiece(tokens[i]));
    // The longest text is likely the rarest: fewest tokens make us look further.
    if (tokens[i].kind != TokenPattern::Kind::kAny && tokens[i].text.size() > longest) {
      longest = tokens[i].text.size();
      phrase.anchor = static_cast<std::uint32_t>(i);
    }
  }
  phrases_.push_back(std::move(phrase));
}

PieceId PhraseIndex::InternPiece(const TokenPattern& token) {
  AffixMap* map = nullptr;
  switch (token.kind) {
    case TokenPattern::Kind::kAny:
      return kAnyPiece;
    case TokenPattern::Kind::kExact:
      map = &exact_;
      break;
    case TokenPattern::Kind::kPrefix:
      map = &prefix_;
      break;
    case TokenPattern::Kind::kSuffix:
      map = &suffix_;
      break;
    case TokenPattern::Kind::kContains:
      map = &contains_;
      break;
  }
  const auto [it, is_new] = map->pieces.try_emplace(token.text, piece_count_);
  if (is_new) ++piece_count_;
  return it->second;
}

void PhraseIndex::Build() {
  for (AffixMap* map : {&exact_, &prefix_, &suffix_, &contains_}) {
    for (const auto& [text, piece] : map->pieces) map->lengths.push_back(text.size());
    std::sort(map->lengths.begin(), map->lengths.end());
    map->lengths.erase(std::unique(map->lengths.begin(), map->lengths.end()), map->lengths.end());
  }
  anchor_begin_.assign(piece_count_ + 1, 0);
  for (const Phrase& phrase : phrases_) ++anchor_begin_[phrase.pieces[phrase.anchor] + 1];
  for (std::size_t p = 1; p < anchor_begin_.size(); ++p) anchor_begin_[p] += anchor_begin_[p - 1];
  phrase_ids_.resize(phrases_.size());
  std::vector<std::uint32_t> next(anchor_begin_.begin(), anchor_begin_.end() - 1);
  for (std::uint32_t id = 0; id < phrases_.size(); ++id) {
    phrase_ids_[next[phrases_[id].pieces[phrases_[id].anchor]]++] = id;
  }
}

void PhraseIndex::PiecesOf(std::string_view token, std::vector<PieceId>* pieces) const {
  const std::size_t first = pieces->size();
  const auto look_up = [pieces](const AffixMap& map, std::string_view part) {
    if (const auto it = map.pieces.find(absl::string_view(part.data(), part.size()));
        it != map.pieces.end()) {
      pieces->push_back(it->second);
    }
  };
  look_up(exact_, token);
  for (const std::size_t length : prefix_.lengths) {
    if (length > token.size()) break;
    look_up(prefix_, token.substr(0, length));
  }
  for (const std::size_t length : suffix_.lengths) {
    if (length > token.size()) break;
    look_up(suffix_, token.substr(token.size() - length));
  }
  for (const std::size_t length : contains_.lengths) {
    for (std::size_t at = 0; at + length <= token.size(); ++at) {
      look_up(contains_, token.substr(at, length));
    }
  }
  SortUnique(pieces, first);
}

bool PhraseIndex::FitsAt(const Phrase& phrase, std::size_t begin,
                         std::span<const std::span<const PieceId>> tokens,
                         const std::vector<bool>& is_boundary) const {
  for (std::size_t i = 0; i < phrase.pieces.size(); ++i) {
    if (is_boundary[begin + i]) return false;
    if (phrase.pieces[i] != kAnyPiece && !HasPiece(tokens[begin + i], phrase.pieces[i])) {
      return false;
    }
  }
  return true;
}

void PhraseIndex::FindPhrases(std::span<const std::span<const PieceId>> tokens,
                              const std::vector<bool>& is_boundary, LanguageMask languages,
                              std::vector<PhraseMatch>* matches) const {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    for (const PieceId piece : tokens[at]) {
      for (std::uint32_t k = anchor_begin_[piece]; k < anchor_begin_[piece + 1]; ++k) {
        const Phrase& phrase = phrases_[phrase_ids_[k]];
        // A vocabulary for `any` has every bit, also those of languages that nobody has.
        if ((phrase.languages & languages) == 0 && phrase.languages != kEveryLanguage) continue;
        if (at < phrase.anchor) continue;
        const std::size_t begin = at - phrase.anchor;
        const std::size_t end = begin + phrase.pieces.size();
        if (end > tokens.size() || !FitsAt(phrase, begin, tokens, is_boundary)) continue;
        matches->push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), phrase_ids_[k]});
      }
    }
  }
}

std::optional<std::size_t> PhraseIndex::CoverOf(std::span<const PhraseMatch> matches,
                                                std::size_t index) const {
  const PhraseMatch& match = matches[index];
  const Phrase& phrase = phrases_[match.phrase];
  if (phrase.role == Role::kInlineWords) return std::nullopt;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const PhraseMatch& other = matches[i];
    const Phrase& other_phrase = phrases_[other.phrase];
    const bool covers = other.begin <= match.begin && match.end <= other.end;
    if (!covers) continue;
    const bool is_longer = other.end - other.begin > match.end - match.begin;
    // An exception is written to void its concept, also where both are one compound word.
    if (other_phrase.role == Role::kExcept && other_phrase.atom == phrase.atom) return i;
    if (other_phrase.role == Role::kConcept && is_longer) return i;
  }
  return std::nullopt;
}

}  // namespace tranche
