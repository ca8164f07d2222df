// `tranche explain` as an auditor meets it. Whole pages stand in tests/golden/cli.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/tools/cli_folder.h"
#include "tests/tools/cli_process.h"

namespace tranche {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string kBudgets = TRANCHE_SOURCE_DIR "/corpus/budgets/";

class Explain : public CliFolder {
 protected:
  CliResult Run(const std::vector<std::string>& arguments, std::string_view input = "") const {
    std::vector<std::string> words = {"explain", "--home", TRANCHE_SOURCE_DIR};
    words.insert(words.end(), arguments.begin(), arguments.end());
    CliProcess process(words, Here());
    process.Feed(input);
    process.EndInput();
    return process.Wait();
  }
  void ExpectPage(const std::string& name, const std::vector<std::string>& arguments) const {
    const CliResult result = Run(arguments);
    ExpectGolden("explain_" + name, result, result.out);
  }
};

TEST_F(Explain, ShowsTheLineTheDecisionAndWhyNoOtherRuleMadeIt) {
  ExpectPage("germany", {kBudgets + "deu-bundeshaushalt-2024.csv:41"});
  ExpectPage("spain", {kBudgets + "esp-presupuestos-2024/2024-gastos.csv:7"});
  ExpectPage("italy", {kBudgets + "ita-bilancio-2024-lbp.csv:5"});
}

TEST_F(Explain, RowWithManyYearsIsShownOnce) {
  ExpectPage("usa", {kBudgets + "usa-outlays-2026.csv:3"});
  ExpectPage("usa_year", {kBudgets + "usa-outlays-2026.csv:3", "--year", "2024"});
}

TEST_F(Explain, RowWithoutLineSaysWhy) {
  ExpectPage("subtotal", {kBudgets + "esp-presupuestos-2024/2024-gastos.csv:2"});
  ExpectPage("heading", {kBudgets + "gbr-departments-2024.csv:2"});
  ExpectPage("not_asked", {kBudgets + "usa-outlays-2026.csv:3", "--year", "1950"});
  Write("budget.csv", EightRows() + ArmyRow("12x4", "9") + "\n");
  ExpectPage("rejected", {"budget.csv:10"});
  ExpectPage("blank", {"budget.csv:11"});
}

TEST_F(Explain, StatedLineIsExplainedWithoutAFile) {
  ExpectPage("stated", {"--text", "Bridge loan for the bridge over the river", "--country", "GBR",
                        "--code", "cofog=04.5.1", "--nature", "capital"});
}

TEST_F(Explain, KeyFindsTheLineThatItsRowFinds) {
  const std::string file = kBudgets + "deu-bundeshaushalt-2024.csv";
  const CliResult by_row = Run({file + ":5"});
  const CliResult by_key = Run({file, "--key", "0414 685 01 - 019"});
  EXPECT_EQ(by_key.out, by_row.out);
  EXPECT_EQ(by_key.status, 0);
}

TEST_F(Explain, RowsThatShareAKeyAreShownOneBelowTheOther) {
  Write("budget.csv", EightRows() + ArmyRow("9", "8", "2023"));
  const CliResult result = Run({"budget.csv", "--key", "POL|8"});
  EXPECT_THAT(result.out, HasSubstr("budget.csv, row 9\n"));
  EXPECT_THAT(result.out, HasSubstr("budget.csv, row 10\n"));
}

TEST_F(Explain, WhatCannotBeFoundIsToldWithWhatThereIs) {
  const std::string file = kBudgets + "pol-budzet-2024.csv";
  ExpectPage("row_beyond", {file + ":999"});
  ExpectPage("header_row", {file + ":1"});
  ExpectPage("unknown_key", {file, "--key", "29-752-9"});
}

TEST_F(Explain, UsageIsToldInOneSentence) {
  ExpectPage("usage_nothing", {});
  ExpectPage("usage_no_row", {"budget.csv"});
  ExpectPage("usage_both", {"budget.csv:3", "--text", "road"});
  ExpectPage("usage_no_country", {"--text", "road"});
  ExpectPage("usage_country", {"--text", "road", "--country", "XXQ"});
  ExpectPage("usage_code", {"--country", "DEU", "--code", "cofog"});
  ExpectPage("usage_nature", {"--text", "road", "--country", "DEU", "--nature", "salary"});
  ExpectPage("usage_nothing_stated", {"--country", "DEU"});
}

TEST_F(Explain, OptionsAreAppliedAndTheMoneyIsSplitExactly) {
  Write("book.yaml",
        "rulebook: mine\nformat: 1\nbuckets:\n  core: {title: Core}\n  civil: {title: Civil}\n"
        "otherwise: civil\noptions:\n  part: {title: Part, value: 10 %}\n"
        "items:\n  army: {counts: {core: $part, civil: rest}}\n"
        "rules:\n  - {id: forces, is: army, when: {words: forces}}\n");
  Write("budget.csv", EightRows());
  const CliResult result =
      Run({"budget.csv:2", "--rules", "book.yaml", "--set", "part=12.5 %", "--format", "json"});
  ASSERT_EQ(result.status, 0) << result.err;
  const auto json = nlohmann::json::parse(result.out);
  const auto& decision = json["rows"][0]["decisions"][0];
  EXPECT_EQ(decision["counts_as"][0]["share"], "12.5");
  EXPECT_EQ(decision["counts_as"][1]["share"], "87.5");
  EXPECT_EQ(decision["amounts"][0]["amount"], "1");
  EXPECT_EQ(decision["rule"]["place"]["line"], 12);
  EXPECT_EQ(decision["evidence"][0]["found"], "forces");
  EXPECT_EQ(decision["decided_by"], "rule");
}

TEST_F(Explain, UniqueBookShowsBothSidesOfAConflict) {
  Write(
      "book.yaml",
      "rulebook: mine\nformat: 1\nbuckets:\n  core: {title: Core}\n  civil: {title: Civil}\n"
      "otherwise: civil\ndecide: unique\nitems:\n  army: {counts: core}\n  land: {counts: civil}\n"
      "rules:\n  - {id: forces, is: army, when: {words: forces}}\n"
      "  - {id: land, is: land, when: {words: land}}\n"
      "  - {id: pay, is: army, when: {words: pay}}\n");
  Write("budget.csv", EightRows());
  ExpectPage("conflict", {"budget.csv:2", "--rules", "book.yaml"});
}

TEST_F(Explain, RuleThatCannotBeTestedMayLeaveTheLineOpen) {
  Write("book.yaml",
        "rulebook: mine\nformat: 1\nbuckets:\n  core: {title: Core}\n  civil: {title: Civil}\n"
        "otherwise: civil\nitems:\n  army: {counts: core}\n"
        "rules:\n  - {id: forces, is: army, when: {words: forces, code: {pol-part: \"29\"}}, "
        "if_unknown: undecided}\n");
  Write("budget.csv", EightRows());
  ExpectPage("if_unknown", {"budget.csv:2", "--rules", "book.yaml"});
}

TEST_F(Explain, StandardInputIsAFileToo) {
  const CliResult result = Run({"--", "-:3"}, EightRows());
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("POL|2"));
  EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(Explain, MistakesOfTheRulebookAreShownInPlaceOfAnExplanation) {
  Write("book.yaml",
        "rulebook: mine\nformat: 1\nbuckets:\n  core: {title: Core}\notherwise: cor\n");
  const CliResult result = Run({"--text", "x", "--country", "DEU", "--rules", "book.yaml"});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("book.yaml:5:"));
  EXPECT_THAT(result.out, Not(HasSubstr("Decision")));
}

}  // namespace
}  // namespace tranche
