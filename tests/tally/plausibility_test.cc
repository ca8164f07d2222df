#include "engine/tally/plausibility.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tranche {
namespace {

using ::testing::HasSubstr;

/// Of a state with a GDP of 1,000,000,000 that spends so much.
std::optional<std::string> Why(std::int64_t spending) {
  GroupTotals totals;
  totals.group = {*CountryCode::Parse("POL"), 2024, Phase::kAdopted, *CurrencyCode::Parse("PLN")};
  totals.total.amount = *AllocatedAmount::Of(Amount::FromUnits(spending));
  return WhyImplausible(totals, Amount::FromUnits(1'000'000'000));
}

TEST(Plausibility, TotalsOfStatesAreBetweenFiveAndEightyPercentOfGdp) {
  EXPECT_FALSE(Why(50'000'000));
  EXPECT_FALSE(Why(800'000'000));
  EXPECT_TRUE(Why(49'999'999));
  EXPECT_TRUE(Why(800'000'001));
  EXPECT_TRUE(Why(0));
  EXPECT_TRUE(Why(-300'000'000));
}

TEST(Plausibility, ThousandsReadAsUnitsAreRecognised) {
  EXPECT_THAT(*Why(300'000), HasSubstr("POL 2024 (adopted): all spending that was read is PLN "
                                       "300000, 0.03 % of GDP, and a state spends at least 5 %; "
                                       "the amounts are probably in thousands: write unit: 1000"));
  EXPECT_THAT(*Why(300), HasSubstr("probably in millions: write unit: 1000000"));
}

TEST(Plausibility, UnitsReadAsThousandsAreRecognised) {
  EXPECT_THAT(*Why(300'000'000'000), HasSubstr("probably wrong by a factor of 1000"));
}

TEST(Plausibility, ThreeTimesTheBudgetLooksLikeSubtotals) {
  EXPECT_THAT(*Why(1'200'000'000), HasSubstr("rows with totals are counted beside the rows"));
}

TEST(Plausibility, OneMinistryLooksLikeAPart) {
  EXPECT_THAT(*Why(20'000'000), HasSubstr("perhaps the file is only a part of the budget"));
}

}  // namespace
}  // namespace tranche
