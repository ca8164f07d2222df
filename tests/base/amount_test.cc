#include "engine/base/amount.h"

#include <gtest/gtest.h>

#include <optional>

#include "engine/base/int128.h"

namespace tranche {
namespace {

constexpr Int128 kLargest = static_cast<Int128>(~Uint128{0} >> 1);
constexpr Int128 kSmallest = -kLargest - 1;

TEST(Int128, PrintsEveryValueThatItCanHold) {
  EXPECT_EQ(Int128ToString(0), "0");
  EXPECT_EQ(Int128ToString(-7), "-7");
  EXPECT_EQ(Int128ToString(kLargest), "170141183460469231731687303715884105727");
  EXPECT_EQ(Int128ToString(kSmallest), "-170141183460469231731687303715884105728");
}

TEST(Int128, DividesHalfToEven) {
  EXPECT_TRUE(DivideHalfEven(5, 2) == 2);
  EXPECT_TRUE(DivideHalfEven(7, 2) == 4);
  EXPECT_TRUE(DivideHalfEven(-5, 2) == -2);
  EXPECT_TRUE(DivideHalfEven(-7, 2) == -4);
  EXPECT_TRUE(DivideHalfEven(1, 3) == 0);
  EXPECT_TRUE(DivideHalfEven(2, 3) == 1);
  EXPECT_TRUE(DivideHalfEven(-2, 3) == -1);
  EXPECT_TRUE(DivideHalfEven(6, 3) == 2);
}

TEST(Int128, DividesAtTheEndsOfItsRange) {
  EXPECT_TRUE(DivideHalfEven(kLargest, 1) == kLargest);
  EXPECT_TRUE(DivideHalfEven(kSmallest, 1) == kSmallest);
  EXPECT_TRUE(DivideHalfEven(kLargest - 1, kLargest) == 1);
  EXPECT_TRUE(DivideHalfEven(kSmallest, kLargest) == -1);
}

TEST(Int128, PrintsDecimalsWithAndWithoutZerosAtTheEnd) {
  EXPECT_EQ(DecimalToString(1'500'000, 6, true), "1.5");
  EXPECT_EQ(DecimalToString(1'500'000, 6, false), "1.500000");
  EXPECT_EQ(DecimalToString(-5, 6, true), "-0.000005");
  EXPECT_EQ(DecimalToString(0, 2, false), "0.00");
  EXPECT_EQ(DecimalToString(0, 2, true), "0");
  EXPECT_EQ(DecimalToString(100, 0, true), "100");
  EXPECT_EQ(DecimalToString(kSmallest, 38, true), "-1.70141183460469231731687303715884105728");
}

TEST(Amount, PrintsEverySignificantDigitAndNoOther) {
  EXPECT_EQ(Amount::FromUnits(443'133'329'500).ToString(), "443133329500");
  EXPECT_EQ(Amount::FromMicros(-12'500'000).ToString(), "-12.5");
  EXPECT_EQ(Amount::FromMicros(1).ToString(), "0.000001");
  EXPECT_EQ(Amount().ToString(), "0");
}

TEST(Amount, AnswersNothingInsteadOfWrapping) {
  const Amount largest = Amount::FromMicros(kLargest);
  const Amount smallest = Amount::FromMicros(kSmallest);
  const Amount one = Amount::FromMicros(1);
  EXPECT_EQ(largest.Plus(one), std::nullopt);
  EXPECT_EQ(smallest.Minus(one), std::nullopt);
  EXPECT_EQ(largest.Times(2), std::nullopt);
  EXPECT_EQ(smallest.Negated(), std::nullopt);
  EXPECT_EQ(largest.Negated()->micros() == -kLargest, true);
}

TEST(Amount, AddsSubtractsAndMultipliesExactly) {
  const Amount cent = Amount::FromMicros(10'000);
  EXPECT_EQ(cent.Plus(cent)->ToString(), "0.02");
  EXPECT_EQ(cent.Minus(Amount::FromUnits(1))->ToString(), "-0.99");
  EXPECT_EQ(cent.Times(-1'000)->ToString(), "-10");
}

TEST(Amount, LeavesTheTotalAloneWhereAddingOverflows) {
  Amount total = Amount::FromMicros(kLargest);
  EXPECT_FALSE(AddTo(Amount::FromMicros(1), &total));
  EXPECT_TRUE(total.micros() == kLargest);
  EXPECT_TRUE(AddTo(Amount::FromMicros(-1), &total));
  EXPECT_TRUE(total.micros() == kLargest - 1);
}

TEST(Amount, IsOrderedByValue) {
  EXPECT_LT(Amount::FromUnits(-1), Amount());
  EXPECT_LT(Amount(), Amount::FromMicros(1));
  EXPECT_TRUE(Amount::FromUnits(-1).IsNegative());
  EXPECT_TRUE(Amount().IsZero());
}

}  // namespace
}  // namespace tranche
