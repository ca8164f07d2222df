// The claim: on random rulebooks and random lines, in the scripts of Europe, the fast path and the
// Explainer decide as the oracle does.
#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "tests/oracle/agreement.h"
#include "tests/oracle/generator.h"

namespace tranche {
namespace {

TEST(GeneratedRulebooks, AreDecidedAsTheOracleDecides) {
  std::size_t decided = 0;
  std::size_t lines_seen = 0;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    Generator generator(seed);
    const auto book = std::make_shared<const Rulebook>(generator.Book());
    const LineSchema schema = RandomSchema(&generator);
    Agreement agreement(Matcher::Compile(book, TwoCountries(), {}), TwoCountries(), schema);
    Lines lines;
    FillLines(&generator, schema, &lines);
    ASSERT_EQ(agreement.Compare(lines.batch), "") << "seed " << seed;
    decided += agreement.decided();
    lines_seen += agreement.lines();
  }
  EXPECT_GT(decided, lines_seen / 4);
  EXPECT_LT(decided, lines_seen);
}

TEST(GeneratedRulebooks, KeepAllOpenRulesAndTheFirstFixedOne) {
  std::size_t decided = 0;
  for (unsigned seed = 1001; seed <= 1300; ++seed) {
    Generator generator(seed);
    const auto book = std::make_shared<const Rulebook>(generator.Book());
    const LineSchema schema = RandomSchema(&generator);
    const std::vector<RuleId> open = generator.OpenRules(*book);
    if (open.empty()) continue;
    Agreement agreement(Matcher::Compile(book, TwoCountries(), {open}), TwoCountries(), schema,
                        open);
    Lines lines;
    FillLines(&generator, schema, &lines);
    ASSERT_EQ(agreement.Compare(lines.batch), "") << "seed " << seed;
    decided += agreement.decided();
  }
  EXPECT_GT(decided, 1000U);
}

}  // namespace
}  // namespace tranche
