#include "engine/base/share.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/amount.h"
#include "engine/base/int128.h"

namespace tranche {
namespace {

constexpr Int128 kLargest = static_cast<Int128>(~Uint128{0} >> 1);

std::string WhyNot(std::string_view text) {
  std::string why;
  EXPECT_EQ(Share::Parse(text, &why), std::nullopt) << text;
  return why;
}

TEST(Share, ReadsPercentagesAsPeopleWriteThem) {
  EXPECT_EQ(Share::Parse("30 %")->millionths(), 300'000);
  EXPECT_EQ(Share::Parse("30%")->millionths(), 300'000);
  EXPECT_EQ(Share::Parse("  12.5 %  ")->millionths(), 125'000);
  EXPECT_EQ(Share::Parse("0.0001 %")->millionths(), 1);
  EXPECT_EQ(Share::Parse("0 %")->millionths(), 0);
  EXPECT_EQ(Share::Parse("100 %"), Share::Whole());
  EXPECT_EQ(Share::Parse("100.0000 %"), Share::Whole());
  EXPECT_EQ(Share::Parse("007 %")->millionths(), 70'000);
}

TEST(Share, SaysWhyATextIsNone) {
  EXPECT_EQ(WhyNot("30"), "'30' has no percent sign; write 30 %, not 30 or 0.3");
  EXPECT_EQ(WhyNot("12,5 %"), "'12,5 %' has a decimal comma; write a point: 12.5 %");
  EXPECT_EQ(WhyNot("0.00001 %"), "'0.00001 %' has more than four decimals");
  EXPECT_EQ(WhyNot("100.0001 %"), "'100.0001 %' is more than 100 %");
  EXPECT_EQ(WhyNot("1000 %"), "'1000 %' is more than 100 %");
  EXPECT_EQ(WhyNot("99999999999999999999 %"), "'99999999999999999999 %' is more than 100 %");
  EXPECT_EQ(WhyNot("-1 %"), "'-1 %' is negative; a share lies between 0 % and 100 %");
  EXPECT_EQ(WhyNot("5. %"), "'5. %' has no digit behind the point");
  for (const std::string_view text : {"", "%", " % ", ".5 %", "half", "5 % %", "1e1 %", "5 6 %"}) {
    EXPECT_EQ(WhyNot(text), std::string("'").append(text).append(
                                "' is no share; write a percentage such as 12.5 %"));
  }
}

TEST(Share, PrintsWhatItRead) {
  EXPECT_EQ(Share::Parse("12.50 %")->ToString(), "12.5 %");
  EXPECT_EQ(Share::Parse("12.50 %")->PercentDigits(), "12.5");
  EXPECT_EQ(Share::Whole().ToString(), "100 %");
  EXPECT_EQ(Share().ToString(), "0 %");
  EXPECT_EQ(Share::FromMillionths(1).ToString(), "0.0001 %");
}

TEST(Share, SurvivesPrintingAndReadingForEveryValue) {
  for (std::int32_t millionths = 0; millionths <= Share::kMillionthsPerWhole; millionths += 37) {
    const Share share = Share::FromMillionths(millionths);
    ASSERT_EQ(Share::Parse(share.ToString()), share);
  }
}

TEST(AllocatedAmount, IsExactlyTheShare) {
  const Amount amount = Amount::FromMicros(1);
  EXPECT_EQ(AllocatedAmount::Of(amount, Share::FromMillionths(1))->ToString(), "0.000000000001");
  EXPECT_EQ(AllocatedAmount::Of(Amount::FromUnits(-10), *Share::Parse("12.5 %"))->ToString(),
            "-1.25");
  EXPECT_EQ(AllocatedAmount::Of(Amount::FromUnits(1234))->ToString(), "1234");
}

TEST(AllocatedAmount, RestTakesWhatRoundingLeaves) {
  const Amount amount = Amount::FromMicros(-1'000'001);
  const AllocatedAmount whole = *AllocatedAmount::Of(amount);
  const AllocatedAmount third = *AllocatedAmount::Of(amount, *Share::Parse("33.3333 %"));
  const AllocatedAmount rest = *whole.Minus(third);
  EXPECT_EQ(third.ToString(), "-0.333333333333");
  EXPECT_EQ(rest.ToString(), "-0.666667666667");
  EXPECT_EQ(third.Plus(rest), whole);
}

TEST(AllocatedAmount, AnswersNothingInsteadOfWrapping) {
  EXPECT_EQ(AllocatedAmount::Of(Amount::FromMicros(kLargest / 1'000'000 + 1)), std::nullopt);
  EXPECT_NE(AllocatedAmount::Of(Amount::FromMicros(kLargest / 1'000'000)), std::nullopt);
  const AllocatedAmount largest = AllocatedAmount::FromPicos(kLargest);
  EXPECT_EQ(largest.Plus(AllocatedAmount::FromPicos(1)), std::nullopt);
  EXPECT_EQ(AllocatedAmount::FromPicos(-kLargest).Minus(AllocatedAmount::FromPicos(2)),
            std::nullopt);
  AllocatedAmount total = largest;
  EXPECT_FALSE(AddTo(AllocatedAmount::FromPicos(1), &total));
  EXPECT_EQ(total, largest);
  EXPECT_TRUE(AddTo(AllocatedAmount::FromPicos(-1), &total));
  EXPECT_LT(total, largest);
}

}  // namespace
}  // namespace tranche
