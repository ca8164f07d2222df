// Are the shipped tables of corpus/reference plausible? Inexact numbers are enough for that.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/source/small_table.h"
#include "engine/tally/gdp.h"

namespace tranche {
namespace {

using Key = std::pair<std::string, int>;  ///< country or currency, and year

/// A table of corpus/reference, row by row, by the names of its columns.
std::vector<std::map<std::string, std::string>> RowsOf(const std::string& name) {
  std::vector<std::map<std::string, std::string>> rows;
  const auto table = SmallTable::Read(std::string(TRANCHE_SOURCE_DIR "/corpus/reference/") + name);
  EXPECT_TRUE(table.ok()) << table.status();
  for (std::size_t row = 0; table.ok() && row < table->row_count(); ++row) {
    auto& cells = rows.emplace_back();
    for (std::size_t column = 0; column < table->header().size(); ++column) {
      cells[table->header()[column]] = table->row(row)[column];
    }
  }
  return rows;
}

double Number(const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  EXPECT_TRUE(!text.empty() && *end == '\0') << "no number: '" << text << "'";
  return number;
}

int Year(const std::string& text) { return std::stoi(text); }

struct Figure {
  std::string currency;
  double amount = 0;
};

std::map<Key, Figure> GdpOf(const std::string& name) {
  std::map<Key, Figure> figures;
  for (auto& row : RowsOf(name)) {
    const Figure figure = {row["currency"], Number(row["gdp"]) * Number(row["unit"])};
    EXPECT_TRUE(figures.try_emplace({row["country"], Year(row["year"])}, figure).second)
        << name << ": twice " << row["country"] << " " << row["year"];
    EXPECT_FALSE(row["source"].empty() || row["edition"].empty()) << name;
  }
  return figures;
}

std::map<Key, double> RatesToTheDollar() {
  std::map<Key, double> rates;
  for (auto& row : RowsOf("rates.csv")) {
    rates[{row["currency"], Year(row["year"])}] = Number(row["per_usd"]);
    EXPECT_FALSE(row["source"].empty() || row["edition"].empty());
  }
  return rates;
}

/// What a country changed: old units for one new one, by the first year of the new currency.
struct CurrencyChange {
  std::string from, to;
  double old_per_new = 0;
};
std::map<Key, CurrencyChange> CurrencyChanges() {
  std::map<Key, CurrencyChange> changes;
  for (auto& row : RowsOf("currency_changes.csv")) {
    changes[{row["country"], Year(row["first_day"].substr(0, 4))}] = {row["from"], row["to"],
                                                                      Number(row["old_per_new"])};
  }
  return changes;
}

std::set<std::string> Allies() {
  std::set<std::string> allies;
  for (auto& row : RowsOf("countries.csv")) allies.insert(row["iso3"]);
  return allies;
}

TEST(ReferenceCountries, AreThe32AlliesWithCodesThatDiffer) {
  std::set<std::string> iso2;
  for (auto& row : RowsOf("countries.csv")) {
    iso2.insert(row["iso2"]);
    EXPECT_TRUE(CountryCode::Parse(row["iso3"]) && CurrencyCode::Parse(row["currency"]))
        << row["name"];
    EXPECT_FALSE(row["languages"].empty()) << row["name"];
    const std::set<std::string> starts = {"01-01", "04-01", "10-01"};
    EXPECT_TRUE(starts.contains(row["fiscal_year_starts"])) << row["name"];
    const int since = Year(row["nato_since"]);
    EXPECT_TRUE(since >= 1949 && since <= 2024) << row["name"];
  }
  EXPECT_EQ(iso2.size(), 32U);
  EXPECT_EQ(Allies().size(), 32U);
}

TEST(ReferenceGdp, EveryAllyHas2023To2025AndOnlyAlliesAreThere) {
  const std::set<std::string> allies = Allies();
  const auto figures = GdpOf("gdp.csv");
  for (const std::string& ally : allies) {
    for (const int year : {2023, 2024, 2025}) {
      EXPECT_TRUE(figures.contains({ally, year})) << ally << " " << year;
    }
  }
  for (const auto& [key, figure] : figures) EXPECT_TRUE(allies.contains(key.first)) << key.first;
}

TEST(ReferenceGdp, JumpsOnlyWithTheCurrency) {
  const auto figures = GdpOf("gdp.csv");
  auto changes = CurrencyChanges();
  for (const auto& [key, figure] : figures) {
    const auto before = figures.find({key.first, key.second - 1});
    if (before == figures.end()) continue;
    double growth = figure.amount / before->second.amount;
    if (figure.currency != before->second.currency) {
      const CurrencyChange& change = changes[key];
      EXPECT_EQ(change.from + " to " + change.to,
                before->second.currency + " to " + figure.currency)
          << key.first << " " << key.second;
      growth *= change.old_per_new;
    }
    // Prices in Türkiye doubled; the gas of 2022 made Norway's GDP a third larger.
    const double most = key.first == "TUR" ? 2.2 : 1.35;
    EXPECT_TRUE(growth > 0.8 && growth < most) << key.first << " " << key.second << ": " << growth;
  }
}

TEST(ReferenceGdp, IsInTheCurrencyOfTheYear) {
  std::map<std::string, std::string> today;
  for (auto& row : RowsOf("countries.csv")) today[row["iso3"]] = row["currency"];
  const auto changes = CurrencyChanges();
  for (const auto& [key, figure] : GdpOf("gdp.csv")) {
    std::string expected = today[key.first];
    for (const auto& [first, change] : changes) {
      if (first.first == key.first && key.second < first.second) expected = change.from;
    }
    EXPECT_EQ(figure.currency, expected) << key.first << " " << key.second;
  }
}

TEST(ReferenceGdp, AgreesWithGdpInDollars) {
  const auto dollars = GdpOf("gdp_usd.csv");
  const auto rates = RatesToTheDollar();
  int compared = 0;
  for (const auto& [key, figure] : GdpOf("gdp.csv")) {
    const auto in_dollars = dollars.find(key);
    const auto rate = rates.find({figure.currency, key.second});
    if (in_dollars == dollars.end() || rate == rates.end()) continue;
    ++compared;
    // Of 2023 the two are of different editions.
    const double most = key.second == 2023 ? 0.07 : 0.005;
    EXPECT_NEAR(in_dollars->second.amount * rate->second / figure.amount, 1, most)
        << key.first << " " << key.second;
  }
  EXPECT_GT(compared, 400);
}

TEST(ReferenceGdp, LaterEditionHasAllAlliesAndDiffersLittle) {
  const auto figures = GdpOf("gdp.csv");
  const auto later = GdpOf("gdp_october_2025.csv");
  EXPECT_EQ(later.size(), Allies().size());
  for (const auto& [key, figure] : later) {
    EXPECT_EQ(figure.currency, figures.at(key).currency) << key.first;
    EXPECT_NEAR(figure.amount / figures.at(key).amount, 1, 0.05) << key.first;
  }
}

TEST(ReferenceGdp, TheEngineReadsEachTable) {
  for (const char* name : {"gdp.csv", "gdp_usd.csv", "gdp_october_2025.csv"}) {
    const auto table = GdpTable::Load(std::string(TRANCHE_SOURCE_DIR "/corpus/reference/") + name);
    EXPECT_TRUE(table.ok()) << table.status();
  }
}

TEST(ReferenceRates, MoveLittleFromYearToYear) {
  const auto rates = RatesToTheDollar();
  for (const auto& [key, rate] : rates) {
    const auto before = rates.find({key.first, key.second - 1});
    if (before == rates.end()) continue;
    const double most = key.first == "TRY" ? 1.9 : 1.3;
    const double change = rate / before->second;
    EXPECT_TRUE(change > 0.8 && change < most) << key.first << " " << key.second << ": " << change;
  }
}

TEST(ReferenceShares, OfEveryAllyInBothPublicationsOf2024AreInRange) {
  std::map<Key, std::map<std::string, std::string>> shares;
  for (auto& row : RowsOf("nato_shares.csv")) {
    const Key key = {row["country"], Year(row["year"])};
    EXPECT_TRUE(shares[key].try_emplace(row["published"], row["percent_of_gdp"]).second)
        << "twice " << row["country"] << " " << row["published"];
    if (row["country"] == "ISL") {
      EXPECT_EQ(row["percent_of_gdp"], "") << "Iceland has no armed forces";
      continue;
    }
    const double share = Number(row["percent_of_gdp"]);
    EXPECT_TRUE(share >= 0.5 && share <= 6) << row["country"] << " " << share;
  }
  int at_two_percent = 0;
  for (const std::string& ally : Allies()) {
    auto& of_2024 = shares[{ally, 2024}];
    ASSERT_TRUE(of_2024.contains("2024-06") && of_2024.contains("2025-04")) << ally;
    if (ally == "ISL") continue;
    EXPECT_NEAR(Number(of_2024["2024-06"]), Number(of_2024["2025-04"]), 0.5) << ally;
    if (Number(of_2024["2025-04"]) >= 2) ++at_two_percent;
  }
  EXPECT_EQ(at_two_percent, 22);
}

}  // namespace
}  // namespace tranche
