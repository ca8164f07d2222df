// Dossiers as runs read them: what files do to each other, and that nothing is lost or counted
// twice.
#include "tests/run/dossier_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "engine/run/classify.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

TEST_F(DossierRun, AmendmentOfThePhaseReplacesLinesOfItsKeys) {
  WriteBudget("budget.csv", {{"a", 10}, {"b", 20}, {"b", 5}, {"c", 40}});
  WriteBudget("amendment.csv", {{"b", 7}, {"d", 1}});
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n"
          "  - {path: amendment.csv, phase: adopted, replaces: by key}\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "58"}}));
  const FileAccount& budget = outcome.result->files[0].account;
  EXPECT_EQ(budget.cells_dropped.size(), 1U);
  EXPECT_EQ(budget.cells_dropped.begin()->second.count, 2U);
  EXPECT_THAT(outcome.result->files[1].assumptions.back(),
              HasSubstr("1 of its 2 keys stand in no file before it, as new lines do: POL|d"));
}

TEST_F(DossierRun, AmendmentOfANewPhaseCarriesTheBudgetOver) {
  WriteBudget("budget.csv", {{"a", 10}, {"b", 20}, {"c", 40}});
  WriteBudget("amendment.csv", {{"b", 7}});
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n"
          "  - {path: amendment.csv, phase: revised, replaces: by key}\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "70"}, {"revised", "57"}}));
  ASSERT_EQ(outcome.result->files.size(), 3U);
  EXPECT_TRUE(outcome.result->files[1].is_carried);
}

TEST_F(DossierRun, TotalsOfAFileAreThoseOfTheFileAsItStands) {
  WriteBudget("budget.csv", {{"a", 10}, {"b", 20}, {"c", 40}});
  WriteBudget("amendment.csv", {{"b", 7}});
  for (const std::string phase : {"adopted", "revised"}) {
    const auto outcome =
        Run("  - {path: budget.csv, phase: adopted, control_total: 70}\n"
            "  - {path: amendment.csv, phase: " +
            phase + ", replaces: by key, control_total: {2024: {amount: 8}, 2023: {amount: 1}}}\n");
    ASSERT_TRUE(outcome.result) << outcome.status << outcome.diagnostics.ToText();
    EXPECT_EQ(outcome.result->files[0].control_totals_met, 1U) << phase;
    EXPECT_THAT(outcome.result->files.back().unmet_control_totals,
                testing::ElementsAre(HasSubstr("difference -1 PLN"),
                                     HasSubstr("of 2023 is not met: the file has no line of it")));
  }
}

TEST_F(DossierRun, AmendmentsFollowEachOther) {
  WriteBudget("budget.csv", {{"a", 100}, {"b", 200}, {"c", 400}});
  WriteBudget("first.csv", {{"a", 1}, {"b", 2}});
  WriteBudget("second.csv", {{"b", 20}, {"c", 40}});
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n"
          "  - {path: first.csv, phase: revised, replaces: by key}\n"
          "  - {path: second.csv, phase: revised, replaces: by key}\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "700"}, {"revised", "61"}}));
}

TEST_F(DossierRun, SupplementComesOnTop) {
  WriteBudget("budget.csv", {{"a", 10}, {"b", 20}});
  WriteBudget("supplement.csv", {{"b", 3}});
  EXPECT_EQ(TotalsOf(Run("  - {path: budget.csv, phase: adopted}\n"
                         "  - {path: supplement.csv, phase: adopted, adds: true}\n")),
            (Totals{{"adopted", "33"}}));
  EXPECT_EQ(TotalsOf(Run("  - {path: budget.csv, phase: adopted}\n"
                         "  - {path: supplement.csv, phase: revised, adds: true}\n")),
            (Totals{{"adopted", "30"}, {"revised", "33"}}));
}

TEST_F(DossierRun, FileThatReplacesAllTakesThePlaceInItsYears) {
  Write("budget.csv", std::string(kLines) +
                          "POL,2023,adopted,PLN,5,a,Tanks,,capital,02.1.0\n"
                          "POL,2024,adopted,PLN,10,a,Tanks,,capital,02.1.0\n");
  WriteBudget("new.csv", {{"x", 300}});
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n"
          "  - {path: new.csv, phase: adopted, replaces: all}\n");
  ASSERT_TRUE(outcome.result) << outcome.status;
  ASSERT_EQ(outcome.result->groups.size(), 2U);
  EXPECT_EQ(outcome.result->groups[0].totals.total.amount.ToString(), "5");
  EXPECT_EQ(outcome.result->groups[1].totals.total.amount.ToString(), "300");
}

TEST_F(DossierRun, PartsStandBesideEachOther) {
  WriteBudget("budget.csv", {{"a", 10}});
  WriteBudget("fund.csv", {{"a", 20}});
  WriteBudget("change.csv", {{"a", 7}});
  EXPECT_EQ(TotalsOf(Run("  - {path: budget.csv, phase: adopted}\n"
                         "  - {path: fund.csv, phase: adopted, part: Fund}\n"
                         "  - {path: change.csv, phase: adopted, part: Fund, replaces: by key}\n")),
            (Totals{{"adopted", "17"}}));
}

TEST_F(DossierRun, StatedYearIsThatOfAllRows) {
  WriteBudget("budget.csv", {{"a", 10}}, "2023");
  const auto outcome = Run("  - {path: budget.csv, year: 2024}\n", "year: 2024\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "10"}}));
}

/// Lines of Poland: year, phase, key, amount.
struct AnyLine {
  std::string year, phase, key, amount;
};
std::string TableOf(const std::vector<AnyLine>& lines) {
  std::string text = kLines;
  for (const AnyLine& line : lines) {
    text += "POL," + line.year + "," + line.phase + ",PLN," + line.amount + "," + line.key +
            ",Tanks,,capital,02.1.0\n";
  }
  return text;
}

TEST_F(DossierRun, StatedPhaseAndYearNeverAddUpWhatRowsKeepApart) {
  Write("budget.csv", TableOf({{"2024", "draft", "a", "1"}, {"2024", "adopted", "a", "2"}}));
  const auto phases = Run("  - {path: budget.csv, phase: adopted}\n");
  EXPECT_FALSE(phases.result);
  EXPECT_THAT(phases.diagnostics.ToText(), HasSubstr("are of several phases (column phase)"));
  Write("budget.csv", TableOf({{"2023", "adopted", "a", "1"}, {"2024", "adopted", "a", "2"}}));
  const auto years = Run("  - {path: budget.csv, year: 2024}\n");
  EXPECT_FALSE(years.result);
  EXPECT_THAT(years.diagnostics.ToText(), HasSubstr("are of several years (column year)"));
}

TEST_F(DossierRun, PhaseMayBeSaidByTheDossierOrTheFileAlike) {
  Write("layout.yaml",
        "layout: mine\nformat: 1\ncountry: POL\ncurrency: PLN\nphase: adopted\nyear: {value: "
        "2024}\namount: amount\nkey: key\ntext: {description: description}\n");
  WriteBudget("budget.csv", {{"a", 10}, {"b", 20}});
  WriteBudget("amendment.csv", {{"b", 7}});
  for (const char* files :
       {"  - {path: budget.csv, phase: adopted, layout: layout.yaml}\n"
        "  - {path: amendment.csv, layout: layout.yaml, replaces: by key}\n",
        "  - {path: budget.csv, layout: layout.yaml}\n"
        "  - {path: amendment.csv, phase: adopted, layout: layout.yaml, replaces: by key}\n"}) {
    EXPECT_EQ(TotalsOf(Run(files)), (Totals{{"adopted", "17"}})) << files;
  }
}

TEST_F(DossierRun, FileOfOnePhaseReplacesThatPhaseOfAFileWithSeveral) {
  Write("budget.csv", TableOf({{"2024", "adopted", "a", "10"}, {"2024", "revised", "a", "30"}}));
  WriteBudget("new.csv", {{"a", 37}});
  const auto outcome = Run("  - budget.csv\n  - {path: new.csv, phase: adopted, replaces: all}\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "37"}, {"revised", "30"}}));
}

TEST_F(DossierRun, FileWithSeveralPhasesReplacesThemInFilesOfOne) {
  WriteBudget("budget.csv", {{"a", 37}});
  Write("new.csv", TableOf({{"2024", "adopted", "a", "10"}, {"2024", "revised", "a", "30"}}));
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n  - {path: new.csv, replaces: all}\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "10"}, {"revised", "30"}}));
}

TEST_F(DossierRun, NewPhaseStartsFromTheNearestPhaseBeforeIt) {
  Write("outturn.csv", TableOf({{"2024", "outturn", "a", "26"}}));
  WriteBudget("budget.csv", {{"a", 30}});
  Write("supplement.csv", TableOf({{"2024", "revised", "b", "1"}}));
  const auto outcome =
      Run("  - {path: budget.csv, phase: adopted}\n"
          "  - {path: outturn.csv, phase: outturn}\n"
          "  - {path: supplement.csv, phase: revised, adds: true}\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "30"}, {"outturn", "26"}, {"revised", "31"}}));
}

class Corrections : public DossierRun {
 protected:
  ClassifyOutcome Correct(const std::string& rows) {
    Write("budget.csv", std::string(kLines) +
                            "POL,2024,adopted,PLN,10,a,Tanks,,capital,02.1.0\n"
                            "POL,2024,adopted,PLN,n/a,b,Tanks,,capital,02.1.0\n"
                            "POL,2024,adopted,PLN,7,c,Tanks,,capital,02.1.0\n"
                            "POL,2024,adopted,PLN,7,c,Tanks,,capital,02.1.0\n");
    Write("corrections.csv", "file,key,column,read,use,why,who\n" + rows);
    return Run("  - budget.csv\n", "corrections: corrections.csv\n");
  }
};

TEST_F(Corrections, ChangeTheCellThatTheyProve) {
  const auto outcome = Correct(
      "budget.csv,POL|a,amount,10,25,typing error,Anna\n"
      "budget.csv,POL|b,amount,n/a,100,published later,Anna\n");
  EXPECT_EQ(TotalsOf(outcome), (Totals{{"adopted", "139"}}));
  const FileResult& file = outcome.result->files[0];
  EXPECT_EQ(file.corrected_cells, 2U);
  ASSERT_EQ(file.corrected_difference.size(), 1U);
  EXPECT_EQ(file.corrected_difference.begin()->second.ToString(), "115");
  EXPECT_EQ(file.account.rows_rejected, 0U);
}

TEST_F(Corrections, AreAllReportedWhereTheyDoNotFit) {
  const auto outcome = Correct(
      "budget.csv,POL|a,amount,11,25,typing error,Anna\n"
      "budget.csv,POL|z,amount,10,25,typing error,Anna\n"
      "budget.csv,POL|c,amount,7,8,typing error,Anna\n"
      "budget.csv,POL|a,amuont,10,25,typing error,Anna\n"
      "budget.csv,POL|a,amount,10,ten,typing error,Anna\n"
      "budget.csv,POL|b,amount,n/a,n/a,typing error,Anna\n"
      "budgte.csv,POL|a,amount,10,25,typing error,Anna\n"
      "budget.csv,POL|a,description,Tanks,Ships,,\n");
  EXPECT_FALSE(outcome.result);
  const std::string text = outcome.diagnostics.ToText();
  for (const char* said :
       {"reads '10' there, not '11'", "has the key 'POL|z'", "2 rows of", "no column 'amuont'",
        "amount 'ten' is no number", "changes nothing", "no file 'budgte.csv'",
        "nothing in the column why", "nothing in the column who"}) {
    EXPECT_THAT(text, HasSubstr(said));
  }
}

TEST_F(Corrections, NameTheirFileWithoutDoubt) {
  fs::create_directories(folder_ / "old");
  WriteBudget("old/budget.csv", {{"a", 10}}, "2023");
  WriteBudget("budget.csv", {{"a", 10}});
  const std::string files = "  - old/budget.csv\n  - budget.csv\n";
  const std::string head = "file,key,column,read,use,why,who\n";
  Write("corrections.csv", head + "budget.csv,POL|a,amount,10,25,typing error,Anna\n");
  const auto exact = Run(files, "corrections: corrections.csv\n");
  ASSERT_TRUE(exact.result) << exact.diagnostics.ToText();
  EXPECT_EQ(exact.result->files[0].corrected_cells, 0U);
  EXPECT_EQ(exact.result->files[1].corrected_cells, 1U);
}

/// What a dossier means, slowly: lines by phase and key, changed by one file after another.
class SlowDossier {
 public:
  void Add(const std::string& phase, const std::string& relation,
           const std::vector<std::pair<std::string, std::int64_t>>& lines) {
    if (!figures_.contains(phase) && !figures_.empty()) figures_[phase] = figures_[latest_];
    auto& figure = figures_[phase];
    for (const auto& [key, amount] : lines) {
      if (relation == "replaces: by key") figure.erase(key);
    }
    for (const auto& [key, amount] : lines) figure.emplace(key, amount);
    latest_ = phase;
  }
  Totals Sums() const {
    Totals totals;
    for (const auto& [phase, figure] : figures_) {
      std::int64_t sum = 0;
      for (const auto& [key, amount] : figure) sum += amount;
      totals[phase] = std::to_string(sum);
    }
    return totals;
  }

 private:
  std::map<std::string, std::multimap<std::string, std::int64_t>> figures_;
  std::string latest_;
};

TEST_F(DossierRun, AgreesWithTheSlowReadingOfRandomDossiers) {
  std::mt19937 random(20261124);
  const auto pick = [&random](int most) {
    return std::uniform_int_distribution<int>(0, most)(random);
  };
  const std::vector<std::string> phases = {"adopted", "revised", "outturn"};
  for (int round = 0; round < 60; ++round) {
    SlowDossier slow;
    std::string files;
    std::size_t phase = 0;
    const int file_count = 2 + pick(3);
    for (int file = 0; file < file_count; ++file) {
      std::vector<std::pair<std::string, std::int64_t>> lines = {{"always", pick(1000)}};
      for (int line = pick(12); line > 0; --line) {
        lines.emplace_back("k" + std::to_string(pick(9)), pick(2000) - 500);
      }
      if (file > 0 && phase < 2 && pick(2) == 0) ++phase;
      const std::string relation = pick(1) == 0 ? "adds: true" : "replaces: by key";
      const std::string name = "f" + std::to_string(file) + ".csv";
      WriteBudget(name, lines);
      files += "  - {path: " + name + ", phase: " + phases[phase];
      files += (file == 0 ? std::string() : ", " + relation) + "}\n";
      slow.Add(phases[phase], file == 0 ? "" : relation, lines);
    }
    ASSERT_EQ(TotalsOf(Run(files)), slow.Sums()) << "round " << round << "\n" << files;
  }
}

}  // namespace
}  // namespace tranche
