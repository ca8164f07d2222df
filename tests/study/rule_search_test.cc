// The claims: a line that the search finds is decided as it says, by the oracle; and a rule that it
// calls dead decides no line whatever, of thousands of random ones.
#include "engine/study/rule_search.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/oracle/generator.h"
#include "tests/oracle/oracle.h"
#include "tests/study/witness_cells.h"

namespace tranche {
namespace {

/// What the oracle decides on a witness line.
Oracle::Verdict DecideWitness(const WitnessLine& line, const Matcher& matcher,
                              const CountryTable& countries) {
  const WitnessCells witness(line, matcher);
  return Oracle(matcher.rulebook(), countries).Decide(witness.schema, witness.cells, witness.group);
}

TEST(RuleSearchOnGeneratedBooks, FindsLinesThatTheOracleConfirms) {
  std::size_t found = 0;
  std::size_t gave_up = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    Generator generator(seed);
    const auto book = std::make_shared<const Rulebook>(generator.BookWithoutRegexes());
    const auto matcher = Matcher::Compile(book, TwoCountries(), {});
    RuleSearch search(*matcher, TwoCountries());
    for (RuleId rule = 0; rule < book->rules.size(); ++rule) {
      const RuleSearch::Result result = search.FirstToTake(rule);
      gave_up += result.answer == RuleSearch::Answer::kGaveUp ? 1 : 0;
      if (result.answer != RuleSearch::Answer::kFound) continue;
      ++found;
      const auto verdict = DecideWitness(result.line, *matcher, TwoCountries());
      ASSERT_EQ(verdict.decider.rule, rule)
          << "seed " << seed << ": " << result.line.ToSentence(*matcher, TwoCountries());
    }
  }
  EXPECT_GT(found, 1500U);
  EXPECT_LT(gave_up, 20U);
}

TEST(RuleSearchOnGeneratedBooks, CallsNoRuleDeadThatDecidesARandomLine) {
  std::size_t dead = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    Generator generator(seed);
    const auto book = std::make_shared<const Rulebook>(generator.Book());
    const auto matcher = Matcher::Compile(book, TwoCountries(), {});
    RuleSearch search(*matcher, TwoCountries());
    std::set<RuleId> dead_rules;
    for (RuleId rule = 0; rule < book->rules.size(); ++rule) {
      const auto answer = search.FirstToTake(rule).answer;
      if (answer == RuleSearch::Answer::kThereIsNone) dead_rules.insert(rule);
    }
    if (dead_rules.empty()) continue;
    dead += dead_rules.size();
    const Oracle oracle(*book, TwoCountries());
    for (int round = 0; round < 8; ++round) {
      const LineSchema schema = RandomSchema(&generator);
      Lines lines;
      FillLines(&generator, schema, &lines);
      for (const BudgetLine& line : lines.batch.lines) {
        const auto verdict =
            oracle.Decide(schema, lines.batch.row(line.row), lines.groups.group(line.group));
        ASSERT_FALSE(dead_rules.contains(verdict.decider.rule))
            << "seed " << seed << ", rule " << verdict.decider.rule;
      }
    }
  }
  EXPECT_GT(dead, 100U);
}

TEST(RuleSearchOnGeneratedBooks, FindsConflictsThatTheOracleConfirms) {
  std::size_t found = 0;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    Generator generator(seed);
    const auto book = std::make_shared<const Rulebook>(generator.BookWithoutRegexes());
    if (!book->decide_unique) continue;
    const auto matcher = Matcher::Compile(book, TwoCountries(), {});
    RuleSearch search(*matcher, TwoCountries());
    for (RuleId later = 0; later < book->rules.size(); ++later) {
      for (RuleId earlier = 0; earlier < later; ++earlier) {
        if (book->SayTheSame(earlier, later)) continue;
        const RuleSearch::Result result = search.BothMatch(earlier, later);
        if (result.answer != RuleSearch::Answer::kFound) continue;
        ++found;
        const auto verdict = DecideWitness(result.line, *matcher, TwoCountries());
        ASSERT_EQ(verdict.decider.rule, earlier) << "seed " << seed;
        ASSERT_NE(verdict.conflict, kOtherwiseRule) << "seed " << seed;
      }
    }
  }
  EXPECT_GT(found, 50U);
}

}  // namespace
}  // namespace tranche
