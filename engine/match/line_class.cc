#include "engine/match/line_class.h"

#include <algorithm>
#include <utility>

namespace tranche {
namespace {

std::optional<std::size_t> ColumnOf(const LineSchema& schema, const Probe& probe) {
  const auto position = [](const std::vector<std::string>& names, const std::string& name,
                           std::size_t begin) -> std::optional<std::size_t> {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return begin + static_cast<std::size_t>(found - names.begin());
  };
  switch (probe.kind) {
    case Probe::Kind::kCode:
      return position(schema.schemes, probe.name, schema.scheme_begin());
    case Probe::Kind::kField:
      return position(schema.fields, probe.name, schema.field_begin());
    case Probe::Kind::kNature:
      break;
  }
  return schema.has_nature ? std::optional(schema.nature_column()) : std::nullopt;
}

}  // namespace

SchemaBinding::SchemaBinding(const Matcher& matcher, const LineSchema& schema)
    : schema_(schema),
      probe_of_column_(schema.judged_column_count(), kNoProbe),
      scopes_of_column_(schema.texts.size()) {
  const CompiledRules& rules = matcher.rules();
  for (std::uint32_t probe = 0; probe < rules.probes().size(); ++probe) {
    column_of_probe_.push_back(ColumnOf(schema, rules.probes()[probe]));
    if (column_of_probe_.back()) probe_of_column_[*column_of_probe_.back()] = probe;
  }
  for (std::uint32_t scope = 0; scope < rules.scopes().size(); ++scope) {
    bool has_columns = false;
    for (std::size_t column = 0; column < schema.texts.size(); ++column) {
      if (!IsInScope(column, rules.scopes()[scope])) continue;
      scopes_of_column_[column].push_back(scope);
      has_columns = true;
    }
    scope_has_columns_.push_back(has_columns);
  }
}

bool SchemaBinding::IsInScope(std::size_t column, const TextScope& scope) const {
  const TextColumn& text = schema_.texts[column];
  return scope.Takes(text.name, text.own);
}

LineClass::LineClass(const Matcher& matcher, const SchemaBinding& binding,
                     std::vector<Tri> constants, LanguageMask languages)
    : constants_(std::move(constants)), languages_(languages) {
  for (RuleId rule = 0; rule < matcher.rules().rule_count(); ++rule) {
    const auto triggers = Triggers(matcher, binding, matcher.rules().root(rule));
    if (!triggers) {
      always_.push_back(rule);
      continue;
    }
    for (const AtomId atom : *triggers) triggered_[atom].push_back(rule);
  }
}

std::optional<std::vector<AtomId>> LineClass::LeafTriggers(const Matcher& matcher,
                                                           const SchemaBinding& binding,
                                                           const RuleNode& node) const {
  const CompiledRules& rules = matcher.rules();
  const auto atoms = rules.atoms(node);
  std::vector<AtomId> triggers(atoms.begin(), atoms.end());
  if (node.is_text) {
    if (!binding.ScopeHasColumns(node.subject)) return std::nullopt;
    triggers.push_back(AbsentScope(rules, node.subject));
  } else {
    if (!binding.HasProbe(node.subject)) return std::nullopt;
    triggers.push_back(AbsentProbe(rules, node.subject));
  }
  return triggers;
}

std::optional<std::vector<AtomId>> LineClass::Triggers(const Matcher& matcher,
                                                       const SchemaBinding& binding,
                                                       std::uint32_t index) const {
  const CompiledRules& rules = matcher.rules();
  const RuleNode& node = rules.node(index);
  switch (node.kind) {
    case Condition::Kind::kAll: {
      std::optional<std::vector<AtomId>> fewest;
      for (std::uint32_t c = index + 1; c < node.end; c = rules.node(c).end) {
        auto triggers = Triggers(matcher, binding, c);
        if (triggers && (!fewest || triggers->size() < fewest->size()))
          fewest = std::move(triggers);
      }
      return fewest;
    }
    case Condition::Kind::kAny: {
      std::vector<AtomId> all;
      for (std::uint32_t c = index + 1; c < node.end; c = rules.node(c).end) {
        const auto triggers = Triggers(matcher, binding, c);
        if (!triggers) return std::nullopt;
        all.insert(all.end(), triggers->begin(), triggers->end());
      }
      return all;
    }
    case Condition::Kind::kNot:
      return std::nullopt;
    case Condition::Kind::kCountry:
    case Condition::Kind::kYear:
      if (constants_[node.subject] == Tri::kFalse) return std::vector<AtomId>();
      return std::nullopt;
    default:
      return LeafTriggers(matcher, binding, node);
  }
}

}  // namespace tranche
