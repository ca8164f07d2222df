#include "engine/report/line_table.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/report/sample_result.h"

namespace tranche {
namespace {

/// One row with every kind of column: two own texts, two above, two schemes, a field, a nature and
/// two key parts.
class LineTable : public testing::Test {
 protected:
  LineTable() : book_(SampleBook()), group_(GroupOf("DEU", 2024, Phase::kAdopted, "EUR")) {
    schema_.texts = {{"purpose", true}, {"ministry", false}, {"detail", true}, {"titles", false}};
    schema_.schemes = {"deu-funktion", "cofog"};
    schema_.fields = {"kind"};
    schema_.has_nature = true;
    schema_.key_part_count = 2;
    line_.file = "plan.csv";
    line_.row = 17;
    line_.group = &group_;
    line_.schema = &schema_;
    line_.cells = cells_;
    line_.amount = Amount::FromMicros(12'500'000);
    line_.rulebook = book_.get();
    Decide(kArmy);
    line_.item = "armed-forces";
    line_.rule = "army";
    line_.evidence = "deu-funktion \"032\" (03)";
  }

  void Decide(RuleId rule) {
    allocation_ = *book_->AllocationOf(book_->OutcomeOf(rule), group_.year);
    line_.allocation = &allocation_;
  }

  std::string Rows() const {
    std::string csv;
    AppendLineRows(line_, &csv);
    return csv;
  }

  std::shared_ptr<const Rulebook> book_;
  LineGroup group_;
  LineSchema schema_;
  std::array<std::string_view, 10> cells_ = {"Bridge", "Defence", "north, pier", "Works\x1fRoads",
                                             "032",    "02.1",    "expense",     "capital",
                                             "1401",   "7"};
  Allocation allocation_;
  LineRecord line_;
};

TEST_F(LineTable, ARowHasTheColumnsOfItsHeader) {
  EXPECT_EQ(LinesHeader(),
            "file,row,country,year,phase,currency,key,label,parents,codes,amount,bucket,share,"
            "allocated,item,rule,evidence\n");
  EXPECT_EQ(Rows(),
            "plan.csv,17,DEU,2024,adopted,EUR,1401|7,\"Bridge / north, pier\","
            "Defence / Works > Roads,deu-funktion=032 cofog=02.1,12.5,direct-military,100,12.5,"
            "armed-forces,army,\"deu-funktion \"\"032\"\" (03)\"\n");
}

TEST_F(LineTable, ASplitLineHasARowPerBucketThatAddsUp) {
  Decide(kRoads);
  line_.evidence = "";
  const std::string rows = Rows();
  EXPECT_NE(rows.find(",12.5,broader-security,25,3.125,"), std::string::npos) << rows;
  EXPECT_NE(rows.find(",12.5,excluded,75,9.375,"), std::string::npos) << rows;
}

TEST_F(LineTable, AShareOfZeroHasNoRow) {
  allocation_.parts = {{1, Share()}, {2, Share::Whole()}};
  const std::string rows = Rows();
  EXPECT_EQ(rows.find("broader-security"), std::string::npos) << rows;
  EXPECT_NE(rows.find(",12.5,excluded,100,12.5,"), std::string::npos) << rows;
}

TEST_F(LineTable, WhatALineDoesNotHaveLeavesNoMark) {
  cells_ = {"", "Defence", "pier", std::string_view(), std::string_view(), "02.1",
            "", "",        "1401", std::string_view()};
  EXPECT_NE(Rows().find(",1401|,pier,Defence,cofog=02.1,12.5,"), std::string::npos) << Rows();
}

TEST_F(LineTable, UndecidedRowsLeaveTheDecisionToAPerson) {
  std::string csv;
  AppendUndecidedRow(line_, &csv);
  EXPECT_EQ(UndecidedHeader(), "country,year,key,label,amount,outcome,reason,who,date,review_by\n");
  EXPECT_EQ(csv, "DEU,2024,1401|7,\"Bridge / north, pier\",12.5,,,,,\n");
}

TEST_F(LineTable, AllocatedMoneyBeyondTheRangeIsLeftOut) {
  line_.amount = Amount::FromMicros(static_cast<Int128>(~Uint128{0} >> 1));
  EXPECT_NE(Rows().find(",direct-military,100,,armed-forces"), std::string::npos) << Rows();
}

TEST(RejectedTable, KeepsTheRowsTextAndMakesItUtf8) {
  std::string csv;
  AppendRejectedRow({"plan.csv", 18, 1043, "Betrag", "amount 'n/a' is no number", "a;\"b\";\xff"},
                    &csv);
  EXPECT_EQ(RejectedHeader(), "file,row,byte,column,reason,text\n");
  EXPECT_EQ(csv,
            "plan.csv,18,1043,Betrag,amount 'n/a' is no number,\"a;\"\"b\"\";\xEF\xBF\xBD\"\n");
}

}  // namespace
}  // namespace tranche
