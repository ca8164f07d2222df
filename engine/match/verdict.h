#ifndef TRANCHE_ENGINE_MATCH_VERDICT_H_
#define TRANCHE_ENGINE_MATCH_VERDICT_H_

#include <cstdint>
#include <optional>

#include "engine/match/signature.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// What a signature comes to under a book: the step from *what is it?* to *does it count?*. The one
/// place that knows that decisions come before rules, and what unknown, conflicting and stale mean.
struct Verdict {
  enum class Kind : std::uint8_t {
    kRule,           ///< `rule` matches and decides
    kOtherwise,      ///< no rule does
    kUnknown,        ///< `rule` could not be tested and says `if_unknown: undecided`
    kConflict,       ///< `decide: unique`, and `rule` and `other` match and differ
    kDecision,       ///< a person decided
    kStaleDecision,  ///< a person decided, on another label or amount
  };
  Kind kind = Kind::kOtherwise;
  RuleId rule = kOtherwiseRule;   ///< of the book, or a pseudo rule
  RuleId other = kOtherwiseRule;  ///< kConflict
  std::optional<ItemId> item;
  Outcome outcome;
};

Verdict VerdictOf(const Signature& signature, const Rulebook& book);

/// The same as if no person had decided the line.
Verdict VerdictOfRules(const Signature& signature, const Rulebook& book);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_VERDICT_H_
