#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/layout/table_reading.h"

namespace tranche {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string With(const std::string& drop, const std::string& more = "") {
  return std::string(kPlainLayout) + "year: {value: 2024}\namount: [draft, final]\n" +
         "text: {description: item}\n" + more + "rows:\n  drop:\n    - " + drop + "\n";
}

const char kTotalsBelow[] =
    "ministry;item;draft;final\n"
    "Defence;Pay;1;2\n"
    "Defence;Goods;3;4\n"
    "Defence;Total;4;6\n"
    "Interior;Police;5;6\n"
    "Interior;Total;5;6\n"
    ";Grand total;9;12\n";

TEST(RowControls, ATotalProvesTheRowsThatAgreeWithIt) {
  TableReading reading;
  const TableRead read = reading.Read(
      With("{column: item, equals: Total, because: total, as: control, of: ministry}\n"
           "    - {column: item, equals: Grand total, because: grand total, as: control}"),
      kTotalsBelow);
  EXPECT_EQ(read.diagnostics, "");
  EXPECT_EQ(read.controls_met, 6U);
  EXPECT_THAT(read.control_complaints, IsEmpty());
  EXPECT_THAT(read.suspicions, IsEmpty());
  EXPECT_EQ(read.RowsDropped("total"), "2: 21");
  EXPECT_EQ(read.Sum(), "21");
}

TEST(RowControls, ATotalProvesTheRowsAboveIt) {
  TableReading reading;
  const std::string layout = With(
      "{column: item, equals: Total, because: total, as: control, of: rows above}\n"
      "    - {column: item, equals: Grand total, because: grand total, as: control}");
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{30}, std::size_t{1} << 20}) {
    const TableRead read = reading.Read(layout, kTotalsBelow, {}, chunk);
    EXPECT_EQ(read.controls_met, 6U) << chunk;
    EXPECT_THAT(read.control_complaints, IsEmpty()) << chunk;
  }
}

TEST(RowControls, AnUnmetTotalIsToldWithItsRowAndTheDifference) {
  TableReading reading;
  const TableRead read = reading.Read(
      With("{column: item, starts_with: Total, because: total, as: control, of: ministry}"),
      "ministry;item;draft;final\nDefence;Pay;1;2\nDefence;Total;1;3\nHealth;Total;7;\n");
  EXPECT_EQ(read.controls_met, 1U);
  EXPECT_THAT(read.control_complaints,
              ElementsAre("data.csv: the total in row 3 (total, column final) is not met: it says "
                          "3, the 1 row that agrees with it in ministry add up to 2, difference -1",
                          AllOf(HasSubstr("row 4 (total, column draft) is not met: it says 7"),
                                HasSubstr("0 rows"))));
}

TEST(RowControls, ATotalMayDifferByItsTolerance) {
  TableReading reading;
  const TableRead read = reading.Read(
      With("{column: item, equals: Total, because: total, as: control, tolerance: 0.5}"),
      "item;draft;final\nPay;1,2;2\nGoods;1;2\nTotal;2,5;4,6\n");
  EXPECT_EQ(read.controls_met, 1U);
  EXPECT_THAT(read.control_complaints, ElementsAre(HasSubstr("column final")));
}

TEST(RowControls, TotalsOfFilledGroupsMayStandAbove) {
  TableReading reading;
  const TableRead read = reading.Read(
      With("{column: ministry, empty: false, because: heading, as: control, of: ministry}",
           "fill_down: ministry\n"),
      "ministry;item;draft;final\nDefence;;4;6\n;Pay;1;2\n;Goods;3;4\nInterior;;5;6\n;Police;5;"
      "6\n");
  EXPECT_EQ(read.controls_met, 4U);
  EXPECT_THAT(read.control_complaints, IsEmpty());
}

TEST(RowControls, YearsAreNotAddedToEachOther) {
  TableReading reading;
  const TableRead read =
      reading.Read(std::string(kPlainLayout) +
                       "year: year\namount: amount\ntext: {description: item}\nrows:\n  drop:\n"
                       "    - {column: item, equals: Total, because: total, as: control}\n",
                   "year;item;amount\n2023;Pay;1\n2024;Pay;2\n2023;Total;1\n2024;Total;2\n");
  EXPECT_EQ(read.controls_met, 2U);
  EXPECT_THAT(read.control_complaints, IsEmpty());
}

TEST(RowControls, ADifferenceOf32BitsIsNamed) {
  TableReading reading;
  const TableRead read =
      reading.Read(With("{column: item, equals: Total, because: total, as: control}"),
                   "item;draft;final\nPay;-1294967296;2\nGoods;5;2\nTotal;3000000005;4\n");
  EXPECT_THAT(read.control_complaints,
              ElementsAre(HasSubstr("difference -4294967296, which is 1 times 4,294,967,296: a "
                                    "program that counts in 32 bits has wrapped an amount")));
}

TEST(RowControls, ARuleThatNoRowFitsIsSaidToProveNothing) {
  const TableRead read = TableReading().Read(
      With("{column: item, equals: Sum, because: total, as: control, of: ministry}"),
      "ministry;item;draft;final\nDefence;Pay;1;2\n");
  EXPECT_THAT(read.unproved, ElementsAre(HasSubstr("no row is a total of 'total'")));
  EXPECT_THAT(read.control_complaints, IsEmpty());
}

TEST(RowControls, ATotalThatCannotBeReadIsNotMet) {
  const TableRead read = TableReading().Read(
      With("{column: item, equals: Total, because: total, as: control, of: ministry}"),
      "ministry;item;draft;final\nDefence;Pay;1;2\nDefence;Total;one;2\n");
  EXPECT_EQ(read.controls_met, 1U);
  EXPECT_THAT(read.control_complaints,
              ElementsAre("data.csv: the total in row 3 (total, column draft) cannot be checked: "
                          "its amount cannot be read"));
}

}  // namespace
}  // namespace tranche
