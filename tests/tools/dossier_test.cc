// A dossier as users meet it. Exact messages stand in tests/golden/cli.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/tools/cli_folder.h"
#include "tests/tools/cli_process.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

constexpr char kPoland[] = TRANCHE_SOURCE_DIR "/corpus/dossiers/pol-2024.yaml";

class DossierCommand : public CliFolder {
 protected:
  CliResult Run(const std::string& command, const std::vector<std::string>& arguments) const {
    std::vector<std::string> words = {command, "--home", TRANCHE_SOURCE_DIR};
    words.insert(words.end(), arguments.begin(), arguments.end());
    CliProcess process(words, Here());
    process.EndInput();
    return process.Wait();
  }
};

TEST_F(DossierCommand, ClassifyTellsWhatEachFileDid) {
  // Lines break where paths end: through a short one, the repository's place does not matter.
  std::filesystem::create_directory_symlink(TRANCHE_SOURCE_DIR, Here().folder + "/repo");
  const CliResult result = Classify({"repo/corpus/dossiers/pol-2024.yaml"});
  EXPECT_EQ(result.status, 0) << result.err;
  ExpectGolden("dossier_classify", result, result.out);
}

TEST_F(DossierCommand, ClassifyOfOnePhaseAsksForNoOther) {
  const CliResult result = Classify({kPoland, "--phase", "revised", "--format", "csv"});
  EXPECT_EQ(result.status, 0) << result.err;
  ExpectGolden("dossier_totals", result, result.out);
}

TEST_F(DossierCommand, RunFolderKeepsDossierAndCorrections) {
  ASSERT_EQ(Classify({kPoland, "--out", "run", "--lines"}).status, 0);
  EXPECT_THAT(Names("run/used"), Contains("dossier.yaml"));
  EXPECT_THAT(Names("run/used"), Contains("corrections.csv"));
  EXPECT_THAT(Read("run/run.json"), HasSubstr("\"corrections\": {"));
}

TEST_F(DossierCommand, ExplainFindsTheLineThatHolds) {
  const CliResult result = Run("explain", {kPoland, "--key", "POL|29-752-36"});
  EXPECT_THAT(result.out, HasSubstr("amendment.csv, row 5")) << result.err;
  const CliResult row = Run("explain", {std::string(kPoland) + ":14"});
  EXPECT_EQ(row.status, 2);
  ExpectGolden("dossier_explain_row", row);
}

TEST_F(DossierCommand, CheckJudgesItsFilesByItsRulebook) {
  const CliResult result = Run("check", {kPoland});
  EXPECT_THAT(result.out, HasSubstr("rules")) << result.err;
  EXPECT_NE(result.status, 2) << result.err;
}

TEST_F(DossierCommand, CheckTellsEveryMistake) {
  Write("budget.csv", EightRows());
  Write("dossier.yaml",
        "dossier: mine\nfiles:\n  - {path: budgte.csv}\n  - {path: budget.csv, adds: maybe}\n");
  const CliResult result = Run("check", {"dossier.yaml"});
  EXPECT_EQ(result.status, 1);
  ExpectGolden("dossier_check", result, result.out);
}

TEST_F(DossierCommand, StandsAloneOnTheCommandLine) {
  Write("budget.csv", EightRows());
  ExpectGolden("dossier_beside_a_file", Classify({"budget.csv", kPoland}));
}

TEST_F(DossierCommand, RulebookIsNoBudget) {
  ExpectGolden("rulebook_as_budget", Classify({TRANCHE_SOURCE_DIR "/rules/hague-2025.yaml"}));
}

TEST_F(DossierCommand, OfAPartOfABudgetSaysSo) {
  Write("budget.csv", EightRows());
  const CliResult whole = Run("classify", {"budget.csv"});
  EXPECT_EQ(whole.status, 2);
  ExpectGolden("implausible_total", whole);
  Write("dossier.yaml", "dossier: mine\nfiles: [budget.csv]\ncovers: part\n");
  EXPECT_EQ(Run("classify", {"dossier.yaml"}).status, 0);
}

TEST_F(DossierCommand, AsksForAnEditionThatTheTableHas) {
  Write("budget.csv", EightRows());
  Write("dossier.yaml", "dossier: mine\nfiles: [budget.csv]\ngdp: {file: gdp.csv, edition: May}\n");
  Write("gdp.csv", "country,year,currency,gdp,unit,source,edition\nPOL,2024,PLN,1,1,me,April\n");
  ExpectGolden("dossier_no_edition", Classify({"dossier.yaml"}));
}

}  // namespace
}  // namespace tranche
