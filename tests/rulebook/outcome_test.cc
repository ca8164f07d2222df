#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// What the outcome comes to in `year`.
Allocation OutcomeOf(const std::string& written, std::int16_t year = 2024) {
  const LoadedBook loaded = LoadItemsText("  it: {counts: " + written + "}\n");
  EXPECT_EQ(loaded.text, "");
  if (!loaded.book) return {};
  return loaded.book->AllocationOf(loaded.book->items[0].counts, year).value_or(Allocation());
}

std::vector<std::string> ErrorsOf(const std::string& written) {
  return LoadItemsText("  it: {counts: " + written + "}\n").errors;
}

Allocation::Part Part(BucketId bucket, std::int32_t millionths) {
  return {bucket, Share::FromMillionths(millionths)};
}

TEST(Outcome, ABucketTakesTheWhole) {
  EXPECT_THAT(OutcomeOf("excluded").parts, ElementsAre(Part(2, 1'000'000)));
}

TEST(Outcome, UndecidedAndNettedStandBehindTheBooksBuckets) {
  EXPECT_THAT(OutcomeOf("undecided").parts, ElementsAre(Part(3, 1'000'000)));
  EXPECT_THAT(OutcomeOf("netted").parts, ElementsAre(Part(4, 1'000'000)));
}

TEST(Outcome, RestTakesWhatTheSharesLeave) {
  EXPECT_THAT(OutcomeOf("{broader-security: 12.3456 %, excluded: rest}").parts,
              ElementsAre(Part(1, 123'456), Part(2, 876'544)));
  EXPECT_THAT(OutcomeOf("{excluded: rest, undecided: 0.0001 %, direct-military: 10 %}").parts,
              ElementsAre(Part(2, 899'999), Part(3, 1), Part(0, 100'000)));
}

TEST(Outcome, AShareOfNothingStays) {
  EXPECT_THAT(OutcomeOf("{broader-security: 0 %, excluded: rest}").parts,
              ElementsAre(Part(1, 0), Part(2, 1'000'000)));
}

TEST(Outcome, SharesOfExactlyTheWholeNeedNoRest) {
  EXPECT_THAT(OutcomeOf("{broader-security: 33.3333 %, excluded: 66.6667 %}").parts,
              ElementsAre(Part(1, 333'333), Part(2, 666'667)));
}

TEST(Outcome, MustMakeExactlyTheWhole) {
  EXPECT_THAT(ErrorsOf("{broader-security: 60 %, excluded: 40.0001 %}"),
              ElementsAre("the shares add up to 100.0001 %, more than 100 %"));
  EXPECT_THAT(ErrorsOf("{broader-security: 60 %, excluded: 39.9999 %}"),
              ElementsAre("the shares add up to 99.9999 %, not to 100 %"));
  EXPECT_THAT(ErrorsOf("{broader-security: 60 %, excluded: 60 %, undecided: rest}"),
              ElementsAre("the shares add up to 120 %, more than 100 %"));
  EXPECT_THAT(ErrorsOf("{broader-security: 100 %, excluded: rest}"),
              ElementsAre(HasSubstr("nothing is left for `rest`")));
  EXPECT_THAT(ErrorsOf("{broader-security: rest, excluded: rest}"),
              ElementsAre("`rest` can stand only once in a split"));
  EXPECT_THAT(ErrorsOf("{}"), ElementsAre("the split is empty"));
}

TEST(Outcome, ReportsEveryWrongPartOfASplit) {
  EXPECT_THAT(ErrorsOf("{broader: 30, excluded: 0.5, undecided: -1 %}"),
              ElementsAre("unknown bucket 'broader'", HasSubstr("no percent sign"),
                          HasSubstr("no percent sign"), HasSubstr("negative")));
}

TEST(Outcome, AStepHoldsUntilTheNext) {
  const std::string written = "{broader-security: {2025: 40 %, 2030: 30 %}, excluded: rest}";
  EXPECT_THAT(OutcomeOf(written, 2024).parts, ElementsAre());
  for (const std::int16_t year : {std::int16_t{2025}, std::int16_t{2029}}) {
    EXPECT_THAT(OutcomeOf(written, year).parts, ElementsAre(Part(1, 400'000), Part(2, 600'000)));
  }
  EXPECT_THAT(OutcomeOf(written, 2031).parts, ElementsAre(Part(1, 300'000), Part(2, 700'000)));
}

TEST(Outcome, AWholeOutcomeMayStepInAnyOrder) {
  const std::string written = "{2030: broader-security, 2025: excluded}";
  EXPECT_THAT(OutcomeOf(written, 2026).parts, ElementsAre(Part(2, 1'000'000)));
  EXPECT_THAT(OutcomeOf(written, 2030).parts, ElementsAre(Part(1, 1'000'000)));
}

TEST(Outcome, MustMakeTheWholeInEveryYear) {
  EXPECT_THAT(
      ErrorsOf("{broader-security: {2025: 40 %, 2030: 80 %}, undecided: 30 %, excluded: rest}"),
      ElementsAre("the shares add up to 110 % from 2030 on, more than 100 %"));
}

// Whatever the shares, the parts make the whole to the last millionth.
TEST(Outcome, RandomSplitsWithRestMakeExactlyTheWhole) {
  const std::vector<std::string> buckets = {"direct-military", "broader-security", "excluded",
                                            "undecided", "netted"};
  std::mt19937 random(2025);
  std::string items;
  std::vector<std::vector<std::int32_t>> written;
  for (int i = 0; i < 500; ++i) {
    const int parts = std::uniform_int_distribution<int>(2, 5)(random);
    const int rest = std::uniform_int_distribution<int>(0, parts - 1)(random);
    std::int32_t left = 1'000'000;
    std::vector<std::int32_t> shares;
    std::string split;
    for (int part = 0; part < parts; ++part) {
      if (part > 0) split += ", ";
      split += buckets[static_cast<std::size_t>(part)] + ": ";
      if (part == rest) {
        split += "rest";
        shares.push_back(-1);
        continue;
      }
      const std::int32_t share = std::uniform_int_distribution<std::int32_t>(0, left - 1)(random);
      left -= share;
      shares.push_back(share);
      split += Share::FromMillionths(share).ToString();
    }
    shares[static_cast<std::size_t>(rest)] = left;
    written.push_back(shares);
    items += "  item-" + std::to_string(i) + ": {counts: {" + split + "}}\n";
  }
  const LoadedBook loaded = LoadItemsText(items);
  ASSERT_EQ(loaded.text, "");
  for (std::size_t i = 0; i < written.size(); ++i) {
    std::vector<std::int32_t> read;
    std::int64_t sum = 0;
    const auto allocation = loaded.book->AllocationOf(loaded.book->items[i].counts, 2024);
    for (const Allocation::Part& part : allocation->parts) {
      read.push_back(part.share.millionths());
      sum += part.share.millionths();
    }
    EXPECT_EQ(sum, 1'000'000);
    EXPECT_EQ(read, written[i]);
  }
}

}  // namespace
}  // namespace tranche
