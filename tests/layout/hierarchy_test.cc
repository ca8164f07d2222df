#include "engine/layout/hierarchy.h"

#include <string>
#include <vector>

#include "engine/base/fold.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/layout/table_reading.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kBudget = R"(country: ESP
currency: EUR
unit: 1
phase: adopted
year: {value: 2017}
amount: amount
key: [office, code, item]
text: {description: title, parents: titles}
rows:
  leaves_of: {code: [code, item], within: [office], remainder: keep}
  drop: [{column: office, equals: X, because: internal transfer}]
)";
constexpr std::string_view kHeader = "office;code;item;title;amount\n";

class HierarchyTest : public ::testing::Test {
 protected:
  TableRead ReadRows(const std::string& rows, std::size_t chunk_bytes = 1 << 20) {
    return reading_.Read(kBudget, std::string(kHeader) + rows, {}, chunk_bytes);
  }
  static std::vector<std::string> Keys(const TableRead& read) {
    std::vector<std::string> keys;
    for (const LineRead& line : read.lines) {
      keys.push_back(*line.cells.at("key") + "=" + line.amount);
    }
    return keys;
  }

  TableReading reading_;
};

TEST_F(HierarchyTest, OnlyLeavesAreLines) {
  const TableRead read = ReadRows(
      "1;2;;Goods;100\n1;22;;Material;100\n1;226;;Various;100\n"
      "1;226;02;Adverts;60\n1;226;06;Meetings;40\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|226|02=60", "1|226|06=40"));
  EXPECT_EQ(read.RowsDropped("subtotal of the rows below it"), "3: 300");
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST_F(HierarchyTest, ACodeStandsBelowTheLongestBeginningPresent) {
  const TableRead read = ReadRows(
      "1;4;;Transfers;70\n1;42;;To social security;70\n1;420/07001;;Extraordinary pensions;50\n"
      "1;420/07002;01;Others;20\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|420/07001|=50", "1|420/07002|01=20"));
  EXPECT_EQ(read.lines[1].cells.at("parents"),
            std::string("Transfers") + kLabelSeparator + "To social security");
}

TEST_F(HierarchyTest, ALineCarriesTheTitlesOfAllRowsAboveItFromTheTop) {
  const TableRead read = ReadRows(
      "1;2;;Goods;100\n1;22;;;100\n1;226;;Various;100\n1;226;02;Adverts;100\n1;9;;Alone;1\n");
  ASSERT_EQ(read.lines.size(), 2U);
  EXPECT_EQ(read.lines[0].cells.at("parents"), std::string("Goods") + kLabelSeparator + "Various");
  EXPECT_EQ(read.lines[1].cells.at("parents"), "");
}

TEST_F(HierarchyTest, RowsMayComeInAnyOrder) {
  const TableRead read =
      ReadRows("1;226;06;Meetings;40\n1;2;;Goods;100\n1;226;02;Adverts;60\n1;226;;Various;100\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|226|06=40", "1|226|02=60"));
  EXPECT_EQ(read.lines[0].cells.at("parents"), std::string("Goods") + kLabelSeparator + "Various");
}

TEST_F(HierarchyTest, ParentWhoseChildrenFallShortKeepsItsRemainder) {
  const TableRead read = ReadRows("1;22;;Material;100\n1;226;;Various;70\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|22|=30", "1|226|=70"));
  EXPECT_EQ(read.Sum(), "100");
  const CountedSum below = read.account.counted_below.at(*CurrencyCode::Parse("EUR"));
  EXPECT_EQ(below.count, 1U);
  EXPECT_EQ(below.sum.ToString(), "70");
  EXPECT_EQ(read.account.rows_used, 2U);
}

TEST_F(HierarchyTest, ParentWhoseChildrenHaveMoreKeepsANegativeRemainder) {
  const TableRead read = ReadRows("1;22;;Material;100\n1;226;;Various;130\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|22|=-30", "1|226|=130"));
  EXPECT_EQ(read.Sum(), "100");
}

TEST_F(HierarchyTest, GroupsAreComparedAlone) {
  const TableRead read = ReadRows("1;22;;Material;100\n2;226;;Various;70\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|22|=100", "2|226|=70"));
}

TEST_F(HierarchyTest, CellsDoNotRunIntoOneAnother) {
  // Offices 1 and 12: without a border, "1" + "22" and "12" + "2" would be one.
  const TableRead read = ReadRows("1;22;;A;100\n12;2;;B;5\n12;23;;C;5\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|22|=100", "12|23|=5"));
}

TEST_F(HierarchyTest, DroppedRowsTakeNoPart) {
  const TableRead read = ReadRows("X;22;;Material;100\nX;226;;Various;70\n1;2;;Goods;5\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|2|=5"));
  EXPECT_EQ(read.RowsDropped("internal transfer"), "2: 170");
}

TEST_F(HierarchyTest, LeavesWithOneCodeAreEachALine) {
  const TableRead read = ReadRows("1;2;;Goods;100\n1;22;;Here;60\n1;22;;There;40\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|22|=60", "1|22|=40"));
}

TEST_F(HierarchyTest, OfParentsWithOneCodeTheFirstCarriesTheRemainder) {
  const TableRead read = ReadRows("1;2;;Goods;60\n1;2;;Goods again;60\n1;22;;Material;100\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|2|=20", "1|22|=100"));
  EXPECT_EQ(read.Sum(), "120");
  EXPECT_THAT(read.account.Violations(), IsEmpty());
}

TEST_F(HierarchyTest, ARowThatWillBeRejectedDoesNotCarryTheRemainder) {
  const TableRead read = ReadRows("1;2;;Goods;n/a\n1;2;;Goods again;120\n1;22;;Material;100\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|2|=20", "1|22|=100"));
  EXPECT_EQ(read.account.rows_rejected, 1U);
}

TEST_F(HierarchyTest, AHeadingWithoutAnAmountPassesOnWhatStandsBelowIt) {
  const TableRead read = ReadRows("1;2;;Goods;100\n1;22;;Material;\n1;226;;Various;100\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|226|=100"));
  EXPECT_EQ(read.Sum(), "100");
}

TEST_F(HierarchyTest, TheMoneyOfARejectedChildStaysInItsParentsRemainder) {
  const TableRead read = ReadRows("1;2;;Goods;100\n1;22;;Material;60\n1;23;;Travel;4o\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|2|=40", "1|22|=60"));
  EXPECT_EQ(read.account.rows_rejected, 1U);
}

TEST_F(HierarchyTest, ASubtotalThatIsNoNumberIsARejectedRow) {
  const TableRead read = ReadRows("1;2;;Goods;n/a\n1;22;;Material;60\n");
  EXPECT_THAT(Keys(read), ElementsAre("1|22|=60"));
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_EQ(read.rejected[0].reason, "amount 'n/a' is no number");
}

TEST_F(HierarchyTest, ARowWithoutACodeStandsAloneAndThatIsSaid) {
  const TableRead read = ReadRows("1;;;No code;7\n1;2;;Goods;100\n");
  EXPECT_THAT(Keys(read), ElementsAre("1||=7", "1|2|=100"));
  EXPECT_THAT(read.assumptions, ::testing::Contains(HasSubstr("1 rows have no code")));
}

TEST_F(HierarchyTest, ChunksOfAnySizeGiveTheSame) {
  std::string rows;
  for (int office = 1; office <= 20; ++office) {
    const std::string number = std::to_string(office);
    rows += number + ";2;;Goods;100\n" + number + ";22;;\"Quoted;\nmaterial\";90\n" + number +
            ";226;01;Various;45\n" + number + ";226;02;Others;45\n";
  }
  const TableRead whole = ReadRows(rows);
  EXPECT_EQ(whole.Sum(), "2000");
  for (const std::size_t size : {1U, 37U, 200U}) {
    const TableRead read = ReadRows(rows, size);
    EXPECT_EQ(Keys(read), Keys(whole));
    EXPECT_EQ(read.account.counted_below.at(*CurrencyCode::Parse("EUR")).sum,
              Amount::FromUnits(1800));
  }
}

TEST_F(HierarchyTest, RefusedRemaindersAreAnErrorThatNamesTheRows) {
  const std::string layout = std::string(kPlainLayout) +
                             "year: {value: 2017}\namount: amount\ntext: {description: title}\n"
                             "rows: {leaves_of: {code: [code], remainder: refuse}}\n";
  const TableRead read =
      reading_.Read(layout, "code;title;amount\n22;Material;100\n226;Various;70\n");
  EXPECT_THAT(read.lines, IsEmpty());
  EXPECT_THAT(read.diagnostics, HasSubstr("1 amount of data.csv is not the sum of the rows below"));
  EXPECT_THAT(read.diagnostics, HasSubstr("row 2, amount: 100 above 70"));
}

TEST_F(HierarchyTest, YearsOfOneFileAreComparedAlone) {
  const std::string layout = std::string(kPlainLayout) +
                             "year: year\namount: amount\nkey: [code]\n"
                             "text: {description: title}\nrows: {leaves_of: {code: [code]}}\n";
  const TableRead read =
      reading_.Read(layout, "year;code;title;amount\n2016;22;Material;100\n2017;226;Various;70\n");
  EXPECT_THAT(Keys(read), ElementsAre("22=100", "226=70"));
}

TEST_F(HierarchyTest, EachAmountColumnHasItsOwnRemainder) {
  const std::string layout =
      "country: ESP\ncurrency: EUR\nphase: adopted\nyear: {value: 2017}\n"
      "amount: [{column: a}, {column: b, year: +1}]\nkey: [code]\n"
      "text: {description: title}\nrows: {leaves_of: {code: [code]}}\n";
  const TableRead read =
      reading_.Read(layout, "code;title;a;b\n2;Goods;10;20\n22;Material;10;15\n");
  EXPECT_THAT(Keys(read), ElementsAre("2=0", "2=5", "22=10", "22=15"));
}

}  // namespace
}  // namespace tranche
