#include "engine/base/country.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tranche {
namespace {

Country Row(std::string_view code, std::string name, std::string_view currency,
            std::vector<std::string> languages) {
  return {*CountryCode::Parse(code), std::move(name), *CurrencyCode::Parse(currency),
          std::move(languages)};
}

CountryTable Table() {
  return CountryTable({Row("POL", "Poland", "PLN", {"pl"}),
                       Row("BEL", "Belgium", "EUR", {"nl", "fr", "de"}),
                       Row("XKX", "Kosovo", "EUR", {"sq", "sr"})});
}

TEST(ThreeLetterCode, TakesThreeCapitalsAndNothingElse) {
  EXPECT_EQ(CountryCode::Parse("POL")->ToString(), "POL");
  for (const char* text : {"", "PO", "POLA", "pol", "P0L", "PÖ", "P L"}) {
    EXPECT_FALSE(CountryCode::Parse(text).has_value()) << text;
  }
  EXPECT_TRUE(CountryCode().empty());
  EXPECT_EQ(CountryCode().ToString(), "");
  EXPECT_LT(*CountryCode::Parse("BEL"), *CountryCode::Parse("POL"));
}

TEST(CountryTable, FindsItsRowsWhateverTheirOrder) {
  const CountryTable table = Table();
  ASSERT_NE(table.Find(*CountryCode::Parse("BEL")), nullptr);
  EXPECT_EQ(table.Find(*CountryCode::Parse("BEL"))->languages,
            (std::vector<std::string>{"nl", "fr", "de"}));
  EXPECT_EQ(table.Find(*CountryCode::Parse("ESP")), nullptr);
  EXPECT_EQ(table.Codes(), (std::vector<std::string>{"BEL", "POL", "XKX"}));
}

TEST(CountryTable, KnowsEveryIsoCountryAndTheTablesOwn) {
  const CountryTable table = Table();
  for (const char* code : {"POL", "XKX", "ESP", "JPN", "NOR", "GBR", "USA", "MKD", "UKR"}) {
    EXPECT_TRUE(table.IsKnownCountry(code)) << code;
  }
  for (const char* code : {"XXX", "EUR", "ES", "esp", "", "SPAIN", "ZZZ"}) {
    EXPECT_FALSE(table.IsKnownCountry(code)) << code;
  }
  EXPECT_TRUE(CountryTable().IsKnownCountry("POL"));
  EXPECT_FALSE(CountryTable().IsKnownCountry("XKX"));
}

TEST(CountryTable, KnowsIsoCurrenciesAlsoThoseThatAreGone) {
  for (const char* code : {"EUR", "USD", "PLN", "ISK", "TRY", "MKD", "DEM", "ITL", "HRK", "BGN"}) {
    EXPECT_TRUE(CountryTable::IsKnownCurrency(code)) << code;
  }
  for (const char* code : {"XXX", "XTS", "QQQ", "eur", "EURO", "", "EU", "€"}) {
    EXPECT_FALSE(CountryTable::IsKnownCurrency(code)) << code;
  }
}

TEST(CountryTable, NamesTheTablesRowsElseAsIcuElseTheCode) {
  const CountryTable table = Table();
  EXPECT_EQ(table.NameOf(*CountryCode::Parse("POL")), "Poland");
  EXPECT_EQ(table.NameOf(*CountryCode::Parse("XKX")), "Kosovo");
  EXPECT_EQ(table.NameOf(*CountryCode::Parse("ESP")), "Spain");
  EXPECT_EQ(table.NameOf(*CountryCode::Parse("QQQ")), "QQQ");
}

}  // namespace
}  // namespace tranche
