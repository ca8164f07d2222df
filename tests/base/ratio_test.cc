#include "engine/base/ratio.h"

#include <gtest/gtest.h>

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>

#include "engine/base/amount.h"
#include "engine/base/int128.h"
#include "engine/base/share.h"

namespace tranche {
namespace {

Int128 PowerOfTen(int exponent) {
  Int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

Ratio Make(std::int64_t part_units, std::int64_t whole_units) {
  return *Ratio::Of(*AllocatedAmount::Of(Amount::FromUnits(part_units)),
                    Amount::FromUnits(whole_units));
}

Share Percent(std::string_view text) { return *Share::Parse(text); }

TEST(Ratio, PrintsPercentWithTheDecimalsAskedFor) {
  const Ratio ratio = Make(21'049, 1'000'000);
  EXPECT_EQ(ratio.Percent(0), "2");
  EXPECT_EQ(ratio.Percent(2), "2.10");
  EXPECT_EQ(ratio.Percent(3), "2.105");
  EXPECT_EQ(ratio.Percent(4), "2.1049");
  EXPECT_EQ(ratio.Percent(6), "2.104900");
  EXPECT_EQ(Make(2, 3).Percent(5), "66.66667");
  EXPECT_EQ(Make(3, 2).Percent(1), "150.0");
}

TEST(Ratio, RoundsHalfToEven) {
  EXPECT_EQ(Make(125, 100'000).Percent(2), "0.12");
  EXPECT_EQ(Make(135, 100'000).Percent(2), "0.14");
  EXPECT_EQ(Make(-125, 100'000).Percent(2), "-0.12");
}

TEST(Ratio, PrintsZeroWithoutSign) {
  EXPECT_EQ(Make(0, 5).Percent(2), "0.00");
  EXPECT_EQ(Make(-1, 1'000'000'000).Percent(2), "0.00");
}

TEST(Ratio, IsMetOnlyByTheUnroundedFigure) {
  const Share two = Percent("2 %");
  EXPECT_EQ(Make(2, 100).Compare(two), std::strong_ordering::equal);
  const Amount whole = Amount::FromUnits(100);
  const Int128 exactly = 2 * PowerOfTen(12);
  EXPECT_EQ(Ratio::Of(AllocatedAmount::FromPicos(exactly - 1), whole)->Compare(two),
            std::strong_ordering::less);
  EXPECT_EQ(Ratio::Of(AllocatedAmount::FromPicos(exactly - 1), whole)->Percent(6), "2.000000");
  EXPECT_EQ(Ratio::Of(AllocatedAmount::FromPicos(exactly + 1), whole)->Compare(two),
            std::strong_ordering::greater);
}

TEST(Ratio, IsAtTheLineWithinAHundredthOfAPoint) {
  const Share two = Percent("2 %");
  EXPECT_TRUE(Make(2'0000, 1'000'000).IsAtTheLine(two));
  EXPECT_TRUE(Make(1'9900, 1'000'000).IsAtTheLine(two));
  EXPECT_TRUE(Make(2'0100, 1'000'000).IsAtTheLine(two));
  EXPECT_FALSE(Make(1'9899, 1'000'000).IsAtTheLine(two));
  EXPECT_FALSE(Make(2'0101, 1'000'000).IsAtTheLine(two));
}

TEST(Ratio, GapIsWhatIsMissing) {
  const Ratio ratio = Make(15, 1'000);
  EXPECT_EQ(ratio.GapTo(Percent("2 %"))->ToString(), "5");
  EXPECT_EQ(ratio.GapPercent(Percent("2 %"), 2), "0.50");
  EXPECT_EQ(ratio.GapTo(Percent("1 %"))->ToString(), "-5");
  EXPECT_EQ(ratio.GapPercent(Percent("1 %"), 3), "-0.500");
}

TEST(Ratio, RefusesAWholeThatIsNotPositive) {
  const AllocatedAmount part = *AllocatedAmount::Of(Amount::FromUnits(1));
  EXPECT_FALSE(Ratio::Of(part, Amount()).has_value());
  EXPECT_FALSE(Ratio::Of(part, Amount::FromUnits(-1)).has_value());
}

TEST(Ratio, TakesTheLargestBudgetsThereAre) {
  // Indonesia: a budget of 4 * 10^15 rupiah in a product of 2.2 * 10^16.
  const Ratio indonesia = Make(4'000'000'000'000'000, 22'000'000'000'000'000);
  EXPECT_EQ(indonesia.Percent(6), "18.181818");
}

TEST(Ratio, StaysExactAtTheEndsOfItsRange) {
  const Amount largest_whole = Amount::FromMicros(PowerOfTen(26));
  const AllocatedAmount largest_part = AllocatedAmount::FromPicos(PowerOfTen(35));
  const Share largest_share = Share::FromMillionths(std::numeric_limits<std::int32_t>::max());
  const auto ratio = Ratio::Of(largest_part, largest_whole);
  ASSERT_TRUE(ratio.has_value());
  EXPECT_EQ(ratio->Percent(6), "100000.000000");
  EXPECT_EQ(ratio->GapPercent(largest_share, 6), "114748.364700");
  EXPECT_EQ(ratio->Compare(largest_share), std::strong_ordering::less);
  EXPECT_EQ(ratio->Compare(Share::Whole()), std::strong_ordering::greater);

  EXPECT_FALSE(Ratio::Of(AllocatedAmount::FromPicos(PowerOfTen(35) + 1), largest_whole));
  EXPECT_FALSE(Ratio::Of(AllocatedAmount::FromPicos(-PowerOfTen(35) - 1), largest_whole));
  EXPECT_FALSE(Ratio::Of(largest_part, Amount::FromMicros(PowerOfTen(26) + 1)));
}

}  // namespace
}  // namespace tranche
