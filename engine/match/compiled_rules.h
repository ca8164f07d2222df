#ifndef TRANCHE_ENGINE_MATCH_COMPILED_RULES_H_
#define TRANCHE_ENGINE_MATCH_COMPILED_RULES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/match/phrase_index.h"
#include "engine/match/regex_index.h"
#include "engine/match/tri.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Something outside the texts that conditions ask about: a code scheme, a plain field, the nature.
struct Probe {
  enum class Kind : std::uint8_t { kCode, kField, kNature };
  Kind kind = Kind::kCode;
  std::string name;

  friend bool operator==(const Probe&, const Probe&) = default;
};

/// One node of a rule's condition. Nodes of a rule stand in preorder; `end` is one past the last
/// node of the subtree, so children are walked without pointers.
struct RuleNode {
  Condition::Kind kind = Condition::Kind::kAll;
  bool is_text = false;  ///< looks into the texts of a scope: mentions, words, regex, listed words
  std::uint32_t end = 0;
  std::uint32_t subject =
      0;  ///< probe (codes, fields, nature), scope (texts), or constant (country, year)
  std::uint32_t atoms_begin = 0;  ///< any of these atoms makes the leaf true
  std::uint32_t atoms_end = 0;
  const Condition* source = nullptr;  ///< lives in the rulebook; for evidence
};

/// The rules as flat conditions over atoms. Immutable; safe to share between threads. The rulebook
/// must outlive it.
class CompiledRules {
 public:
  /// Adds the words and the lists of words that rules look for to `phrases`, each list once however
  /// many rules name it, and their regular expressions to `regexes`.
  CompiledRules(const Rulebook& rulebook, PhraseIndex* phrases, RegexIndex* regexes);

  std::size_t rule_count() const { return roots_.size(); }
  std::uint32_t root(RuleId rule) const { return roots_[rule]; }
  const RuleNode& node(std::uint32_t index) const { return nodes_[index]; }
  std::span<const AtomId> atoms(const RuleNode& node) const {
    return {atoms_.data() + node.atoms_begin, node.atoms_end - node.atoms_begin};
  }
  std::uint32_t atom_count() const { return atom_count_; }
  const std::vector<Probe>& probes() const { return probes_; }
  const std::vector<TextScope>& scopes() const { return scopes_; }

  /// Truth of every country and year condition for one country and year, by `subject`.
  std::vector<Tri> ConstantsFor(CountryCode country, std::int16_t year) const;

  /// Truth of the subtree at `index`; `leaf(node)` answers for leaves other than kCountry/kYear.
  template <typename LeafTruth>
  Tri Evaluate(std::uint32_t index, std::span<const Tri> constants, const LeafTruth& leaf) const {
    const RuleNode& n = nodes_[index];
    switch (n.kind) {
      case Condition::Kind::kAll: {
        Tri truth = Tri::kTrue;
        for (std::uint32_t c = index + 1; c < n.end && truth != Tri::kFalse; c = nodes_[c].end) {
          truth = And(truth, Evaluate(c, constants, leaf));
        }
        return truth;
      }
      case Condition::Kind::kAny: {
        Tri truth = Tri::kFalse;
        for (std::uint32_t c = index + 1; c < n.end && truth != Tri::kTrue; c = nodes_[c].end) {
          truth = Or(truth, Evaluate(c, constants, leaf));
        }
        return truth;
      }
      case Condition::Kind::kNot:
        return Not(Evaluate(index + 1, constants, leaf));
      case Condition::Kind::kCountry:
      case Condition::Kind::kYear:
        return constants[n.subject];
      default:
        return leaf(n);
    }
  }

  /// A condition on codes, a field or the nature, for whoever judges the values of a probe.
  struct ProbeLeaf {
    std::uint32_t probe = 0;
    AtomId atom = 0;
    const std::vector<CodePattern>* codes = nullptr;  ///< of the condition or of its list
    const std::vector<std::string>* values = nullptr;
  };
  const std::vector<ProbeLeaf>& probe_leaves() const { return probe_leaves_; }

 private:
  /// What is only needed while rules are added.
  struct Additions;

  void AddNode(const Condition& condition, Additions* additions);
  void AddLeaf(const Condition& condition, RuleNode* node, Additions* additions);
  void AddListed(const Condition& condition, RuleNode* node, Additions* additions);
  std::uint32_t InternProbe(Probe probe);
  std::uint32_t InternScope(const TextScope& scope);

  std::vector<RuleNode> nodes_;
  std::vector<std::uint32_t> roots_;
  std::vector<AtomId> atoms_;
  std::uint32_t atom_count_ = 0;
  std::vector<Probe> probes_;
  std::vector<TextScope> scopes_;
  std::vector<ProbeLeaf> probe_leaves_;
  std::vector<const Condition*> constants_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_COMPILED_RULES_H_
