#include "engine/tally/tally.h"

#include <gtest/gtest.h>

#include "engine/tally/targets.h"
#include "engine/tally/totals.h"

namespace tranche {
namespace {

const LineGroup kGermany2024{*CountryCode::Parse("DEU"), 2024, Phase::kAdopted,
                             *CurrencyCode::Parse("EUR")};

/// Buckets core, broader, out; item roads is a third of broader; rule 0 says roads, rule 1 core.
Rulebook SmallBook() {
  Rulebook book;
  book.buckets = {{"core", "", {}, {}},
                  {"broader", "", {}, {}},
                  {"out", "", {}, {}},
                  {"undecided", "", {}, {}},
                  {"netted", "", {}, {}}};
  book.otherwise = Outcome::Whole(2);
  Item roads;
  roads.name = "roads";
  roads.counts = Outcome::Split({{1, *Share::Parse("33.3333 %")}, {2, *Share::Parse("66.6667 %")}});
  book.items = {roads};
  Rule by_words;
  by_words.id = "by-words";
  by_words.item = 0;
  Rule army;
  army.id = "army";
  army.outcome = Outcome::Whole(0);
  book.rules = {by_words, army};
  return book;
}

/// A tally with one line of `amount` that `rule` decides.
Tally TallyOf(RuleId rule, Amount amount) {
  GroupTable groups;
  SignatureTable signatures;
  LineBatch batch;
  batch.groups = &groups;
  batch.row_indexes = {0};
  batch.lines = {{0, groups.Intern(kGermany2024), amount}};
  Signature signature;
  signature.fixed.rule = rule;
  const std::vector<SignatureId> ids = {signatures.Intern(signature)};
  ThreadTally thread;
  thread.Add(batch, ids);
  Tally tally;
  EXPECT_TRUE(tally.Merge(thread, groups, signatures).ok());
  return tally;
}

TEST(Tally, MergingInAnyOrderGivesTheSameCells) {
  const Tally one = TallyOf(0, Amount::FromUnits(3));
  const Tally two = TallyOf(1, Amount::FromUnits(-5));
  Tally forward, backward;
  ASSERT_TRUE(forward.Merge(one).ok() && forward.Merge(two).ok() && forward.Merge(one).ok());
  ASSERT_TRUE(backward.Merge(two).ok() && backward.Merge(one).ok() && backward.Merge(one).ok());
  const auto& cells = forward.groups().at(kGermany2024);
  ASSERT_EQ(cells.size(), 2U);
  for (const auto& [signature, cell] : backward.groups().at(kGermany2024)) {
    EXPECT_EQ(cells.at(signature).lines, cell.lines);
    EXPECT_EQ(cells.at(signature).sum, cell.sum);
  }
}

TEST(Tally, ASumBeyond128BitsIsAnErrorNotAWrap) {
  const Amount huge = Amount::FromMicros(~(Int128{1} << 127) / 2 + 1);
  Tally tally = TallyOf(0, huge);
  EXPECT_FALSE(tally.Merge(TallyOf(0, huge)).ok());
}

TEST(ApplyDefinition, SharesOfALineAddUpToTheLine) {
  const Rulebook book = SmallBook();
  const auto totals = ApplyDefinition(TallyOf(0, Amount::FromMicros(1)), book);
  ASSERT_TRUE(totals.ok());
  const GroupTotals& germany = totals->front();
  EXPECT_EQ(germany.buckets[1].amount.ToString(), "0.000000333333");
  EXPECT_EQ(germany.buckets[2].amount.ToString(), "0.000000666667");
  EXPECT_EQ(germany.total.amount.ToString(), "0.000001");
  EXPECT_EQ(germany.total.lines, 1U);
}

TEST(Targets, ACapLimitsWhatABucketCounts) {
  Rulebook book = SmallBook();
  Target total;
  total.name = "total";
  total.of = {0, 1};
  total.at_least = *Share::Parse("5 %");
  total.caps = {{1, *Share::Parse("1.5 %")}};
  book.targets = {total};
  GroupTotals totals;
  totals.group = kGermany2024;
  totals.buckets.resize(5);
  totals.buckets[0].amount = *AllocatedAmount::Of(Amount::FromUnits(30));
  totals.buckets[1].amount = *AllocatedAmount::Of(Amount::FromUnits(40));
  totals.buckets[book.undecided()].amount = *AllocatedAmount::Of(Amount::FromUnits(5));
  std::vector<std::string> problems;
  const auto results = EvaluateTargets(book, totals, Amount::FromUnits(1000), &problems);
  ASSERT_EQ(results.size(), 1U);
  EXPECT_EQ(results[0].percent.Percent(2), "7.00");
  EXPECT_EQ(results[0].counted.Percent(2), "4.50");
  EXPECT_EQ(results[0].met, false);
  EXPECT_EQ(results[0].low.Percent(2), "4.50");
  EXPECT_EQ(results[0].high.Percent(2), "5.00");
}

TEST(Targets, MetComparesUnrounded) {
  Rulebook book = SmallBook();
  Target core;
  core.name = "core";
  core.of = {0};
  core.at_least = *Share::Parse("2 %");
  book.targets = {core};
  GroupTotals totals;
  totals.buckets.resize(5);
  totals.buckets[0].amount = *AllocatedAmount::Of(Amount::FromMicros(19'999'999));
  std::vector<std::string> problems;
  const auto results = EvaluateTargets(book, totals, Amount::FromUnits(1000), &problems);
  EXPECT_EQ(results[0].counted.Percent(2), "2.00");
  EXPECT_EQ(results[0].met, false);
  EXPECT_TRUE(results[0].at_the_line);
}

}  // namespace
}  // namespace tranche
