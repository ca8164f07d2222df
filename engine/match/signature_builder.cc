#include "engine/match/signature_builder.h"

namespace tranche {

bool SignatureBuilder::IsComplete() const {
  if (matcher_.has_open_rules() || signature_.fixed.rule == kOtherwiseRule) return false;
  const bool may_conflict = matcher_.rulebook().decide_unique && !signature_.fixed.is_unknown;
  return !may_conflict || signature_.conflict != kOtherwiseRule;
}

bool SignatureBuilder::Wants(RuleId rule) const {
  // A study may move an open rule before the one that decides now, so all of them are tried.
  if (matcher_.IsOpen(rule) || signature_.fixed.rule == kOtherwiseRule) return true;
  return matcher_.rulebook().decide_unique && signature_.conflict == kOtherwiseRule;
}

void SignatureBuilder::Add(RuleId rule, Tri truth) {
  const Rulebook& book = matcher_.rulebook();
  if (truth == Tri::kFalse) return;
  const bool is_unknown = truth == Tri::kUnknown;
  const bool hits = !is_unknown || book.rules[rule].undecided_if_unknown;
  if (!hits) {
    if (!IsDecided()) signature_.untested.push_back(rule);
    return;
  }
  const RuleHit decider = signature_.Decider();
  if (book.decide_unique && !is_unknown && decider.rule != kOtherwiseRule && !decider.is_unknown &&
      signature_.conflict == kOtherwiseRule && !book.SayTheSame(decider.rule, rule)) {
    signature_.conflict = rule;
  }
  if (matcher_.IsOpen(rule)) {
    signature_.open.push_back({rule, is_unknown});
  } else if (signature_.fixed.rule == kOtherwiseRule) {
    signature_.fixed = {rule, is_unknown};
  }
}

}  // namespace tranche
