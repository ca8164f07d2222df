#ifndef TRANCHE_ENGINE_MATCH_SIGNATURE_H_
#define TRANCHE_ENGINE_MATCH_SIGNATURE_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// A rule that matters on a line.
struct RuleHit {
  RuleId rule = kOtherwiseRule;
  /// The rule does not match: it could not be tested, and says `if_unknown: undecided`.
  bool is_unknown = false;

  friend bool operator==(const RuleHit&, const RuleHit&) = default;
  friend auto operator<=>(const RuleHit&, const RuleHit&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const RuleHit& hit) {
    return H::combine(std::move(h), hit.rule, hit.is_unknown);
  }
};

/// What the text and codes of a line say, reduced to the rules that matter. Money is added by
/// signature; definitions are applied to signatures afterwards, without any text (see verdict.h).
///
/// A run names its *open* rules, those that a study will change, move or remove. The signature is
/// the set of open rules that match plus the first fixed rule that matches. Without open rules
/// (plain `classify`) it is just the first matching rule.
struct Signature {
  std::vector<RuleHit> open;  ///< open rules that match, ascending
  RuleHit fixed;              ///< the first rule that matches and is not open
  /// Only under `decide: unique`: the first matching rule that does not say the same as the
  /// decider. kOtherwiseRule: none.
  RuleId conflict = kOtherwiseRule;
  /// Rules that come before the deciding one and could not be tested, because the line lacks what
  /// they ask about: they might have taken this money. Without those that decide by `if_unknown`.
  std::vector<RuleId> untested;
  /// A person has ruled on this line: index in Rulebook::decisions. It comes before all rules.
  DecisionId decision = kNoDecision;
  /// The label or the amount of the line is no longer what that person saw.
  bool decision_is_stale = false;

  /// The rule that decides under the book's own order.
  RuleHit Decider() const { return open.empty() || open.front() > fixed ? fixed : open.front(); }

  friend bool operator==(const Signature&, const Signature&) = default;
  friend auto operator<=>(const Signature&, const Signature&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const Signature& s) {
    return H::combine(std::move(h), s.open, s.fixed, s.conflict, s.untested, s.decision,
                      s.decision_is_stale);
  }
};

using SignatureId = std::uint32_t;

/// Signatures seen by one thread, numbered in the order of appearance. Not thread-safe; tables of
/// several threads are brought together by content when tallies are merged.
class SignatureTable {
 public:
  SignatureId Intern(const Signature& signature) {
    const auto [it, is_new] =
        ids_.try_emplace(signature, static_cast<SignatureId>(signatures_.size()));
    if (is_new) signatures_.push_back(signature);
    return it->second;
  }
  const Signature& signature(SignatureId id) const { return signatures_[id]; }
  std::size_t size() const { return signatures_.size(); }

 private:
  std::vector<Signature> signatures_;
  absl::flat_hash_map<Signature, SignatureId> ids_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_SIGNATURE_H_
