// Single lines decided by hand, as users do it: undecided.csv, filled in, perhaps in a spreadsheet,
// and given back. Exact messages stand in tests/golden/cli.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tools/cli_folder.h"
#include "tests/tools/cli_process.h"

namespace tranche {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kItaly[] = TRANCHE_SOURCE_DIR "/corpus/budgets/ita-bilancio-2024-lbp.csv";
constexpr char kColumns[] = "country,year,key,label,amount,outcome,reason,who,date,review_by\n";

class DecisionRoundTrip : public CliFolder {
 protected:
  /// undecided.csv of a run without decisions.
  std::string Undecided() {
    EXPECT_EQ(Classify({kItaly, "--out", "first"}).status, 0);
    return Read("first/undecided.csv");
  }
};
class WrongDecisions : public CliFolder {
 protected:
  void Expect(const std::string& name, const std::string& text) {
    Write("budget.csv", EightRows());
    Write("decisions.csv", text);
    ExpectGolden("decisions_" + name, Classify({"budget.csv", "--decisions", "decisions.csv"}));
  }
};

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// The first `count` rows decided as `outcome`.
std::string Decide(const std::string& undecided, std::size_t count, const std::string& outcome) {
  std::string text;
  std::vector<std::string> lines = LinesOf(undecided);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i >= 1 && i <= count) {
      lines[i].resize(lines[i].size() - 5);  // the commas of five empty cells
      lines[i] += "," + outcome + ",agreed,Anna Nowak,2026-10-01,2099-06-30";
    }
    text += lines[i] + "\n";
  }
  return text;
}

/// What Excel in German and LibreOffice make of it: `;`, decimal comma, CRLF, a byte-order mark,
/// every text quoted, other dates.
std::string AsSpreadsheetSaves(const std::string& csv) {
  std::string text = "\xEF\xBB\xBF";
  for (const std::string& line : LinesOf(csv)) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    std::replace(cells[4].begin(), cells[4].end(), '.', ',');
    if (cells[8] == "2026-10-01") cells[8] = "01.10.2026";
    if (cells[9] == "2099-06-30") cells[9] = "30.06.2099";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool is_number = i == 1 || i == 4;
      text += (i > 0 ? ";" : "") + (is_number ? cells[i] : "\"" + cells[i] + "\"");
    }
    text += "\r\n";
  }
  return text;
}

TEST_F(DecisionRoundTrip, LeavesFewerLinesUndecided) {
  const std::string undecided = Undecided();
  ASSERT_GE(LinesOf(undecided).size(), 10U);
  Write("decisions.csv", Decide(undecided, 3, "armed-forces"));
  const CliResult result =
      Classify({kItaly, "--decisions", "decisions.csv", "--out", "second", "--lines", "--brief"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("3 decisions: 3 applied"));
  EXPECT_EQ(LinesOf(Read("second/undecided.csv")).size(), LinesOf(undecided).size() - 3);
  EXPECT_THAT(Read("second/lines.csv"),
              HasSubstr(",armed-forces,(decision),decided by Anna Nowak on 2026-10-01: agreed\n"));
  EXPECT_THAT(Read("second/run.json"), HasSubstr("\"path\": \"decisions.csv\""));
}

TEST_F(DecisionRoundTrip, SurvivesASpreadsheet) {
  const std::string plain = Decide(Undecided(), 5, "excluded");
  Write("plain.csv", plain);
  Write("sheet.csv", AsSpreadsheetSaves(plain));
  ASSERT_EQ(Classify({kItaly, "--decisions", "plain.csv", "--out", "plain", "--lines"}).status, 0);
  const CliResult sheet =
      Classify({kItaly, "--decisions", "sheet.csv", "--out", "sheet", "--lines"});
  EXPECT_EQ(sheet.status, 0) << sheet.err << sheet.out;
  for (const char* table : {"/totals.csv", "/lines.csv", "/undecided.csv", "/rules.csv"}) {
    EXPECT_EQ(Read(std::string("plain") + table), Read(std::string("sheet") + table)) << table;
  }
}

TEST_F(DecisionRoundTrip, RepeatsFromTheUsedFolder) {
  Write("decisions.csv", Decide(Undecided(), 5, "excluded"));
  ASSERT_EQ(Classify({kItaly, "--decisions", "decisions.csv", "--out", "second"}).status, 0);
  ASSERT_EQ(Classify({kItaly, "--home", "second/used", "--out", "third"}).status, 0);
  EXPECT_EQ(Read("second/totals.csv"), Read("third/totals.csv"));
  ASSERT_EQ(
      Classify({kItaly, "--decisions", "second/used/decisions.csv", "--out", "fourth"}).status, 0);
  EXPECT_EQ(Read("second/totals.csv"), Read("fourth/totals.csv"));
}

TEST_F(DecisionRoundTrip, ListsStaleLinesAgainWithWhatWasDecided) {
  Write("budget.csv", EightRows());
  Write("decisions.csv", std::string(kColumns) +
                             "POL,2024,POL|1,Old label,1,excluded,agreed,Anna Nowak,2026-10-01,\n");
  const CliResult result =
      Classify({"budget.csv", "--decisions", "decisions.csv", "--out", "run", "--brief"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("1 decision: 0 applied, 1 stale"));
  EXPECT_THAT(Read("run/undecided.csv"),
              HasSubstr(",1,,\"stale: was excluded for 1 and 'Old label', decided by Anna Nowak on "
                        "2026-10-01: agreed\",,,\n"));
  Write("again.csv", Read("run/undecided.csv"));
  const CliResult again = Classify({"budget.csv", "--decisions", "again.csv"});
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("1 row still without an outcome"));
}

TEST_F(WrongDecisions, ColumnsAreMissing) {
  Expect("columns", "country;year;label;amount;result\nPOL;2024;Tanks;1;excluded\n");
}
TEST_F(WrongDecisions, OutcomeIsUnknown) {
  Expect("outcome", std::string(kColumns) + "POL,2024,POL|1,Tanks,1,exclude,agreed,Anna,,\n" +
                        "POL,2024,POL|2,Tanks,2,yes,agreed,Anna,,\n");
}
TEST_F(WrongDecisions, AmountIsNone) {
  Expect("amount", std::string(kColumns) + "POL,2024,POL|1,Tanks,12. Mai,excluded,agreed,Anna,,\n" +
                       "POL,2024,POL|2,Tanks,,excluded,agreed,Anna,,\n");
}
TEST_F(WrongDecisions, CountryAndYearAreNone) {
  Expect("country_year", std::string(kColumns) + "Poland,2024,1,Tanks,1,excluded,agreed,Anna,,\n" +
                             "POL,24,2,Tanks,2,excluded,agreed,Anna,,\n");
}
TEST_F(WrongDecisions, TwoRowsContradictEachOther) {
  Expect("contradiction", std::string(kColumns) +
                              "POL,2024,POL|1,Tanks,1,excluded,agreed,Anna,,\n" +
                              "POL,2024,POL|1,Tanks,1.0,netted,agreed,Anna,,\n");
}
TEST_F(WrongDecisions, AreNotAllShown) {
  std::string rows;
  for (int i = 1; i <= 30; ++i) {
    rows += "POL,2024,POL|" + std::to_string(i) + ",Tanks,none,exclude,agreed,Anna,,\n";
  }
  Write("budget.csv", EightRows());
  Write("decisions.csv", kColumns + rows);
  const CliResult result = Classify({"budget.csv", "--decisions", "decisions.csv"});
  EXPECT_EQ(result.status, 2);
  EXPECT_THAT(result.err, HasSubstr("error: 10 more rows are wrong"));
  EXPECT_THAT(result.err, Not(HasSubstr("row 30")));
}
TEST_F(WrongDecisions, ItemCountsOnlyFromALaterYear) {
  Write("budget.csv", EightRows());
  Write("book.yaml",
        "rulebook: b\nformat: 1\nbuckets: {in: {}, out: {}}\notherwise: out\n"
        "items:\n  late: {counts: {2026: in}}\nrules: [{id: r, is: late, when: {year: 2026..}}]\n");
  Write("decisions.csv", std::string(kColumns) + "POL,2024,POL|1,Tanks,1,late,agreed,Anna,,\n");
  ExpectGolden("decisions_later_year",
               Classify({"budget.csv", "--rules", "book.yaml", "--decisions", "decisions.csv"}));
}
TEST_F(DecisionRoundTrip, KeepsLabelsThatASpreadsheetWouldTakeForFormulas) {
  Write("budget.csv", std::string(kHeader) + "POL,2024,adopted,PLN,5,1,- of which pay,,,\n" +
                          "POL,2024,adopted,PLN,6,2,=SUM(A1),,,\n");
  Write("book.yaml",
        "rulebook: b\nformat: 1\nbuckets: {in: {}}\notherwise: undecided\nrules: []\n");
  ASSERT_EQ(Classify({"budget.csv", "--rules", "book.yaml", "--out", "first"}).status, 0);
  const std::string undecided = Read("first/undecided.csv");
  EXPECT_THAT(undecided, HasSubstr("POL|1,'- of which pay,5"));
  EXPECT_THAT(undecided, HasSubstr("POL|2,'=SUM(A1),6"));
  Write("decisions.csv", Decide(undecided, 2, "in"));
  const CliResult result =
      Classify({"budget.csv", "--rules", "book.yaml", "--decisions", "decisions.csv", "--brief"});
  EXPECT_THAT(result.out, HasSubstr("2 decisions: 2 applied")) << result.err;
}
TEST_F(WrongDecisions, DateOfReviewIsTwo) {
  Expect("review",
         std::string(kColumns) + "POL,2024,POL|1,Tanks,1,excluded,agreed,Anna,,04/03/2029\n");
}
TEST_F(WrongDecisions, ReasonAndNameAreMissing) {
  Expect("nobody", std::string(kColumns) + "POL,2024,POL|9,Tanks,1,excluded,,,,\n");
}
TEST_F(WrongDecisions, RowHasTooFewCells) {
  Expect("cells", std::string(kColumns) + "POL,2024,POL|1,Tanks,1,excluded,agreed,Anna,,\n" +
                      "POL,2024,POL|2,Tanks,2,excluded\n");
}
TEST_F(WrongDecisions, FileIsNone) {
  Write("budget.csv", EightRows());
  ExpectGolden("decisions_missing", Classify({"budget.csv", "--decisions", "nowhere.csv"}));
}
TEST_F(WrongDecisions, FileIsAWorkbook) {
  Expect("workbook", std::string("PK\3\4\24\0\6\0\10\0\0\0!\0", 14));
}

TEST_F(WrongDecisions, DamageIsNamedInTheReport) {
  Write("budget.csv", EightRows() + ArmyRow("77", "020") + ArmyRow("78", "5-1"));
  Write("decisions.csv",
        std::string(kColumns) +
            "POL,2024,POL|20,Pay of the land forces,77,excluded,agreed,Anna,,\n"
            "POL,2024,2024-05-01,Pay of the land forces,78,excluded,agreed,Anna,,\n"
            "POL,2024,1.23E+05,Boots,5,excluded,agreed,Anna,,\n");
  const CliResult result = Classify({"budget.csv", "--decisions", "decisions.csv", "--brief"});
  ExpectGolden("decisions_damage", result, Section(result.out, "Decided by hand"));
}

/// Other commands than classify, on one decision that fits a row, and on one that fits no longer.
class DecidedLines : public CliFolder {
 protected:
  void SetUp() override {
    CliFolder::SetUp();
    Write("budget.csv", EightRows());
    Write("decisions.csv",
          std::string(kColumns) +
              "POL,2024,POL|1,Pay of the land forces,1,excluded,they left,Anna,2026-10-01,\n" +
              "POL,2024,POL|2,Pay of the land forces,77,excluded,they left,Anna,2026-10-01,\n");
  }
  CliResult Run(const std::string& command, const std::vector<std::string>& arguments) const {
    std::vector<std::string> words = {command, "--home", TRANCHE_SOURCE_DIR};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return Start(words);
  }
  CliResult Start(const std::vector<std::string>& words) const {
    CliProcess process(words, Here());
    process.EndInput();
    return process.Wait();
  }
};

TEST_F(DecidedLines, AreExplainedByThePersonAndWhatRulesWouldSay) {
  const CliResult fits = Run("explain", {"budget.csv:2", "--decisions", "decisions.csv"});
  ExpectGolden("decisions_explain", fits, fits.out);
  const CliResult stale =
      Run("explain", {"budget.csv", "--key", "POL|2", "--decisions", "decisions.csv"});
  ExpectGolden("decisions_explain_stale", stale, stale.out);
  const CliResult json =
      Run("explain", {"budget.csv:2", "--decisions", "decisions.csv", "--format", "json"});
  EXPECT_THAT(json.out, HasSubstr("\"decided_by\": \"decision\""));
  EXPECT_THAT(json.out, HasSubstr("\"rule_without_it\": {"));
}

TEST_F(DecidedLines, ExplainFindsTheDecisionsOfAUsedFolder) {
  ASSERT_EQ(Classify({"budget.csv", "--decisions", "decisions.csv", "--out", "run"}).status, 1);
  const CliResult used = Start({"explain", "budget.csv:2", "--home", "run/used"});
  EXPECT_THAT(used.out, HasSubstr("a person decided this line")) << used.err;
}

TEST_F(DecidedLines, HaveNoPlaceBesideALineWithoutFile) {
  const CliResult result =
      Run("explain", {"--text", "Tanks", "--country", "POL", "--decisions", "decisions.csv"});
  ExpectGolden("decisions_explain_stated", result);
}

TEST_F(DecidedLines, AreCheckedWithoutBudget) {
  EXPECT_EQ(Run("check", {"--decisions", "decisions.csv"}).status, 0);
  Write("wrong.csv", std::string(kColumns) + "POL,2024,POL|1,Tanks,1,exclude,agreed,Anna,,\n");
  const CliResult wrong = Run("check", {"--decisions", "wrong.csv"});
  ExpectGolden("decisions_check", wrong, wrong.out);
}

TEST_F(DecidedLines, NameItemsThatNoRuleNeedsToRecognise) {
  Write("book.yaml",
        "rulebook: mine\nformat: 1\nbuckets: {core: {title: Core}, civil: {title: Civil}}\n"
        "otherwise: civil\nitems:\n  army: {counts: core}\n  secret: {counts: core}\nrules:\n"
        "  - {id: army, is: army, when: {words: army}, examples: [\n"
        "      {country: POL, description: army, gives: army}]}\n");
  EXPECT_THAT(Run("check", {"book.yaml"}).out, HasSubstr("no rule recognises the item 'secret'"));
  Write("mine.csv", std::string(kColumns) + "POL,2024,POL|1,Tanks,1,secret,agreed,Anna,,\n");
  const CliResult result = Run("check", {"book.yaml", "--decisions", "mine.csv"});
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.status, 0);
}

TEST_F(DecidedLines, AreCheckedAgainstABudget) {
  const CliResult result = Run("check", {"budget.csv", "--decisions", "decisions.csv"});
  EXPECT_EQ(result.status, 1);
  ExpectGolden("decisions_check_stale", result, Section(result.out, "Decided by hand"));
  const CliResult json =
      Run("check", {"budget.csv", "--decisions", "decisions.csv", "--format", "json"});
  EXPECT_THAT(json.out, HasSubstr("\"applied\": 1"));
}

}  // namespace
}  // namespace tranche
