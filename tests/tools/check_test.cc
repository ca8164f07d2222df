// `tranche check` as an analyst meets it. Exact messages stand in tests/golden/cli.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/tools/cli_folder.h"
#include "tests/tools/cli_process.h"

namespace tranche {
namespace {

using ::testing::IsEmpty;

/// Core, and two items; rules follow.
constexpr char kBookHead[] =
    "rulebook: mine\nformat: 1\nbuckets:\n  core: {title: Core}\n  civil: {title: Civil}\n"
    "otherwise: civil\nitems:\n  army: {counts: core}\n  roads: {counts: civil}\nrules:\n";

class Check : public CliFolder {
 protected:
  CliResult Run(const std::vector<std::string>& arguments) const {
    std::vector<std::string> words = {"check", "--home", TRANCHE_SOURCE_DIR};
    words.insert(words.end(), arguments.begin(), arguments.end());
    CliProcess process(words, Here());
    process.EndInput();
    return process.Wait();
  }
  void WriteBook(const std::string& rules) const { Write("book.yaml", kBookHead + rules); }
};

TEST_F(Check, SaysNothingOfTheShippedRulebookAndLayouts) {
  const CliResult result = Run({});
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.status, 0);
}

TEST_F(Check, ShowsFiveDifferentMistakesInOneRunAndCountsThem) {
  WriteBook(
      "  - {id: tanks, is: armi, when: {words: tank*}}\n"
      "  - {id: tanks, is: army, when: {words: panzer*}}\n"
      "  - {id: pay, is: army, wehn: {nature: pay}}\n"
      "  - {id: norway, is: army, when: {country: NO, words: army}}\n"
      "  - {id: codes, is: army, when: {code: {cofog: 02.10}}}\n");
  const CliResult result = Run({"book.yaml"});
  ExpectGolden("check_five_mistakes", result, result.out);
  EXPECT_EQ(result.status, 1);
}

TEST_F(Check, ShowsTheDecisionOnAnExampleThatFailsWithItsReasons) {
  WriteBook(
      "  - id: army\n    is: army\n    when: {words: army}\n    examples:\n"
      "      - {country: GBR, description: Army pay, gives: army}\n"
      "  - id: roads\n    is: roads\n    when: {words: road*, nature: capital}\n    examples:\n"
      "      - {country: GBR, description: Roads of the army, nature: capital, gives: roads}\n"
      "      - {country: GBR, description: Road repair, nature: goods, gives: roads}\n"
      "      - {country: GBR, description: Road works, nature: capital, gives: no match}\n");
  const CliResult result = Run({"book.yaml"});
  ExpectGolden("check_failing_examples", result, result.out);
  EXPECT_EQ(result.status, 1);
}

TEST_F(Check, ShowsHowTheRulesFareOnABudget) {
  WriteBook(
      "  - id: land\n    is: army\n    when: {words: land forces}\n    examples:\n"
      "      - {country: POL, description: Land forces, gives: army}\n"
      "  - id: pay\n    is: roads\n    when: {nature: pay}\n    examples:\n"
      "      - {country: POL, nature: pay, gives: roads}\n"
      "  - id: programme\n    is: army\n    when: {code: {pol-czesc: \"29\"}}\n    examples:\n"
      "      - {country: POL, code: {pol-czesc: \"29\"}, gives: army}\n"
      "  - id: ships\n    is: army\n    when: {words: ship*}\n    examples:\n"
      "      - {country: POL, description: Ships, gives: army}\n"
      "  - id: spanish\n    is: army\n    when: {country: ESP, words: buque*}\n    examples:\n"
      "      - {description: Buques, gives: army}\n");
  Write("budget.csv", EightRows() + "POL,2024,adopted,PLN,100,x,Bridges,Transport,capital,04.5\n");
  const CliResult result = Run({"book.yaml", "budget.csv"});
  ExpectGolden("check_budget", result, result.out);
  EXPECT_EQ(result.status, 0);
  const auto json = nlohmann::json::parse(Run({"book.yaml", "budget.csv", "--format", "json"}).out);
  EXPECT_EQ(json["errors"], 0);
  EXPECT_EQ(json["examples"]["run"], 5);
  const auto& budgets = json["budgets"];
  ASSERT_EQ(budgets["taken"].size(), 1U);
  EXPECT_EQ(budgets["taken"][0]["rule"], "land");
  EXPECT_EQ(budgets["taken"][0]["from_rules"], nlohmann::json({"pay"}));
  EXPECT_EQ(budgets["taken"][0]["amount"], "36");
  EXPECT_EQ(budgets["taken"][0]["lines"], 8);
  EXPECT_EQ(budgets["never_decided"], nlohmann::json({"pay"}));
  EXPECT_EQ(budgets["never_matched"], nlohmann::json({"ships"}));
  EXPECT_EQ(budgets["other_countries_or_years"], nlohmann::json({"spanish"}));
  EXPECT_EQ(budgets["untested"][0]["missing"], nlohmann::json({"codes of pol-czesc"}));
  EXPECT_EQ(budgets["untested"][0]["sums"][0]["amount"], "100");
}

TEST_F(Check, JudgesBudgetsWithTheSettingsOfTheCommandLine) {
  // The book says nothing of the budget's year; the setting does.
  Write("book.yaml",
        "rulebook: mine\nformat: 1\nbuckets:\n  core: {title: Core}\n  civil: {title: Civil}\n"
        "otherwise: civil\noptions:\n  part: {value: {2030: 30 %}}\n"
        "items:\n  army: {counts: {core: $part, civil: rest}}\nrules:\n"
        "  - {id: land, is: army, when: {words: land forces}}\n");
  Write("budget.csv", EightRows());
  EXPECT_EQ(Run({"book.yaml", "budget.csv"}).status, 2);
  const CliResult result = Run({"book.yaml", "budget.csv", "--set", "part=10 %"});
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.status, 0);
}

TEST_F(Check, KnowsLayoutsAndVocabulariesByTheirContent) {
  Write("mine.txt",
        "layout: mine\nformat: 1\nrecognise: {header: [amount, text]}\ncountry: PLO\n"
        "currency: PLN\nunit: 1\nphase: adopted\nyear: {value: 2024}\namount: amount\n"
        "text: {description: text}\n");
  std::filesystem::create_directory(Here().folder + "/words");
  Write("words/concepts.yaml", "concepts:\n  road: {title: Roads}\n");
  Write("words/en.yaml", "language: en\nconcepts:\n  raod: {words: [road*]}\n");
  const CliResult result = Run({"mine.txt", "words"});
  ExpectGolden("check_layout_and_vocabulary", result, result.out);
  EXPECT_EQ(result.status, 1);
}

TEST_F(Check, LooksForWordsThatChangeNothingAlsoInAVocabularyAlone) {
  std::filesystem::create_directory(Here().folder + "/words");
  Write("words/concepts.yaml", "concepts:\n  road: {title: Roads}\n");
  Write("words/en.yaml", "language: en\nconcepts:\n  road: {words: [road*, roads]}\n");
  const CliResult result = Run({"words"});
  EXPECT_THAT(result.out, ::testing::HasSubstr(
                              "words/en.yaml:3:25: warning: 'roads' adds nothing: 'road*' in line "
                              "3 finds every text that it finds\n"));
  EXPECT_EQ(result.status, 1);
}

TEST_F(Check, TellsWhatIsGoodToKnowOnlyToThoseWhoAsk) {
  // No rule of the book has an example: that is a matter of taste.
  WriteBook(
      "  - {id: tanks, is: army, when: {words: tank*}}\n"
      "  - {id: streets, is: roads, when: {words: street*}}\n");
  const CliResult silent = Run({"book.yaml"});
  EXPECT_EQ(silent.out + silent.err, "");
  EXPECT_EQ(silent.status, 0);
  const CliResult asked = Run({"book.yaml", "--notes"});
  EXPECT_THAT(asked.out,
              ::testing::StartsWith("book.yaml:11:10: note: no example shows what rules"));
  EXPECT_EQ(asked.status, 0);
  const auto json = nlohmann::json::parse(Run({"book.yaml", "--format", "json"}).out);
  EXPECT_EQ(json["notes"], 1);
  EXPECT_EQ(json["diagnostics"][0]["severity"], "note");
}

TEST_F(Check, CountsWarningsAsSomethingToLookAt) {
  WriteBook("  - {id: tanks, is: army, when: {words: [tank*, tanks]}}\n");
  const CliResult result = Run({"book.yaml"});
  ExpectGolden("check_warnings", result, result.out);
  EXPECT_EQ(result.status, 1);
}

TEST_F(Check, GivesProgramsEveryMistakeWithItsPlace) {
  WriteBook("  - {id: tanks, is: armi, when: {words: tank*}}\n");
  const CliResult result = Run({"book.yaml", "--format", "json"});
  EXPECT_EQ(result.status, 1);
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(json["errors"], 1);
  EXPECT_EQ(json["checked"], nlohmann::json({"book.yaml"}));
  EXPECT_EQ(json["diagnostics"][0]["file"], "book.yaml");
  EXPECT_EQ(json["diagnostics"][0]["line"], 11);
  EXPECT_TRUE(json["budgets"].is_null());
}

TEST_F(Check, ThatCannotRunSaysWhy) {
  Write("part.yaml", "rules:\n  - {id: a, to: core, when: {words: a}}\n");
  Write("notes.yaml", "remember: the milk\n");
  WriteBook("  - {id: tanks, is: army, when: {words: tank*}}\n");
  Write("budget.csv", EightRows());
  std::filesystem::create_directory(Here().folder + "/folder");
  ExpectGolden("check_missing_file", Run({"nowhere.yaml"}));
  ExpectGolden("check_part_of_a_book", Run({"part.yaml"}));
  ExpectGolden("check_other_yaml", Run({"notes.yaml"}));
  ExpectGolden("check_folder", Run({"folder"}));
  ExpectGolden("check_two_books", Run({"book.yaml", "--rules", "book.yaml", "budget.csv"}));
  EXPECT_THAT(Run({"nowhere.yaml"}).out, IsEmpty());
}

}  // namespace
}  // namespace tranche
