#include "engine/study/concept_use.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/study/place_names.h"
#include "engine/study/plain_matches.h"
#include "engine/study/rule_leaves.h"

namespace tranche {
namespace {

std::vector<bool> MentionedConcepts(const Rulebook& book) {
  std::vector<bool> mentioned(book.concepts.size());
  for (const Rule& rule : book.rules) {
    ForEachLeaf(rule.when, [&mentioned](const Condition& leaf) {
      if (leaf.kind != Condition::Kind::kMentions) return;
      for (const ConceptId concept_id : leaf.concepts) mentioned[concept_id] = true;
    });
  }
  return mentioned;
}

/// What a concept that no rule mentions takes from others.
struct Hiding {
  const WordPattern* word = nullptr;  ///< the first that does
  ConceptId hidden = 0;               ///< by that word
  std::size_t more_words = 0;
};

class ConceptUse {
 public:
  ConceptUse(const Rulebook& book, Diagnostics* diagnostics)
      : book_(book),
        diagnostics_(diagnostics),
        mentioned_(MentionedConcepts(book)),
        hidings_(book.concepts.size()),
        matches_(book.vocabulary) {}

  void Check() {
    for (const ConceptWords& entry : book_.vocabulary) {
      if (!mentioned_[entry.concept_id]) FindHiding(entry);
    }
    for (ConceptId id = 0; id < book_.concepts.size(); ++id) {
      if (hidings_[id]) ReportHiding(id, *hidings_[id]);
    }
    ReportUnused();
  }

 private:
  void FindHiding(const ConceptWords& entry) {
    for (const WordPattern& word : entry.words) {
      const std::optional<ConceptId> hidden = HiddenBy(word, entry);
      if (!hidden) continue;
      auto& hiding = hidings_[entry.concept_id];
      if (hiding) {
        ++hiding->more_words;
      } else {
        hiding = {&word, *hidden, 0};
      }
    }
  }

  /// A mentioned concept that the barest text with `word` would mention without this entry.
  std::optional<ConceptId> HiddenBy(const WordPattern& word, const ConceptWords& entry) {
    const std::vector<PhraseMatch> found = matches_.In(word.tokens, entry.language);
    const PhraseIndex& phrases = matches_.phrases();
    for (const PhraseMatch& match : found) {
      const PhraseIndex::Phrase& phrase = phrases.phrases()[match.phrase];
      const bool is_shorter = match.end - match.begin < word.tokens.size();
      if (phrase.role != PhraseIndex::Role::kConcept || !mentioned_[phrase.atom]) continue;
      if (is_shorter && !IsVoidAnyway(found, match)) return phrase.atom;
    }
    return std::nullopt;
  }

  /// By an exception, or by a longer word of a concept that rules mention.
  bool IsVoidAnyway(const std::vector<PhraseMatch>& found, const PhraseMatch& match) const {
    const auto& phrases = matches_.phrases().phrases();
    return std::any_of(found.begin(), found.end(), [&](const PhraseMatch& other) {
      const PhraseIndex::Phrase& phrase = phrases[other.phrase];
      if (other.begin > match.begin || other.end < match.end) return false;
      if (phrase.role == PhraseIndex::Role::kExcept) {
        return phrase.atom == phrases[match.phrase].atom;
      }
      return mentioned_[phrase.atom] && other.end - other.begin > match.end - match.begin;
    });
  }

  void ReportHiding(ConceptId id, const Hiding& hiding) const {
    const std::string& name = book_.concepts[id].name;
    const std::string& hidden = book_.concepts[hiding.hidden].name;
    std::string message = "no rule mentions the concept '" + name +
                          "', and yet it hides another: '" + hiding.word->written +
                          "' is not read as '" + hidden + "', which rules look for";
    if (hiding.more_words > 0) {
      message += "; " + std::to_string(hiding.more_words) + " more of its words hide others";
    }
    Report(hiding.word->span, message,
           "write a rule that mentions '" + name + "', or write the phrase under `except` of '" +
               hidden + "' instead");
  }

  void ReportUnused() const {
    std::vector<std::pair<const SourceText*, std::vector<const Concept*>>> by_file;
    for (ConceptId id = 0; id < book_.concepts.size(); ++id) {
      const Concept& named = book_.concepts[id];
      if (mentioned_[id] || hidings_[id]) continue;
      if (by_file.empty() || by_file.back().first != named.span.source.get()) {
        by_file.push_back({named.span.source.get(), {}});
      }
      by_file.back().second.push_back(&named);
    }
    for (const auto& [file, concepts] : by_file) {
      std::vector<std::string> names;
      for (const Concept* named : concepts) names.push_back(named->name);
      const bool is_one = names.size() == 1;
      Report(concepts.front()->span,
             is_one ? "no rule mentions the concept '" + names.front() + "'"
                    : "no rule mentions " + std::to_string(names.size()) +
                          " of the concepts named here: " + Enumerated(names),
             is_one ? "write a rule that mentions it, or remove the name and its words"
                    : "write rules that mention them, or remove the names and their words");
    }
  }

  void Report(const SourceSpan& span, std::string message, std::string hint) const {
    const bool is_own = IsInOwnFolder(book_, span);
    if (!is_own) hint = "nothing to do where another book needs this; else " + hint;
    diagnostics_->Report({is_own ? Severity::kWarning : Severity::kNote,
                          span,
                          std::move(message),
                          std::move(hint),
                          {}});
  }

  const Rulebook& book_;
  Diagnostics* diagnostics_;
  std::vector<bool> mentioned_;
  std::vector<std::optional<Hiding>> hidings_;  ///< by concept
  PlainMatches matches_;
};

}  // namespace

void CheckConceptUse(const Rulebook& book, Diagnostics* diagnostics) {
  if (!book.concepts.empty()) ConceptUse(book, diagnostics).Check();
}

}  // namespace tranche
