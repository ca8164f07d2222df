#ifndef TRANCHE_TESTS_RUN_DOSSIER_RUN_H_
#define TRANCHE_TESTS_RUN_DOSSIER_RUN_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/run/classify.h"

/// Runs dossiers that a test writes, in a folder of its own.
namespace tranche {

inline constexpr char kLines[] =
    "country,year,phase,currency,amount,key,description,parents,nature,cofog\n";

class DossierRun : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("dossier-" + std::to_string(::getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override {
    if (!HasFailure()) std::filesystem::remove_all(folder_);
  }

  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }
  /// Lines of Poland 2024: key and amount.
  void WriteBudget(const std::string& name,
                   const std::vector<std::pair<std::string, std::int64_t>>& lines,
                   const std::string& year = "2024") const {
    std::string text = kLines;
    for (const auto& [key, amount] : lines) {
      text += "POL," + year + ",adopted,PLN," + std::to_string(amount) + "," + key +
              ",Tanks,,capital,02.1.0\n";
    }
    Write(name, text);
  }
  ClassifyOutcome Run(const std::string& files, const std::string& more = "") const {
    Write("dossier.yaml", "dossier: d\nfiles:\n" + files + more);
    ClassifyRequest request;
    request.home = Home{TRANCHE_SOURCE_DIR};
    request.files = {folder_ / "dossier.yaml"};
    request.layout_path = TRANCHE_SOURCE_DIR "/corpus/layouts/tranche-lines.yaml";
    request.part_of_budget = true;
    return RunClassify(request);
  }
  /// Phase → total in whole currency units.
  static std::map<std::string, std::string> TotalsOf(const ClassifyOutcome& outcome) {
    std::map<std::string, std::string> totals;
    if (!outcome.result) {
      ADD_FAILURE() << outcome.status << "\n" << outcome.diagnostics.ToText();
      return totals;
    }
    for (const GroupResult& group : outcome.result->groups) {
      totals[std::string(PhaseName(group.totals.group.phase))] =
          group.totals.total.amount.ToString();
    }
    return totals;
  }

  std::filesystem::path folder_;
};

using Totals = std::map<std::string, std::string>;

}  // namespace tranche

#endif  // TRANCHE_TESTS_RUN_DOSSIER_RUN_H_
