#ifndef TRANCHE_TESTS_ORACLE_ORACLE_H_
#define TRANCHE_TESTS_ORACLE_ORACLE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/country.h"
#include "engine/layout/budget_line.h"
#include "engine/match/signature.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// The slow, obvious reading of a rulebook: every rule, every condition, every word tried on every
/// text, straight from the meaning fixed in the design. It shares with the engine only the folding
/// of characters. The fast path must agree with it on every line.
class Oracle {
 public:
  struct Verdict {
    RuleHit decider;
    RuleId conflict = kOtherwiseRule;
    std::vector<RuleId> untested;
    friend bool operator==(const Verdict&, const Verdict&) = default;
  };

  Oracle(const Rulebook& book, const CountryTable& countries)
      : book_(book), countries_(countries) {}

  /// `cells` are one row of a batch with `schema`.
  Verdict Decide(const LineSchema& schema, std::span<const std::string_view> cells,
                 const LineGroup& group) const;

  /// What a study's signature holds: every rule of `open` that matters on the line, and the first
  /// other one that does.
  struct StudyVerdict {
    std::vector<RuleHit> open;
    RuleHit fixed;
    friend bool operator==(const StudyVerdict&, const StudyVerdict&) = default;
  };
  StudyVerdict DecideForStudy(const LineSchema& schema, std::span<const std::string_view> cells,
                              const LineGroup& group, const std::vector<RuleId>& open) const;

 private:
  enum class Truth { kNo, kUnknown, kYes };
  struct Line {
    const LineSchema& schema;
    std::span<const std::string_view> cells;
    const LineGroup& group;
    std::vector<std::string> languages;
    std::vector<std::vector<std::string>> tokens;  ///< of each text, folded
  };

  Line Look(const LineSchema& schema, std::span<const std::string_view> cells,
            const LineGroup& group) const;
  bool SayTheSame(RuleId a, RuleId b) const;
  Truth Holds(const Condition& condition, const Line& line) const;
  Truth HoldsForText(const Condition& condition, const Line& line) const;
  Truth HoldsForCode(const std::string& scheme, const std::vector<CodePattern>& codes,
                     const Line& line) const;
  bool FindsIn(std::size_t text, const Condition& condition, const Line& line) const;
  Truth HoldsForValue(const Condition& condition, const Line& line) const;
  bool Mentions(const std::vector<std::string>& tokens, ConceptId concept_id,
                const Line& line) const;

  const Rulebook& book_;
  CountryTable countries_;
};

}  // namespace tranche

#endif  // TRANCHE_TESTS_ORACLE_ORACLE_H_
