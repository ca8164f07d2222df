#include "engine/study/text_witness.h"

#include <algorithm>
#include <array>
#include <span>

namespace tranche {
namespace {

/// Voiding phrases around voiding phrases: deeper than this no vocabulary goes.
constexpr int kMaxDepth = 4;

std::string Joined(const std::vector<std::string>& tokens) {
  std::string text;
  for (const std::string& token : tokens) text += (text.empty() ? "" : " ") + token;
  return text;
}

bool Has(const std::vector<AtomId>& atoms, AtomId atom) {
  return std::binary_search(atoms.begin(), atoms.end(), atom);
}

std::array<const std::vector<TokenPattern>*, 2> FormsOf(const WordPattern& pattern) {
  return {&pattern.tokens, pattern.digraph_tokens.empty() ? nullptr : &pattern.digraph_tokens};
}

}  // namespace

TextWitness::TextWitness(const Matcher& matcher) : matcher_(matcher) {
  const Rulebook& book = matcher.rulebook();
  words_of_concept_.resize(book.concepts.size());
  for (const ConceptWords& entry : book.vocabulary) {
    AddSayings(entry.words, entry, false);
    AddSayings(entry.except, entry, true);
  }
}

void TextWitness::AddSayings(const std::vector<WordPattern>& words, const ConceptWords& entry,
                             bool except) {
  const std::array<std::string, 1> name = {entry.language};
  const LanguageMask languages =
      entry.language == "any" ? kEveryLanguage : matcher_.phrases().MaskOf(name);
  for (const WordPattern& word : words) {
    for (const std::vector<TokenPattern>* tokens : FormsOf(word)) {
      if (tokens == nullptr) continue;
      if (!except) words_of_concept_[entry.concept_id].push_back(sayings_.size());
      sayings_.push_back({tokens, entry.concept_id, languages, except});
    }
  }
}

std::optional<std::string> TextWitness::Find(const RuleNode& wanted,
                                             const std::vector<AtomId>& unwanted,
                                             LanguageMask languages) {
  if (wanted.kind == Condition::Kind::kMentions) {
    for (const ConceptId concept_id : wanted.source->concepts) {
      if (Has(unwanted, concept_id)) continue;
      for (const std::size_t index : words_of_concept_[concept_id]) {
        const Saying& saying = sayings_[index];
        if (!Applies(saying.languages, languages)) continue;
        const auto sketch = TextSketch::Of(*saying.tokens);
        auto text = Extend(*sketch, {concept_id, &unwanted, languages}, 0);
        if (text) return text;
      }
    }
    return std::nullopt;
  }
  const AtomId atom = matcher_.rules().atoms(wanted).front();
  if (Has(unwanted, atom)) return std::nullopt;
  const auto& words = wanted.kind == Condition::Kind::kWords
                          ? wanted.source->words
                          : matcher_.rulebook().lists[wanted.source->list].words;
  for (const WordPattern& word : words) {
    if (auto text = FindFor(word, {atom, &unwanted, languages})) return text;
  }
  return std::nullopt;
}

std::optional<std::string> TextWitness::FindFor(const WordPattern& pattern, const Wish& wish) {
  for (const std::vector<TokenPattern>* tokens : FormsOf(pattern)) {
    if (tokens == nullptr) continue;
    const auto sketch = TextSketch::Of(*tokens);
    if (auto text = Extend(*sketch, wish, 0)) return text;
  }
  return std::nullopt;
}

std::optional<std::string> TextWitness::Extend(const TextSketch& sketch, const Wish& wish,
                                               int depth) {
  ++steps_;
  const PhraseIndex& phrases = matcher_.phrases();
  const std::vector<std::string> tokens = sketch.Tokens();
  std::vector<std::vector<PieceId>> pieces(tokens.size());
  std::vector<std::span<const PieceId>> views;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    phrases.PiecesOf(tokens[i], &pieces[i]);
    views.emplace_back(pieces[i]);
  }
  std::vector<PhraseMatch> matches;
  phrases.FindPhrases(views, std::vector<bool>(tokens.size(), false), wish.languages, &matches);
  bool is_said = false;
  const PhraseMatch* unwanted = nullptr;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const PhraseIndex::Phrase& phrase = phrases.phrases()[matches[i].phrase];
    if (phrase.role == PhraseIndex::Role::kExcept || phrases.IsVoid(matches, i)) continue;
    is_said |= phrase.atom == wish.atom;
    if (!Has(*wish.unwanted, phrase.atom)) continue;
    // Inline words are never void, so every text that fits the sketch has them.
    if (phrase.role == PhraseIndex::Role::kInlineWords) return std::nullopt;
    unwanted = &matches[i];
  }
  // More words can only void more of what is wanted, never bring it back.
  if (!is_said) return std::nullopt;
  if (unwanted == nullptr) return Joined(tokens);
  return VoidAndExtend(sketch, *unwanted, wish, depth);
}

std::optional<std::string> TextWitness::VoidAndExtend(const TextSketch& sketch,
                                                      const PhraseMatch& match, const Wish& wish,
                                                      int depth) {
  if (depth == kMaxDepth) {
    gave_up_ = true;
    return std::nullopt;
  }
  const AtomId concept_id = matcher_.phrases().phrases()[match.phrase].atom;
  const auto length = static_cast<std::ptrdiff_t>(match.end - match.begin);
  for (const Saying& saying : sayings_) {
    if (!Applies(saying.languages, wish.languages)) continue;
    const auto size = static_cast<std::ptrdiff_t>(saying.tokens->size());
    const bool voids =
        saying.is_exception ? saying.concept_id == concept_id && size >= length : size > length;
    if (!voids) continue;
    const auto last = static_cast<std::ptrdiff_t>(match.begin);
    for (std::ptrdiff_t begin = last - (size - length); begin <= last; ++begin) {
      const auto grown = sketch.With(*saying.tokens, begin);
      if (!grown) continue;
      if (auto text = Extend(*grown, wish, depth + 1)) return text;
    }
  }
  return std::nullopt;
}

}  // namespace tranche
