#include "engine/report/tables.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <vector>

#include "tests/report/sample_result.h"

namespace tranche {
namespace {

/// Cells of a table without quotes in it.
std::vector<std::vector<std::string>> RowsOf(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string>& row = rows.emplace_back(1);
    for (const char c : line) {
      if (c == ',') {
        row.emplace_back();
      } else {
        row.back() += c;
      }
    }
  }
  return rows;
}

/// A plain decimal in picos.
Int128 Picos(const std::string& decimal) {
  Int128 value = 0;
  int places = -1;
  for (const char c : decimal) {
    if (c == '-') continue;
    if (c == '.') {
      places = 0;
      continue;
    }
    value = value * 10 + (c - '0');
    if (places >= 0) ++places;
  }
  for (int i = places < 0 ? 0 : places; i < 12; ++i) value *= 10;
  return decimal.starts_with('-') ? -value : value;
}

/// One group of 100 units of GDP with `micros` of core defence.
ClassifyResult CoreDefence(Int128 micros) {
  ClassifyResult result = EmptyResult();
  AddGroup(GroupOf("DEU", 2024, Phase::kAdopted, "EUR"), "Germany", &result);
  AddMoney(kArmy, 1, Amount::FromMicros(micros), &result);
  SetGdp(Amount::FromUnits(100), "", &result);
  return result;
}

std::string CorePercent(Int128 micros) { return RowsOf(TotalsCsv(CoreDefence(micros)))[1].back(); }

std::vector<std::string> TargetOf(const ClassifyResult& result, const std::string& name) {
  for (const auto& row : RowsOf(TargetsCsv(result))) {
    if (row[3] == name) return row;
  }
  return {};
}

TEST(TotalsCsv, BucketsAddUpToTheTotalRow) {
  std::map<std::string, Int128> sums;
  std::size_t totals = 0;
  for (const auto& row : RowsOf(TotalsCsv(SampleResult()))) {
    if (row[0] == "country") continue;
    Int128& sum = sums[row[0] + row[1] + row[2] + row[3]];
    if (row[4] == "total") {
      EXPECT_EQ(Int128ToString(sum), Int128ToString(Picos(row[6])));
      ++totals;
    } else {
      sum += Picos(row[6]);
    }
  }
  EXPECT_EQ(totals, 4U);
}

TEST(ItemsCsv, ItemsAndRulesAddUpToTheTotals) {
  const auto sum_of = [](const std::string& csv, std::size_t amount_column, bool of_totals) {
    Int128 sum = 0;
    for (const auto& row : RowsOf(csv)) {
      if (row[0] == "country" || (of_totals && row[4] != "total")) continue;
      sum += Picos(row[amount_column]);
    }
    return Int128ToString(sum);
  };
  const ClassifyResult result = SampleResult();
  const std::string total = sum_of(TotalsCsv(result), 6, true);
  EXPECT_EQ(sum_of(ItemsCsv(result), 8, false), total);
  EXPECT_EQ(sum_of(RulesCsv(result), 8, false), total);
}

TEST(TotalsCsv, APercentIsRoundedHalfEven) {
  EXPECT_EQ(CorePercent(2'000'500), "2.000");
  EXPECT_EQ(CorePercent(2'000'501), "2.001");
  EXPECT_EQ(CorePercent(2'001'500), "2.002");
  EXPECT_EQ(CorePercent(-2'001'500), "-2.002");
}

TEST(TotalsCsv, WithoutGdpThePercentIsEmpty) {
  ClassifyResult result = EmptyResult();
  AddGroup(GroupOf("DEU", 2024, Phase::kAdopted, "EUR"), "Germany", &result);
  AddMoney(kArmy, 1, Amount::FromUnits(5), &result);
  const auto rows = RowsOf(TotalsCsv(result));
  EXPECT_EQ(rows[1], (std::vector<std::string>{"DEU", "2024", "adopted", "EUR", "direct-military",
                                               "1", "5", "", ""}));
}

TEST(ItemsCsv, AnAreaHoldsNoExcludedMoney) {
  ClassifyResult result = EmptyResult();
  AddGroup(GroupOf("DEU", 2024, Phase::kAdopted, "EUR"), "Germany", &result);
  AddMoney(kRoads, 1, Amount::FromUnits(100), &result);
  const auto rows = RowsOf(ItemsCsv(result));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1][5] + "/" + rows[1][6] + "/" + rows[1][8], "infrastructure/broader-security/25");
  EXPECT_EQ(rows[2][5] + "/" + rows[2][6] + "/" + rows[2][8], "/excluded/75");
}

TEST(ItemsCsv, TellsRulesWithTheirOwnOutcomeFromUnrecognisedLines) {
  ClassifyResult result = EmptyResult();
  AddGroup(GroupOf("DEU", 2024, Phase::kAdopted, "EUR"), "Germany", &result);
  AddMoney(kOtherwiseRule, 2, Amount::FromUnits(7), &result);
  AddMoney(kOneOff, 1, Amount::FromUnits(5), &result);
  const auto rows = RowsOf(ItemsCsv(result));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1][4] + "/" + rows[1][6], "(rule one-off)/undecided");
  EXPECT_EQ(rows[2][4] + "/" + rows[2][6], "(otherwise)/excluded");
}

TEST(TargetsCsv, AGapIsPositiveWhereMoneyIsMissing) {
  const auto row = TargetOf(CoreDefence(1'250'000), "guideline-2014");
  EXPECT_EQ(row[7], "0.750");
  EXPECT_EQ(row[8], "0.75");
  EXPECT_EQ(row[9], "no");
}

TEST(TargetsCsv, MetComparesBeforeRounding) {
  EXPECT_EQ(TargetOf(CoreDefence(2'000'000), "guideline-2014")[9], "yes");
  const auto row = TargetOf(CoreDefence(1'999'999), "guideline-2014");
  EXPECT_EQ(row[5], "2.000");
  EXPECT_EQ(row[9], "no");
}

TEST(TargetsCsv, ACeilingIsNeitherMetNorMissed) {
  EXPECT_EQ(TargetOf(CoreDefence(2'000'000), "broader-2035")[9], "");
}

TEST(TargetsCsv, WithoutGdpEveryTargetStillHasItsRow) {
  ClassifyResult result = EmptyResult();
  AddGroup(GroupOf("DEU", 2024, Phase::kAdopted, "EUR"), "Germany", &result);
  AddMoney(kArmy, 1, Amount::FromUnits(5), &result);
  EXPECT_EQ(TargetsCsv(result).substr(TargetsCsv(EmptyResult()).size()),
            "DEU,2024,adopted,guideline-2014,,,2,,,,,\n"
            "DEU,2024,adopted,core-2035,,,3.5,,,,,\n"
            "DEU,2024,adopted,broader-2035,,,1.5,,,,,\n"
            "DEU,2024,adopted,total-2035,,,5,,,,,\n");
}

TEST(DroppedCsv, QuotesReasonsWithCommas) {
  ClassifyResult result = EmptyResult();
  FileAccount& account = AddFile("a.csv", &result).account;
  account.rows_dropped[{"total, of a chapter", *CurrencyCode::Parse("EUR")}] = {
      2, Amount::FromUnits(9)};
  EXPECT_EQ(DroppedCsv(result),
            "file,unit,reason,currency,count,amount\n"
            "a.csv,rows,\"total, of a chapter\",EUR,2,9\n");
}

}  // namespace
}  // namespace tranche
