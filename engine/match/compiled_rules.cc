#include "engine/match/compiled_rules.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tranche {
namespace {

template <typename T>
std::uint32_t InternIn(std::vector<T>* all, T value) {
  const auto found = std::find(all->begin(), all->end(), value);
  const auto index = static_cast<std::uint32_t>(found - all->begin());
  if (found == all->end()) all->push_back(std::move(value));
  return index;
}

Tri ConstantTruth(const Condition& condition, CountryCode country, std::int16_t year) {
  if (condition.kind == Condition::Kind::kCountry) {
    const auto& countries = condition.countries;
    return TriOf(std::find(countries.begin(), countries.end(), country) != countries.end());
  }
  return TriOf(
      std::any_of(condition.years.begin(), condition.years.end(),
                  [year](const auto& span) { return span.first <= year && year <= span.second; }));
}

}  // namespace

struct CompiledRules::Additions {
  const Rulebook& book;
  PhraseIndex* phrases;
  RegexIndex* regexes;
  std::vector<std::optional<AtomId>> list_atoms;
};

CompiledRules::CompiledRules(const Rulebook& rulebook, PhraseIndex* phrases, RegexIndex* regexes)
    : atom_count_(static_cast<std::uint32_t>(rulebook.concepts.size())) {
  Additions additions{rulebook, phrases, regexes, {}};
  additions.list_atoms.resize(rulebook.lists.size());
  for (const Rule& rule : rulebook.rules) {
    roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
    AddNode(rule.when, &additions);
  }
}

void CompiledRules::AddNode(const Condition& condition, Additions* additions) {
  const std::size_t index = nodes_.size();
  RuleNode node;
  node.kind = condition.kind;
  node.source = &condition;
  node.atoms_begin = static_cast<std::uint32_t>(atoms_.size());
  AddLeaf(condition, &node, additions);
  node.atoms_end = static_cast<std::uint32_t>(atoms_.size());
  nodes_.push_back(node);
  for (const Condition& child : condition.children) AddNode(child, additions);
  nodes_[index].end = static_cast<std::uint32_t>(nodes_.size());
}

void CompiledRules::AddLeaf(const Condition& condition, RuleNode* node, Additions* additions) {
  const auto add_probe = [&](Probe::Kind kind) {
    node->subject = InternProbe({kind, condition.name});
    atoms_.push_back(atom_count_);
    probe_leaves_.push_back({node->subject, atom_count_++, &condition.codes, &condition.values});
  };
  switch (condition.kind) {
    case Condition::Kind::kCode:
      add_probe(Probe::Kind::kCode);
      break;
    case Condition::Kind::kField:
      add_probe(Probe::Kind::kField);
      break;
    case Condition::Kind::kNature:
      add_probe(Probe::Kind::kNature);
      break;
    case Condition::Kind::kMentions:
      node->is_text = true;
      node->subject = InternScope(condition.scope);
      atoms_.insert(atoms_.end(), condition.concepts.begin(), condition.concepts.end());
      break;
    case Condition::Kind::kWords:
      node->is_text = true;
      node->subject = InternScope(condition.scope);
      additions->phrases->AddInlineWords(condition.words, atom_count_);
      atoms_.push_back(atom_count_++);
      break;
    case Condition::Kind::kCountry:
    case Condition::Kind::kYear:
      node->subject = static_cast<std::uint32_t>(constants_.size());
      constants_.push_back(&condition);
      break;
    case Condition::Kind::kRegex: {
      node->is_text = true;
      node->subject = InternScope(condition.scope);
      const AtomId atom = additions->regexes->Add(condition.regex, atom_count_);
      if (atom == atom_count_) ++atom_count_;
      atoms_.push_back(atom);
      break;
    }
    case Condition::Kind::kListed:
      AddListed(condition, node, additions);
      break;
    case Condition::Kind::kAll:
    case Condition::Kind::kAny:
    case Condition::Kind::kNot:
      break;
  }
}

void CompiledRules::AddListed(const Condition& condition, RuleNode* node, Additions* additions) {
  const WordList& list = additions->book.lists[condition.list];
  node->is_text = list.scheme.empty();
  node->subject =
      node->is_text ? InternScope(condition.scope) : InternProbe({Probe::Kind::kCode, list.scheme});
  std::optional<AtomId>& atom = additions->list_atoms[condition.list];
  if (!atom) {
    atom = atom_count_++;
    if (node->is_text) {
      additions->phrases->AddInlineWords(list.words, *atom);
    } else {
      probe_leaves_.push_back({node->subject, *atom, &list.codes, nullptr});
    }
  }
  atoms_.push_back(*atom);
}

std::uint32_t CompiledRules::InternProbe(Probe probe) {
  return InternIn(&probes_, std::move(probe));
}

std::uint32_t CompiledRules::InternScope(const TextScope& scope) {
  return InternIn(&scopes_, scope);
}

std::vector<Tri> CompiledRules::ConstantsFor(CountryCode country, std::int16_t year) const {
  std::vector<Tri> truths;
  truths.reserve(constants_.size());
  for (const Condition* condition : constants_) {
    truths.push_back(ConstantTruth(*condition, country, year));
  }
  return truths;
}

}  // namespace tranche
