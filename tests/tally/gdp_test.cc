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

}  // namespace
}  // namespace tranche
