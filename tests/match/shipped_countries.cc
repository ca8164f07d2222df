#include "tests/match/shipped_countries.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/source/small_table.h"

namespace tranche {

CountryTable ShippedCountries() {
  std::vector<Country> countries;
  auto table = SmallTable::Read(TRANCHE_SOURCE_DIR "/corpus/reference/countries.csv");
  EXPECT_TRUE(table.ok()) << table.status();
  for (std::size_t row = 0; table.ok() && row < table->row_count(); ++row) {
    const auto& cells = table->row(row);
    Country country;
    country.code = *CountryCode::Parse(cells[*table->Column("iso3")]);
    country.name = cells[*table->Column("name")];
    country.currency = *CurrencyCode::Parse(cells[*table->Column("currency")]);
    std::istringstream languages(cells[*table->Column("languages")]);
    for (std::string language; std::getline(languages, language, '|');) {
      country.languages.push_back(language);
    }
    countries.push_back(std::move(country));
  }
  return CountryTable(std::move(countries));
}

}  // namespace tranche
