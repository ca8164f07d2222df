#ifndef TRANCHE_ENGINE_STUDY_TEXT_WITNESS_H_
#define TRANCHE_ENGINE_STUDY_TEXT_WITNESS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/match/matcher.h"
#include "engine/study/text_sketch.h"

namespace tranche {

/// Finds texts that mention one thing and not others. Exact: it begins with the barest text that
/// fits a pattern, and where that text also mentions something unwanted, tries every longer phrase
/// of the vocabulary that voids the unwanted match ("bridge" → "bridge loan").
///
/// Immutable apart from the count of steps; the matcher must outlive it.
class TextWitness {
 public:
  explicit TextWitness(const Matcher& matcher);

  /// A text of one label that makes the leaf `wanted` (mentions, words, or a list of words) true
  /// and proves none of `unwanted` (ascending), for a line of these languages.
  std::optional<std::string> Find(const RuleNode& wanted, const std::vector<AtomId>& unwanted,
                                  LanguageMask languages);

  /// Texts looked at so far; and whether a search was cut short, so that "there is none" is not
  /// proved.
  std::size_t steps() const { return steps_; }
  bool gave_up() const { return gave_up_; }
  void ResetGaveUp() { gave_up_ = false; }

 private:
  /// A way to say a concept, or a phrase that voids.
  struct Saying {
    const std::vector<TokenPattern>* tokens = nullptr;
    ConceptId concept_id = 0;
    LanguageMask languages = kEveryLanguage;
    bool is_exception = false;
  };
  struct Wish {
    AtomId atom = 0;
    const std::vector<AtomId>* unwanted = nullptr;
    LanguageMask languages = 0;
  };

  void AddSayings(const std::vector<WordPattern>& words, const ConceptWords& entry, bool except);
  std::optional<std::string> FindFor(const WordPattern& pattern, const Wish& wish);
  std::optional<std::string> Extend(const TextSketch& sketch, const Wish& wish, int depth);
  std::optional<std::string> VoidAndExtend(const TextSketch& sketch, const PhraseMatch& match,
                                           const Wish& wish, int depth);
  bool Applies(LanguageMask of_words, LanguageMask of_line) const {
    return of_words == kEveryLanguage || (of_words & of_line) != 0;
  }

  const Matcher& matcher_;
  std::vector<Saying> sayings_;
  std::vector<std::vector<std::size_t>> words_of_concept_;  ///< indexes into sayings_
  std::size_t steps_ = 0;
  bool gave_up_ = false;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_TEXT_WITNESS_H_
