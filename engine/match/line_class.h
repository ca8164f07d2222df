#ifndef TRANCHE_ENGINE_MATCH_LINE_CLASS_H_
#define TRANCHE_ENGINE_MATCH_LINE_CLASS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/layout/budget_line.h"
#include "engine/match/matcher.h"

namespace tranche {

/// How a schema's columns serve a matcher: which column answers which probe, which text columns lie
/// in which scope. Immutable; the matcher and the schema must outlive it.
class SchemaBinding {
 public:
  SchemaBinding(const Matcher& matcher, const LineSchema& schema);

  static constexpr std::uint32_t kNoProbe = UINT32_MAX;

  const LineSchema& schema() const { return schema_; }
  bool IsText(std::size_t column) const { return column < schema_.texts.size(); }
  /// The probe that a column answers; kNoProbe where no rule asks for it.
  std::uint32_t probe_of_column(std::size_t column) const { return probe_of_column_[column]; }
  /// True where the schema has a column for the probe.
  bool HasProbe(std::uint32_t probe) const { return column_of_probe_[probe].has_value(); }
  std::optional<std::size_t> column_of_probe(std::uint32_t probe) const {
    return column_of_probe_[probe];
  }
  /// Scopes that a text column lies in.
  const std::vector<std::uint32_t>& scopes_of_column(std::size_t column) const {
    return scopes_of_column_[column];
  }
  bool ScopeHasColumns(std::uint32_t scope) const { return scope_has_columns_[scope]; }
  /// Text columns of a scope.
  bool IsInScope(std::size_t column, const TextScope& scope) const;

 private:
  const LineSchema& schema_;
  std::vector<std::uint32_t> probe_of_column_;
  std::vector<std::optional<std::size_t>> column_of_probe_;
  std::vector<std::vector<std::uint32_t>> scopes_of_column_;
  std::vector<bool> scope_has_columns_;
};

/// Countries and years that no condition of the rulebook separates, under one schema: the rules
/// that can still match there, and by which atom each is found. Immutable.
class LineClass {
 public:
  LineClass(const Matcher& matcher, const SchemaBinding& binding, std::vector<Tri> constants,
            LanguageMask languages);

  const std::vector<Tri>& constants() const { return constants_; }
  LanguageMask languages() const { return languages_; }
  /// Rules that must be tried on every line of the class, ascending.
  const std::vector<RuleId>& always() const { return always_; }
  /// Rules that can only be true or unknown where `atom` is present; null: none.
  const std::vector<RuleId>* TriggeredBy(AtomId atom) const {
    const auto it = triggered_.find(atom);
    return it == triggered_.end() ? nullptr : &it->second;
  }

  /// Atoms beyond the rules' own: "the line has no value for this probe / no text in this scope".
  static AtomId AbsentProbe(const CompiledRules& rules, std::uint32_t probe) {
    return rules.atom_count() + probe;
  }
  static AtomId AbsentScope(const CompiledRules& rules, std::uint32_t scope) {
    return rules.atom_count() + static_cast<AtomId>(rules.probes().size()) + scope;
  }

 private:
  /// Atoms of which at least one must be present for the subtree to be true or unknown; nothing
  /// where it can be so on any line.
  std::optional<std::vector<AtomId>> Triggers(const Matcher& matcher, const SchemaBinding& binding,
                                              std::uint32_t node) const;
  std::optional<std::vector<AtomId>> LeafTriggers(const Matcher& matcher,
                                                  const SchemaBinding& binding,
                                                  const RuleNode& node) const;

  std::vector<Tri> constants_;
  LanguageMask languages_;
  std::vector<RuleId> always_;
  absl::flat_hash_map<AtomId, std::vector<RuleId>> triggered_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_LINE_CLASS_H_
