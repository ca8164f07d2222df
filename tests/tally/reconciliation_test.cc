#include "engine/tally/reconciliation.h"

#include <gmock/gmock.h>

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const LineGroup kGroup{*CountryCode::Parse("DEU"), 2024, Phase::kAdopted,
                       *CurrencyCode::Parse("EUR")};

FileAccount OneLineOf(std::int64_t units) {
  FileAccount account;
  account.rows_read = account.rows_used = account.cells_used = account.lines = 1;
  account.read_by_group[kGroup] = {1, Amount::FromUnits(units)};
  return account;
}

std::vector<GroupTotals> TotalsOf(std::int64_t units) {
  GroupTotals totals;
  totals.group = kGroup;
  totals.total = {1, *AllocatedAmount::Of(Amount::FromUnits(units))};
  return {totals};
}

TEST(Conservation, HoldsWhereWhatWasReadIsInTheTotals) {
  const FileAccount account = OneLineOf(5);
  EXPECT_THAT(CheckConservation({&account}, {}, TotalsOf(5)), IsEmpty());
}

TEST(Conservation, ACentThatIsMissingIsFound) {
  const FileAccount account = OneLineOf(5);
  EXPECT_THAT(CheckConservation({&account}, {}, TotalsOf(4)),
              ElementsAre(HasSubstr("DEU 2024 adopted EUR: read 1 lines of 5")));
  EXPECT_THAT(CheckConservation({&account}, {}, {}), ElementsAre(HasSubstr("nothing")));
}

TEST(Conservation, ARowThatWentNowhereIsFound) {
  FileAccount account = OneLineOf(5);
  account.rows_read = 2;
  EXPECT_THAT(CheckConservation({&account}, {}, TotalsOf(5)), ElementsAre(HasSubstr("row")));
}

TEST(Conservation, GroupsThatNobodyAskedForAreNotMissed) {
  const FileAccount account = OneLineOf(5);
  LineSelection selection;
  selection.years = {2023};
  EXPECT_THAT(CheckConservation({&account}, selection, {}), IsEmpty());
}

}  // namespace
}  // namespace tranche
