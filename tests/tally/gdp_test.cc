#include "engine/tally/gdp.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace tranche {
namespace {

using ::testing::HasSubstr;

std::string TableOf(const std::string& rows) {
  const std::string path = ::testing::TempDir() + "/gdp-" + std::to_string(::getpid()) + ".csv";
  std::ofstream(path) << "country,year,currency,gdp,unit,source,edition\n" << rows;
  return path;
}

TEST(GdpTable, AFigureIsExactInCurrencyUnits) {
  const auto table = GdpTable::Load(TableOf("ALB,2024,ALL,2530.043,1000000000,IMF,April 2025\n"));
  ASSERT_TRUE(table.ok()) << table.status();
  const GdpFigure* figure = table->Find(*CountryCode::Parse("ALB"), 2024);
  ASSERT_NE(figure, nullptr);
  EXPECT_EQ(figure->amount.ToString(), "2530043000000");
  EXPECT_EQ(table->Find(*CountryCode::Parse("ALB"), 2023), nullptr);
}

TEST(GdpTable, MistakesAreNamedWithTheirRow) {
  const std::string row = "ALB,2024,ALL,1,1,IMF,x\n";
  EXPECT_THAT(GdpTable::Load(TableOf(row + row)).status().message(), HasSubstr("row 3"));
  EXPECT_THAT(GdpTable::Load(TableOf("ALB,2024,ALL,-1,1,IMF,x\n")).status().message(),
              HasSubstr("no positive number"));
  EXPECT_THAT(GdpTable::Load(TableOf("Albania,2024,ALL,1,1,IMF,x\n")).status().message(),
              HasSubstr("three capital letters"));
}

TEST(ShippedGdp, EveryAllyHasAFigureFor2024) {
  const auto table = GdpTable::Load(TRANCHE_SOURCE_DIR "/corpus/reference/gdp.csv");
  ASSERT_TRUE(table.ok()) << table.status();
  for (const char* code : {"ALB", "DEU", "ESP", "GBR", "ISL", "ITA", "POL", "TUR", "USA"}) {
    EXPECT_NE(table->Find(*CountryCode::Parse(code), 2024), nullptr) << code;
  }
}

TEST(FiscalYear, LiesInTwoCalendarYears) {
  const FiscalYear british = {4, true};
  EXPECT_EQ(british.CalendarYears(2024)[0], (MonthsOfYear{2024, 9}));
  EXPECT_EQ(british.CalendarYears(2024)[1], (MonthsOfYear{2025, 3}));
  const FiscalYear american = {10, false};
  EXPECT_EQ(american.CalendarYears(2024)[0], (MonthsOfYear{2023, 3}));
  EXPECT_EQ(american.CalendarYears(2024)[1], (MonthsOfYear{2024, 9}));
}

TEST(GdpTable, GdpOfABudgetYearIsWeightedByMonths) {
  const auto table =
      GdpTable::Load(TableOf("GBR,2023,GBP,1000,1,ONS,May\nGBR,2024,GBP,1200,1,ONS,May\n"
                             "GBR,2025,GBP,1600,1,ONS,June\n"));
  ASSERT_TRUE(table.ok()) << table.status();
  const CountryCode britain = *CountryCode::Parse("GBR");
  const auto figure = table->FindFiscal(britain, 2024, {4, true});
  ASSERT_TRUE(figure);
  EXPECT_EQ(figure->amount.ToString(), "1300");
  EXPECT_EQ(figure->note, "budget years from April, weighted by months");
  EXPECT_EQ(figure->edition, "May and June");
  EXPECT_EQ(table->FindFiscal(britain, 2024, {10, false})->amount.ToString(), "1150");
  EXPECT_EQ(table->FindFiscal(britain, 2024, {})->amount.ToString(), "1200");
  EXPECT_FALSE(table->FindFiscal(britain, 2025, {4, true}));
}

TEST(GdpTable, GdpOfABudgetYearIsRoundedHalfEvenAtTheSixthDecimal) {
  const auto table =
      GdpTable::Load(TableOf("GBR,2023,GBP,0.000001,1,ONS,May\nGBR,2024,GBP,0.000002,1,ONS,May\n"));
  ASSERT_TRUE(table.ok()) << table.status();
  const auto figure = table->FindFiscal(*CountryCode::Parse("GBR"), 2023, {7, true});
  EXPECT_EQ(figure->amount.ToString(), "0.000002");
}

}  // namespace
}  // namespace tranche
