#include "engine/layout/file_account.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const CurrencyCode kEuro = *CurrencyCode::Parse("EUR");
const CurrencyCode kZloty = *CurrencyCode::Parse("PLN");

LineGroup Group(std::int16_t year) {
  return {*CountryCode::Parse("ESP"), year, Phase::kAdopted, kEuro};
}

FileAccount Balanced() {
  FileAccount account;
  account.rows_read = 10;
  account.rows_used = 6;
  account.rows_rejected = 1;
  account.rows_dropped[{"revenue", kEuro}] = {3, Amount::FromUnits(30)};
  account.cells_used = 12;
  account.lines = 7;
  account.cells_empty = 1;
  account.cells_rejected = 1;
  account.cells_dropped[{"transition quarter", kEuro}] = {2, Amount::FromUnits(4)};
  account.lines_not_asked = 1;
  account.read_by_group[Group(2017)] = {8, Amount::FromUnits(80)};
  return account;
}

TEST(FileAccount, ABalancedAccountHasNothingToSay) {
  EXPECT_THAT(Balanced().Violations(), IsEmpty());
}

TEST(FileAccount, ALostRowIsASentence) {
  FileAccount account = Balanced();
  ++account.rows_read;
  EXPECT_THAT(account.Violations(), ElementsAre("rows read (11) are not rows used (6) + dropped "
                                                "(3) + rejected (1)"));
}

TEST(FileAccount, ALostCellIsASentence) {
  FileAccount account = Balanced();
  --account.cells_empty;
  EXPECT_THAT(account.Violations(), ElementsAre(HasSubstr("amount cells of used rows (12)")));
}

TEST(FileAccount, ALineThatWasNotSummedIsASentence) {
  FileAccount account = Balanced();
  --account.read_by_group[Group(2017)].count;
  EXPECT_THAT(account.Violations(), ElementsAre(HasSubstr("amounts summed (7)")));
}

TEST(FileAccount, MergingAddsEverythingAndStaysBalanced) {
  FileAccount account = Balanced();
  FileAccount other = Balanced();
  other.rows_dropped.clear();
  other.rows_dropped[{"revenue", kZloty}] = {3, Amount::FromUnits(30)};
  other.rounded_off_picos = 5;
  other.counted_below[kEuro] = {1, Amount::FromUnits(9)};
  account.Merge(other);
  EXPECT_THAT(account.Violations(), IsEmpty());
  EXPECT_EQ(account.rows_read, 20U);
  EXPECT_EQ(account.rows_dropped.size(), 2U);
  EXPECT_EQ(account.read_by_group[Group(2017)].sum, Amount::FromUnits(160));
  EXPECT_EQ(account.rounded_off_picos, 5);
  EXPECT_EQ(account.counted_below[kEuro].count, 1U);
  EXPECT_FALSE(account.overflow);
}

TEST(FileAccount, ASumThatLeaves128BitsIsRememberedAndNeverWraps) {
  const Amount huge = Amount::FromMicros(static_cast<Int128>(~Uint128{0} >> 1));
  FileAccount account = Balanced();
  account.read_by_group[Group(2017)].sum = huge;
  FileAccount other = account;
  account.Merge(other);
  EXPECT_TRUE(account.overflow);
  EXPECT_EQ(account.read_by_group[Group(2017)].sum, huge);
  FileAccount third;
  third.Merge(account);
  EXPECT_TRUE(third.overflow);
}

}  // namespace
}  // namespace tranche
