#include "engine/study/idle_word_search.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/study/plain_matches.h"
#include "engine/study/rule_leaves.h"
#include "engine/study/text_sketch.h"

namespace tranche {
namespace {

using Tokens = std::vector<TokenPattern>;
using Role = PhraseIndex::Role;

/// Pairs of phrases that are laid over each other for one book.
constexpr std::size_t kMostPairs = 3'000'000;

std::vector<const Tokens*> FormsOf(const WordPattern& word) {
  if (word.digraph_tokens.empty()) return {&word.tokens};
  return {&word.tokens, &word.digraph_tokens};
}

bool IsOneOf(const WordPattern* word, const std::vector<WordPattern>& list) {
  return std::any_of(list.begin(), list.end(),
                     [word](const WordPattern& each) { return &each == word; });
}

class VocabularyWords {
 public:
  VocabularyWords(const Rulebook& book, std::vector<IdleWord>* idle)
      : book_(book), idle_(idle), matches_(book.vocabulary) {
    words_of_concept_.resize(book.concepts.size());
    exceptions_of_concept_.resize(book.concepts.size());
    for (const ConceptWords& entry : book.vocabulary) {
      AddForms(entry.words, &words_of_concept_[entry.concept_id]);
      AddForms(entry.except, &exceptions_of_concept_[entry.concept_id]);
    }
  }

  void Find() {
    for (const ConceptWords& entry : book_.vocabulary) {
      for (const WordPattern& word : entry.words) CheckWord(word, entry);
      for (const WordPattern& word : entry.except) CheckException(word, entry);
    }
  }

 private:
  /// Where another word lies in the text of a word: tokens, as [begin, end).
  struct Stretch {
    std::ptrdiff_t begin = 0;
    std::ptrdiff_t end = 0;
    bool Holds(std::ptrdiff_t first, std::ptrdiff_t last) const {
      return begin <= first && last <= end;
    }
  };
  /// What is found in one form of a word.
  struct Form {
    const Tokens* tokens = nullptr;
    std::vector<PhraseMatch> matches;
  };

  static void AddForms(const std::vector<WordPattern>& words, std::vector<const Tokens*>* forms) {
    for (const WordPattern& word : words) {
      for (const Tokens* tokens : FormsOf(word)) forms->push_back(tokens);
    }
  }

  std::vector<Form> Look(const WordPattern& word, const std::string& language) const {
    std::vector<Form> forms;
    for (const Tokens* tokens : FormsOf(word)) {
      forms.push_back({tokens, matches_.In(*tokens, language)});
    }
    return forms;
  }

  const PhraseIndex::Phrase& PhraseOf(const PhraseMatch& match) const {
    return matches_.phrases().phrases()[match.phrase];
  }

  /// Other words of this role and concept that are found in the first form.
  std::vector<const WordPattern*> Others(const WordPattern& word,
                                         const std::vector<WordPattern>& list, const Form& form,
                                         Role role, ConceptId concept_id) const {
    std::vector<const WordPattern*> others;
    for (const PhraseMatch& match : form.matches) {
      const PhraseIndex::Phrase& phrase = PhraseOf(match);
      if (phrase.role != role || phrase.atom != concept_id || phrase.pattern == &word) continue;
      const bool is_reported = phrase.pattern->tokens == word.tokens;
      if (is_reported && IsOneOf(phrase.pattern, list)) continue;
      others.push_back(phrase.pattern);
    }
    return others;
  }

  /// True where each form holds `other` at a place at which `is_idle(tokens, stretch)`.
  template <typename IsIdle>
  bool IsCoveredBy(const WordPattern* other, const std::vector<Form>& forms,
                   const IsIdle& is_idle) const {
    return std::all_of(forms.begin(), forms.end(), [&](const Form& form) {
      return std::any_of(form.matches.begin(), form.matches.end(), [&](const PhraseMatch& match) {
        if (PhraseOf(match).pattern != other) return false;
        const bool is_whole = match.end - match.begin == form.tokens->size();
        return is_whole || is_idle(*form.tokens, Stretch{match.begin, match.end});
      });
    });
  }

  void CheckWord(const WordPattern& word, const ConceptWords& entry) {
    const std::vector<Form> forms = Look(word, entry.language);
    if (const WordPattern* exception = ExceptionOfAll(forms, entry.concept_id)) {
      idle_->push_back({IdleWord::Kind::kNeverCounts, &word, exception, entry.concept_id});
      return;
    }
    for (const WordPattern* other :
         Others(word, entry.words, forms.front(), Role::kConcept, entry.concept_id)) {
      const auto is_idle = [&](const Tokens& tokens, const Stretch& part) {
        return !MattersBesides(tokens, part, entry.concept_id);
      };
      if (!IsCoveredBy(other, forms, is_idle)) continue;
      idle_->push_back({IdleWord::Kind::kCovered, &word, other, entry.concept_id});
      return;
    }
  }

  const WordPattern* ExceptionOfAll(const std::vector<Form>& forms, ConceptId concept_id) const {
    const WordPattern* exception = nullptr;
    for (const Form& form : forms) {
      const auto found =
          std::find_if(form.matches.begin(), form.matches.end(), [&](const PhraseMatch& match) {
            return PhraseOf(match).role == Role::kExcept && PhraseOf(match).atom == concept_id &&
                   match.end - match.begin == form.tokens->size();
          });
      if (found == form.matches.end()) return nullptr;
      exception = PhraseOf(*found).pattern;
    }
    return exception;
  }

  void CheckException(const WordPattern& word, const ConceptWords& entry) {
    const std::vector<Form> forms = Look(word, entry.language);
    const ConceptId concept_id = entry.concept_id;
    const bool is_of_use = std::any_of(
        forms.begin(), forms.end(), [&](const Form& form) { return HoldsAWord(form, concept_id); });
    if (!is_of_use) {
      idle_->push_back({IdleWord::Kind::kIdleException, &word, nullptr, concept_id});
      return;
    }
    for (const WordPattern* other :
         Others(word, entry.except, forms.front(), Role::kExcept, concept_id)) {
      const auto is_idle = [&](const Tokens& tokens, const Stretch& part) {
        return !MeetsAWord(tokens, part, concept_id);
      };
      if (!IsCoveredBy(other, forms, is_idle)) continue;
      idle_->push_back({IdleWord::Kind::kCoveredException, &word, other, concept_id});
      return;
    }
  }

  bool HoldsAWord(const Form& form, ConceptId concept_id) {
    const bool surely =
        std::any_of(form.matches.begin(), form.matches.end(), [&](const PhraseMatch& match) {
          return PhraseOf(match).role == Role::kConcept && PhraseOf(match).atom == concept_id;
        });
    return surely || MeetsAWord(*form.tokens, {0, 0}, concept_id);
  }

  /// True where a word of the concept may lie in a text of `tokens` and not within `part`.
  bool MeetsAWord(const Tokens& tokens, const Stretch& part, ConceptId concept_id) {
    const auto size = static_cast<std::ptrdiff_t>(tokens.size());
    for (const Tokens* word : words_of_concept_[concept_id]) {
      const auto length = static_cast<std::ptrdiff_t>(word->size());
      for (std::ptrdiff_t begin = 0; begin + length <= size; ++begin) {
        if (part.Holds(begin, begin + length)) continue;
        if (MayMeet(tokens, *word, begin)) return true;
      }
    }
    return false;
  }

  /// True where a phrase of `tokens` may change what its concept's shorter word at `part` does not:
  /// it voids a shorter word of another concept, or it stands where something voids the short one.
  bool MattersBesides(const Tokens& tokens, const Stretch& part, ConceptId concept_id) {
    const auto size = static_cast<std::ptrdiff_t>(tokens.size());
    // `safe`: from how many words on what covers all of `tokens` voids it, too.
    const auto voids_short_one = [&](const Tokens& other, std::ptrdiff_t safe) {
      const auto length = static_cast<std::ptrdiff_t>(other.size());
      for (std::ptrdiff_t begin = part.end - length; begin <= part.begin; ++begin) {
        const bool voids_both = begin <= 0 && begin + length >= size && length >= safe;
        if (!voids_both && MayMeet(tokens, other, begin)) return true;
      }
      return false;
    };
    const auto& exceptions = exceptions_of_concept_[concept_id];
    if (std::any_of(exceptions.begin(), exceptions.end(),
                    [&](const Tokens* other) { return voids_short_one(*other, size); })) {
      return true;
    }
    for (ConceptId id = 0; id < words_of_concept_.size(); ++id) {
      if (id == concept_id) continue;
      for (const Tokens* other : words_of_concept_[id]) {
        const auto length = static_cast<std::ptrdiff_t>(other->size());
        for (std::ptrdiff_t begin = 0; length < size && begin + length <= size; ++begin) {
          if (MayMeet(tokens, *other, begin)) return true;
        }
        if (length > part.end - part.begin && voids_short_one(*other, size + 1)) return true;
      }
    }
    return false;
  }

  /// True where some text has `tokens` from its first word on and `other` from word `begin` on,
  /// which may lie before the first.
  bool MayMeet(const Tokens& tokens, const Tokens& other, std::ptrdiff_t begin) {
    if (++pairs_ > kMostPairs) return true;
    const auto size = static_cast<std::ptrdiff_t>(tokens.size());
    const auto end = std::min(size, begin + static_cast<std::ptrdiff_t>(other.size()));
    for (std::ptrdiff_t at = std::max<std::ptrdiff_t>(begin, 0); at < end; ++at) {
      const auto i = static_cast<std::size_t>(at);
      if (!MayFitOneToken(tokens[i], other[static_cast<std::size_t>(at - begin)])) return false;
    }
    return true;
  }

  const Rulebook& book_;
  std::vector<IdleWord>* idle_;
  PlainMatches matches_;
  std::vector<std::vector<const Tokens*>> words_of_concept_;
  std::vector<std::vector<const Tokens*>> exceptions_of_concept_;
  std::size_t pairs_ = 0;
};

/// Words of a rule are never void, so one that holds another is of no use.
void FindInlineWords(const std::vector<WordPattern>& words, std::vector<IdleWord>* idle) {
  if (words.size() < 2) return;
  const PlainMatches matches(words);
  for (const WordPattern& word : words) {
    std::vector<const WordPattern*> others;
    for (const Tokens* tokens : FormsOf(word)) {
      std::vector<const WordPattern*> found;
      for (const PhraseMatch& match : matches.In(*tokens, "any")) {
        const WordPattern* other = matches.phrases().phrases()[match.phrase].pattern;
        if (other != &word && other->tokens != word.tokens) found.push_back(other);
      }
      const bool is_first = tokens == &word.tokens;
      others.erase(std::remove_if(others.begin(), others.end(),
                                  [&](const WordPattern* other) {
                                    return std::find(found.begin(), found.end(), other) ==
                                           found.end();
                                  }),
                   others.end());
      if (is_first) others = std::move(found);
    }
    if (others.empty()) continue;
    idle->push_back({IdleWord::Kind::kCovered, &word, others.front(), std::nullopt});
  }
}

}  // namespace

std::vector<IdleWord> FindIdleWords(const Rulebook& book) {
  std::vector<IdleWord> idle;
  VocabularyWords(book, &idle).Find();
  for (const Rule& rule : book.rules) {
    ForEachLeaf(rule.when, [&idle](const Condition& leaf) {
      if (leaf.kind == Condition::Kind::kWords) FindInlineWords(leaf.words, &idle);
    });
  }
  return idle;
}

}  // namespace tranche
