// What a check says of the shipped rulebooks.
#include <gtest/gtest.h>

#include <string>

#include "engine/study/book_check.h"
#include "tests/match/shipped_countries.h"

namespace tranche {
namespace {

class ShippedBookCheck : public testing::TestWithParam<const char*> {};

TEST_P(ShippedBookCheck, FindsNothingToWarnOf) {
  const CountryTable countries = ShippedCountries();
  Diagnostics diagnostics;
  const auto book =
      LoadRulebook(std::string(TRANCHE_SOURCE_DIR "/rules/") + GetParam(), countries, &diagnostics);
  ASSERT_TRUE(book.ok() && book->has_value()) << diagnostics.ToText();
  Diagnostics findings;
  CheckBook(**book, countries, {"2026-11-24"}, &findings);
  EXPECT_EQ(findings.error_count() + findings.CountOf(Severity::kWarning), 0U) << findings.ToText();
  EXPECT_TRUE(findings.items().empty()) << findings.ToText();
}

INSTANTIATE_TEST_SUITE_P(Definitions, ShippedBookCheck,
                         testing::Values("hague-2025.yaml", "hague-2025-strict.yaml",
                                         "hague-2025-wide.yaml", "nato-core.yaml", "sipri.yaml",
                                         "cofog-02.yaml", "eu-escape-clause.yaml",
                                         "examples/italy-counts-it.yaml"),
                         [](const auto& param_info) {
                           std::string name = param_info.param;
                           for (char& c : name) {
                             if (c == '-' || c == '.' || c == '/') c = '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace tranche
