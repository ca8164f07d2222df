#ifndef TRANCHE_TESTS_ORACLE_AGREEMENT_H_
#define TRANCHE_TESTS_ORACLE_AGREEMENT_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/country.h"
#include "engine/layout/budget_line.h"
#include "engine/match/explain.h"
#include "engine/match/line_judge.h"
#include "engine/match/matcher.h"
#include "tests/oracle/oracle.h"

namespace tranche {

/// Holds the fast path and the Explainer against the oracle, batch after batch of one schema.
class Agreement {
 public:
  /// `open_rules` are those that `matcher` was compiled with.
  Agreement(std::shared_ptr<const Matcher> matcher, const CountryTable& countries,
            const LineSchema& schema, std::vector<RuleId> open_rules = {});

  /// Compares every line of the batch; the first difference as a sentence, or empty.
  std::string Compare(const LineBatch& batch);

  std::size_t lines() const { return lines_; }
  /// Lines that some rule decided: a comparison of nothing proves nothing.
  std::size_t decided() const { return decided_; }

 private:
  std::string CompareForStudy(const LineBatch& batch, const BudgetLine& line, SignatureId id);
  std::string CompareLine(const LineBatch& batch, const BudgetLine& line, SignatureId id);

  std::shared_ptr<const Matcher> matcher_;
  Oracle oracle_;
  std::vector<RuleId> open_rules_;
  SignatureTable signatures_;
  LineJudge judge_;
  Explainer explainer_;
  std::size_t lines_ = 0;
  std::size_t decided_ = 0;
};

}  // namespace tranche

#endif  // TRANCHE_TESTS_ORACLE_AGREEMENT_H_
