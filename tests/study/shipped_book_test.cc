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
  EXPECT_EQ(findings.error_count() + findings.CountOf(Severity::kWarning), 0U) << findings.ToText();
  // A gap of the shipped vocabulary that we know of, and say to those who ask.
  ASSERT_EQ(findings.items().size(), 1U) << findings.ToText();
  EXPECT_EQ(findings.items().front().message,
            "the vocabulary has no words in the languages of Norway (NOR) and Poland (POL), so "
            "rules that mention concepts take hardly any of their lines");
}

}  // namespace
}  // namespace tranche
