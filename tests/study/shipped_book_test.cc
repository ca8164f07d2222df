// What a check says of the shipped rulebook.
#include <gtest/gtest.h>

#include "engine/study/book_check.h"
#include "tests/match/shipped_countries.h"

namespace tranche {
namespace {

TEST(ShippedBookCheck, FindsNothingToWarnOf) {
  const CountryTable countries = ShippedCountries();
  Diagnostics diagnostics;
  const auto book =
      LoadRulebook(TRANCHE_SOURCE_DIR "/rules/hague-2025.yaml", countries, &diagnostics);
  ASSERT_TRUE(book.ok() && book->has_value()) << diagnostics.ToText();
  Diagnostics findings;
  CheckBook(**book, countries, {"2026-11-24"}, &findings);
  EXPECT_EQ(findings.ToText(), "");
}

}  // namespace
}  // namespace tranche
