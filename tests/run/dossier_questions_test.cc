// Dossiers of which only their author can say what they mean, or that are not what they seem.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/run/dossier_run.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

TEST_F(DossierRun, FilesThatMeetWithoutARelationAreAQuestion) {
  WriteBudget("budget.csv", {{"a", 10}});
  WriteBudget("more.csv", {{"b", 20}});
  const auto outcome = Run("  - budget.csv\n  - more.csv\n");
  EXPECT_FALSE(outcome.result);
  EXPECT_THAT(std::string(outcome.status.message()),
              HasSubstr("both hold POL 2024 (adopted): adding them may count money twice; say in "
                        "the dossier what the later one does"));
}

TEST_F(DossierRun, CopyUnderAnotherYearIsAQuestion) {
  std::vector<std::pair<std::string, std::int64_t>> lines;
  for (int i = 1; i <= 30; ++i) lines.emplace_back("k" + std::to_string(i), i * 1001);
  WriteBudget("budget-2023.csv", lines, "2023");
  std::swap(lines[3], lines[20]);
  WriteBudget("budget-2024.csv", lines, "2024");
  const auto outcome = Run("  - budget-2023.csv\n  - budget-2024.csv\n");
  EXPECT_FALSE(outcome.result);
  EXPECT_THAT(std::string(outcome.status.message()), HasSubstr("hold the same 30 amounts"));
  EXPECT_THAT(
      std::string(outcome.status.message()),
      HasSubstr("or say `repeats: true` at the later one in the dossier if both are right"));
  EXPECT_TRUE(Run("  - budget-2023.csv\n  - {path: budget-2024.csv, repeats: true}\n").result);
  lines[5].second += 1;
  WriteBudget("budget-2024.csv", lines, "2024");
  EXPECT_TRUE(Run("  - budget-2023.csv\n  - budget-2024.csv\n").result);
}

TEST_F(DossierRun, AmendmentWhoseKeysAreAllNewIsAQuestion) {
  WriteBudget("budget.csv", {{"a", 10}});
  WriteBudget("amendment.csv", {{"A", 20}});
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n"
          "  - {path: amendment.csv, phase: adopted, replaces: by key}\n");
  EXPECT_FALSE(outcome.result);
  EXPECT_THAT(std::string(outcome.status.message()), HasSubstr("have none of its 1 keys"));
}

TEST_F(DossierRun, AmendmentThatCannotBeReadIsReportedAndNothingElse) {
  WriteBudget("budget.csv", {{"a", 30}});
  Write("amendment.csv",
        "country,year,phase,currency,sum,key,description,parents,nature,cofog\n"
        "POL,2024,adopted,PLN,1,a,Tanks,,capital,02.1.0\n");
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n"
          "  - {path: amendment.csv, phase: adopted, replaces: by key}\n");
  EXPECT_FALSE(outcome.result);
  EXPECT_THAT(outcome.diagnostics.ToText(), HasSubstr("amount"));
}

TEST_F(DossierRun, MistakeOfAFileThatIsCarriedOverIsSaidOnce) {
  Write("budget.csv",
        "country,year,phase,currency,sum,key,description,parents,nature,cofog\n"
        "POL,2024,adopted,PLN,1,a,Tanks,,capital,02.1.0\n");
  WriteBudget("amendment.csv", {{"a", 30}});
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n"
          "  - {path: amendment.csv, phase: revised, replaces: by key}\n");
  EXPECT_FALSE(outcome.result);
  EXPECT_EQ(outcome.diagnostics.error_count(), 1U) << outcome.diagnostics.ToText();
}

TEST_F(DossierRun, WhatAnAmendmentDoesNotReplaceIsSaid) {
  WriteBudget("budget.csv", {{"a", 10}, {"b", 20}, {"c", 30}});
  Write("amendment.csv", std::string(kLines) +
                             "POL,2024,adopted,PLN,1,a,Tanks,,capital,02.1.0\n"
                             "POL,2024,adopted,PLN,,b,Tanks,,capital,02.1.0\n"
                             "POL,2024,adopted,PLN,n/a,c,Tanks,,capital,02.1.0\n");
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n"
          "  - {path: amendment.csv, phase: adopted, replaces: by key}\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "51"}}));
  EXPECT_THAT(outcome.result->files[1].suspicions,
              Contains(HasSubstr("1 amount is empty or rejected and 1 row rejected: the lines that "
                                 "they were to replace keep the amounts that they had")));
}

TEST_F(DossierRun, LinesWithoutAKeyReplaceNothing) {
  Write("layout.yaml",
        "layout: keyed\nformat: 1\ncountry: POL\ncurrency: PLN\nyear: {value: 2024}\n"
        "phase: adopted\namount: amount\nkey: key\ntext: {description: title}\n");
  Write("budget.csv", "key,title,amount\na,Tanks,10\n,Roads,20\n");
  Write("amendment.csv", "key,title,amount\na,Tanks,11\n,Bridges,5\n");
  const auto outcome =
      Run("  - {path: budget.csv, layout: layout.yaml}\n"
          "  - {path: amendment.csv, layout: layout.yaml, replaces: by key}\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "36"}}));
  EXPECT_THAT(outcome.result->files[1].suspicions,
              Contains(HasSubstr("1 line has no key: they replace nothing")));
}

}  // namespace
}  // namespace tranche
