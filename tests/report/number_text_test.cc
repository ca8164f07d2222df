#include "engine/report/number_text.h"

#include <gtest/gtest.h>

namespace tranche {
namespace {

AllocatedAmount Units(std::int64_t units) { return *AllocatedAmount::Of(Amount::FromUnits(units)); }

TEST(GroupDigits, PutsACommaBeforeEachThreeDigits) {
  EXPECT_EQ(GroupDigits("0"), "0");
  EXPECT_EQ(GroupDigits("999"), "999");
  EXPECT_EQ(GroupDigits("1000"), "1,000");
  EXPECT_EQ(GroupDigits("31734084000"), "31,734,084,000");
}

TEST(GroupDigits, LeavesSignAndDecimalsAlone) {
  EXPECT_EQ(GroupDigits("-100"), "-100");
  EXPECT_EQ(GroupDigits("-1000.123456"), "-1,000.123456");
  EXPECT_EQ(GroupDigits("0.123456"), "0.123456");
}

TEST(Billions, AreRoundedHalfEven) {
  EXPECT_EQ(Billions(Units(31'734'084'000)), "31.73");
  EXPECT_EQ(Billions(Units(5'000'000)), "0.00");
  EXPECT_EQ(Billions(Units(15'000'000)), "0.02");
  EXPECT_EQ(Billions(Units(25'000'000)), "0.02");
  EXPECT_EQ(Billions(Units(25'000'001)), "0.03");
  EXPECT_EQ(Billions(Units(-15'000'000)), "-0.02");
}

TEST(Billions, GroupTheirDigits) { EXPECT_EQ(Billions(Units(1'234'500'000'000)), "1,234.50"); }

TEST(Counted, FitsItsNoun) {
  EXPECT_EQ(Counted(0, "row", "rows"), "0 rows");
  EXPECT_EQ(Counted(1, "row", "rows"), "1 row");
  EXPECT_EQ(Counted(1204, "row", "rows"), "1,204 rows");
}

TEST(YearRanges, JoinsNeighbours) {
  EXPECT_EQ(YearRanges({}), "");
  EXPECT_EQ(YearRanges({2014}), "2014");
  EXPECT_EQ(YearRanges({2012, 2013, 2014, 2016, 2018, 2019}), "2012–2014, 2016, 2018–2019");
}

}  // namespace
}  // namespace tranche
