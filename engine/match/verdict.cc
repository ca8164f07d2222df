#include "engine/match/verdict.h"

namespace tranche {
namespace {

Verdict OfDecision(const Signature& signature, const Rulebook& book) {
  if (signature.decision_is_stale) {
    return {Verdict::Kind::kStaleDecision, kStaleDecisionRule, kOtherwiseRule, std::nullopt,
            Outcome::Whole(book.undecided())};
  }
  const LineDecision& decision = book.decisions[signature.decision];
  return {Verdict::Kind::kDecision, kDecisionRule, kOtherwiseRule, decision.item,
          decision.item ? book.items[*decision.item].counts : decision.outcome};
}

}  // namespace

Verdict VerdictOf(const Signature& signature, const Rulebook& book) {
  if (signature.decision != kNoDecision) return OfDecision(signature, book);
  return VerdictOfRules(signature, book);
}

Verdict VerdictOfRules(const Signature& signature, const Rulebook& book) {
  const RuleHit decider = signature.Decider();
  Verdict verdict;
  verdict.rule = decider.rule;
  if (decider.is_unknown || signature.conflict != kOtherwiseRule) {
    verdict.kind = decider.is_unknown ? Verdict::Kind::kUnknown : Verdict::Kind::kConflict;
    verdict.other = signature.conflict;
    verdict.outcome = Outcome::Whole(book.undecided());
    return verdict;
  }
  if (decider.rule != kOtherwiseRule) {
    verdict.kind = Verdict::Kind::kRule;
    verdict.item = book.rules[decider.rule].item;
  }
  verdict.outcome = book.OutcomeOf(decider.rule);
  return verdict;
}

}  // namespace tranche
