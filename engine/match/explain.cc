#include "engine/match/explain.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/base/fold.h"
#include "engine/match/signature_builder.h"

namespace tranche {
namespace {

bool Contains(std::span<const AtomId> atoms, AtomId atom) {
  return std::find(atoms.begin(), atoms.end(), atom) != atoms.end();
}

/// What a probe leaf asks for, as the author wrote it; of a list the codes that took `value`.
std::string ProbeText(const Condition& condition, const Rulebook& book, std::string_view value) {
  std::string text;
  const auto append = [&text](const std::string& part) {
    if (!text.empty()) text += ", ";
    text += part;
  };
  if (condition.kind == Condition::Kind::kListed) {
    const WordList& list = book.lists[condition.list];
    for (const CodePattern& code : list.codes) {
      if (code.Matches(value, CountsBySegment(list.scheme, code.from))) append(code.Written());
    }
    return list.name + ": " + text;
  }
  for (const CodePattern& code : condition.codes) append(code.Written());
  for (const std::string& part : condition.values) append(part);
  return text;
}

/// What a text leaf is called in evidence: `road`, `words`, `regex`, or the name of a list.
std::string TextSubject(const RuleNode& node, AtomId atom, const Rulebook& book) {
  if (node.kind == Condition::Kind::kListed) return book.lists[node.source->list].name;
  if (node.kind == Condition::Kind::kRegex) return "regex";
  return node.kind == Condition::Kind::kWords ? "words" : book.concepts[atom].name;
}

}  // namespace

std::string Decision::EvidenceText() const {
  std::string text;
  for (const Evidence& item : evidence) {
    if (!text.empty()) text += "; ";
    text += item.column + " \"" + item.found + "\" (" + item.condition + ")";
  }
  return text;
}

Explainer::Explainer(const Matcher& matcher, const LineSchema& schema)
    : matcher_(matcher), binding_(matcher, schema) {}

Explainer::Cover Explainer::CoverOf(std::span<const PhraseMatch> matches, std::size_t index,
                                    std::string_view cell,
                                    std::span<const FoldedToken> places) const {
  const PhraseIndex& phrases = matcher_.phrases();
  const std::optional<std::size_t> cover = phrases.CoverOf(matches, index);
  if (!cover) return {};
  const PhraseMatch& longer = matches[*cover];
  const std::size_t begin = places[longer.begin].begin;
  const PhraseIndex::Phrase& phrase = phrases.phrases()[longer.phrase];
  const bool is_exception = phrase.role == PhraseIndex::Role::kExcept;
  return {std::string(cell.substr(begin, places[longer.end - 1].end - begin)),
          (is_exception ? "an exception of " : "a word for ") +
              matcher_.rulebook().concepts[phrase.atom].name,
          !is_exception && phrase.atom == phrases.phrases()[matches[index].phrase].atom};
}

std::vector<Explainer::TextHit> Explainer::FindTexts(std::span<const std::string_view> cells,
                                                     LanguageMask languages) const {
  std::vector<TextHit> hits;
  const PhraseIndex& index = matcher_.phrases();
  for (std::size_t column = 0; column < binding_.schema().texts.size(); ++column) {
    if (cells[column].data() == nullptr) continue;
    const std::vector<FoldedToken> tokens = FoldWithPlaces(cells[column]);
    std::vector<std::vector<PieceId>> pieces(tokens.size());
    std::vector<bool> is_boundary;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      is_boundary.push_back(tokens[i].text == kLabelBoundaryToken);
      if (!is_boundary.back()) index.PiecesOf(tokens[i].text, &pieces[i]);
    }
    const std::vector<std::span<const PieceId>> views(pieces.begin(), pieces.end());
    std::vector<PhraseMatch> matches;
    index.FindPhrases(views, is_boundary, languages, &matches);
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const PhraseIndex::Phrase& phrase = index.phrases()[matches[i].phrase];
      if (phrase.role == PhraseIndex::Role::kExcept) continue;
      hits.push_back({column, phrase.atom, phrase.role == PhraseIndex::Role::kInlineWords,
                      index.IsVoid(matches, i), tokens[matches[i].begin].begin,
                      tokens[matches[i].end - 1].end, phrase.pattern->written,
                      CoverOf(matches, i, cells[column], tokens)});
    }
    for (const RegexIndex::Place& place : matcher_.regexes().PlacesIn(cells[column])) {
      hits.push_back({column, place.atom, /*is_inline=*/true, /*is_void=*/false, place.begin,
                      place.end, place.regex->expression()});
    }
  }
  std::sort(hits.begin(), hits.end(), [](const TextHit& a, const TextHit& b) {
    return std::tie(a.column, a.begin, a.end, a.written) <
           std::tie(b.column, b.begin, b.end, b.written);
  });
  return hits;
}

Tri Explainer::LeafTruth(const RuleNode& node, const Line& line) const {
  const auto atoms = matcher_.rules().atoms(node);
  if (!node.is_text) {
    const auto column = binding_.column_of_probe(node.subject);
    if (!column || line.cells[*column].data() == nullptr) return Tri::kUnknown;
    std::vector<AtomId> proven;
    matcher_.probe(node.subject).Judge(line.cells[*column], &proven);
    return TriOf(Contains(proven, atoms.front()));
  }
  bool has_text = false;
  for (std::size_t column = 0; column < binding_.schema().texts.size(); ++column) {
    has_text |=
        line.cells[column].data() != nullptr && binding_.IsInScope(column, node.source->scope);
  }
  if (!has_text) return Tri::kUnknown;
  return TriOf(std::any_of(line.hits.begin(), line.hits.end(), [&](const TextHit& hit) {
    return !hit.is_void && Contains(atoms, hit.atom) &&
           binding_.IsInScope(hit.column, node.source->scope);
  }));
}

Explainer::Line Explainer::Look(std::span<const std::string_view> cells,
                                const LineGroup& group) const {
  return {cells, group, matcher_.rules().ConstantsFor(group.country, group.year),
          FindTexts(cells, matcher_.LanguagesFor(binding_.schema().languages, group.country))};
}

Tri Explainer::TruthAt(std::uint32_t node, const Line& line) const {
  return matcher_.rules().Evaluate(node, line.constants,
                                   [&](const RuleNode& leaf) { return LeafTruth(leaf, line); });
}

Decision Explainer::Explain(std::span<const std::string_view> cells, const LineGroup& group) const {
  return Decide(Look(cells, group), {});
}

Decision Explainer::Decide(const Line& line, const std::vector<Tri>& truths) const {
  const CompiledRules& rules = matcher_.rules();
  SignatureBuilder builder(matcher_);
  for (RuleId rule = 0; rule < rules.rule_count() && !builder.IsComplete(); ++rule) {
    builder.Add(rule, truths.empty() ? TruthAt(rules.root(rule), line) : truths[rule]);
  }
  Decision decision{builder.signature(), {}};
  for (const RuleId rule : {decision.signature.Decider().rule, decision.signature.conflict}) {
    if (rule == kOtherwiseRule) continue;
    CollectEvidence(rules.root(rule), line, &decision.evidence);
  }
  return decision;
}

void Explainer::CollectEvidence(std::uint32_t index, const Line& line,
                                std::vector<Evidence>* evidence) const {
  const CompiledRules& rules = matcher_.rules();
  const RuleNode& node = rules.node(index);
  // What is not there proves a `not`; there is no place to show for it.
  if (node.kind == Condition::Kind::kNot) return;
  if (TruthAt(index, line) != Tri::kTrue) return;
  if (node.kind == Condition::Kind::kAll || node.kind == Condition::Kind::kAny) {
    for (std::uint32_t c = index + 1; c < node.end; c = rules.node(c).end) {
      CollectEvidence(c, line, evidence);
    }
    return;
  }
  if (node.kind == Condition::Kind::kCountry || node.kind == Condition::Kind::kYear) return;
  AddLeafEvidence(node, line, evidence);
}

void Explainer::AddLeafEvidence(const RuleNode& node, const Line& line,
                                std::vector<Evidence>* evidence) const {
  if (!node.is_text) {
    const std::size_t column = *binding_.column_of_probe(node.subject);
    const Probe& probe = matcher_.rules().probes()[node.subject];
    evidence->push_back({probe.kind == Probe::Kind::kNature ? "nature" : probe.name,
                         std::string(line.cells[column]), 0, line.cells[column].size(),
                         ProbeText(*node.source, matcher_.rulebook(), line.cells[column])});
    return;
  }
  const auto atoms = matcher_.rules().atoms(node);
  for (const TextHit& hit : line.hits) {
    if (hit.is_void || !Contains(atoms, hit.atom) ||
        !binding_.IsInScope(hit.column, node.source->scope))
      continue;
    const std::string subject = TextSubject(node, hit.atom, matcher_.rulebook());
    evidence->push_back({binding_.schema().texts[hit.column].name,
                         std::string(line.cells[hit.column].substr(hit.begin, hit.end - hit.begin)),
                         hit.begin, hit.end, subject + ": " + hit.written});
  }
}

}  // namespace tranche
