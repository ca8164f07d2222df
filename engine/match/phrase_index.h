#ifndef TRANCHE_ENGINE_MATCH_PHRASE_INDEX_H_
#define TRANCHE_ENGINE_MATCH_PHRASE_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Something a column's value can prove: a concept is mentioned, a `words` condition is met, a code
/// lies under one of a condition's prefixes. Rules are made of atoms.
using AtomId = std::uint32_t;

/// A distinct token pattern of the whole book.
using PieceId = std::uint32_t;
inline constexpr PieceId kAnyPiece = UINT32_MAX;  ///< `*` alone: fits every token but a boundary

/// Languages as bits, in the order of PhraseIndex::languages().
using LanguageMask = std::uint64_t;
inline constexpr LanguageMask kEveryLanguage = ~LanguageMask{0};

/// Tokens that a phrase covers, as [begin, end).
struct PhraseMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t phrase = 0;
};

/// All words and phrases of a rulebook and its vocabulary, arranged so that a token is looked up
/// once, whatever the number of rules: token → pieces it satisfies → phrases anchored in a piece.
/// Immutable after Build; safe to share between threads.
class PhraseIndex {
 public:
  enum class Role : std::uint8_t { kConcept, kExcept, kInlineWords };

  struct Phrase {
    std::vector<PieceId> pieces;
    std::uint32_t anchor = 0;  ///< position of the piece by which the phrase is found
    Role role = Role::kConcept;
    AtomId atom = 0;  ///< the concept (also for its exceptions) or the `words` condition
    LanguageMask languages = kEveryLanguage;
    const WordPattern* pattern = nullptr;  ///< lives in the rulebook
  };

  /// `vocabulary` must outlive the index. Concepts use their ids as atoms.
  explicit PhraseIndex(const std::vector<ConceptWords>& vocabulary);
  /// Adds the patterns of a `words` condition (every language).
  void AddInlineWords(const std::vector<WordPattern>& words, AtomId atom);
  /// Call once, after the last Add.
  void Build();

  const std::vector<Phrase>& phrases() const { return phrases_; }
  /// Bits of the languages in `names` that the vocabulary has, and of `any`.
  LanguageMask MaskOf(std::span<const std::string> names) const;

  /// Appends the pieces that one folded token satisfies, ascending.
  void PiecesOf(std::string_view token, std::vector<PieceId>* pieces) const;

  /// Finds every phrase in a field's tokens, given the pieces of each token (a boundary token has
  /// none, and `is_boundary[i]` is set for it).
  void FindPhrases(std::span<const std::span<const PieceId>> tokens,
                   const std::vector<bool>& is_boundary, LanguageMask languages,
                   std::vector<PhraseMatch>* matches) const;

  /// The match that makes matches[index] void, as an index of `matches`: one of its own concept's
  /// exceptions, or a longer match of any concept. Nothing where it counts; inline words always do.
  std::optional<std::size_t> CoverOf(std::span<const PhraseMatch> matches, std::size_t index) const;
  bool IsVoid(std::span<const PhraseMatch> matches, std::size_t index) const {
    return CoverOf(matches, index).has_value();
  }

 private:
  struct AffixMap {
    absl::flat_hash_map<std::string, PieceId> pieces;
    std::vector<std::size_t> lengths;  ///< distinct lengths of its keys, ascending
  };

  void AddPhrase(const WordPattern& pattern, Role role, AtomId atom, LanguageMask languages);
  void AddTokens(const WordPattern& pattern, const std::vector<TokenPattern>& tokens, Role role,
                 AtomId atom, LanguageMask languages);
  PieceId InternPiece(const TokenPattern& token);
  LanguageMask BitOf(std::string_view language);
  bool FitsAt(const Phrase& phrase, std::size_t begin,
              std::span<const std::span<const PieceId>> tokens,
              const std::vector<bool>& is_boundary) const;

  std::vector<std::string> languages_;
  std::vector<Phrase> phrases_;
  std::uint32_t piece_count_ = 0;
  AffixMap exact_, prefix_, suffix_, contains_;
  /// phrases by the piece of their anchor: phrase_ids_[anchor_begin_[p] … anchor_begin_[p + 1])
  std::vector<std::uint32_t> anchor_begin_;
  std::vector<std::uint32_t> phrase_ids_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_PHRASE_INDEX_H_
