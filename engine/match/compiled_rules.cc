#include "engine/match/compiled_rules.h"

#include <algorithm>
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

CompiledRules::CompiledRules(const Rulebook& rulebook, PhraseIndex* phrases)
    : atom_count_(static_cast<std::uint32_t>(rulebook.concepts.size())) {
  for (const Rule& rule : rulebook.rules) {
    roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
    AddNode(rule.when, phrases);
  }
}

void CompiledRules::AddNode(const Condition& condition, PhraseIndex* phrases) {
  const std::size_t index = nodes_.size();
  RuleNode node;
  node.kind = condition.kind;
  node.source = &condition;
  node.atoms_begin = static_cast<std::uint32_t>(atoms_.size());
  AddLeaf(condition, &node, phrases);
  node.atoms_end = static_cast<std::uint32_t>(atoms_.size());
  nodes_.push_back(node);
  for (const Condition& child : condition.children) AddNode(child, phrases);
  nodes_[index].end = static_cast<std::uint32_t>(nodes_.size());
}

void CompiledRules::AddLeaf(const Condition& condition, RuleNode* node, PhraseIndex* phrases) {
  const auto add_probe = [&](Probe::Kind kind) {
    node->subject = InternProbe({kind, condition.name});
    atoms_.push_back(atom_count_);
    probe_leaves_.push_back({node->subject, atom_count_++, &condition});
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
      node->subject = InternScope(condition.scope);
      atoms_.insert(atoms_.end(), condition.concepts.begin(), condition.concepts.end());
      break;
    case Condition::Kind::kWords:
      node->subject = InternScope(condition.scope);
      phrases->AddInlineWords(condition.words, atom_count_);
      atoms_.push_back(atom_count_++);
      break;
    case Condition::Kind::kCountry:
    case Condition::Kind::kYear:
      node->subject = static_cast<std::uint32_t>(constants_.size());
      constants_.push_back(&condition);
      break;
    case Condition::Kind::kRegex:
    case Condition::Kind::kListed:
    case Condition::Kind::kAll:
    case Condition::Kind::kAny:
    case Condition::Kind::kNot:
      break;
  }
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
