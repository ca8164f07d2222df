#ifndef TRANCHE_ENGINE_MATCH_SIGNATURE_BUILDER_H_
#define TRANCHE_ENGINE_MATCH_SIGNATURE_BUILDER_H_

#include "engine/match/matcher.h"
#include "engine/match/signature.h"
#include "engine/match/tri.h"

namespace tranche {

/// Makes a line's signature of the truth of its rules, put in in book order. The fast path and the
/// Explainer both decide by it. Used on the stack; the matcher must outlive it.
class SignatureBuilder {
 public:
  explicit SignatureBuilder(const Matcher& matcher) : matcher_(matcher) {}

  /// No further rule can change the signature.
  bool IsComplete() const;
  /// False where the truth of `rule` does not matter any more.
  bool Wants(RuleId rule) const;
  void Add(RuleId rule, Tri truth);

  const Signature& signature() const { return signature_; }

 private:
  bool IsDecided() const { return signature_.Decider().rule != kOtherwiseRule; }

  const Matcher& matcher_;
  Signature signature_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_SIGNATURE_BUILDER_H_
