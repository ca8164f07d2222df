// Decisions applied to runs: which lines they hold for, and that nothing is lost.
#include "engine/run/decision_plan.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "engine/report/json_report.h"
#include "engine/report/tables.h"
#include "engine/run/classify.h"

namespace tranche {
namespace {

constexpr char kLines[] =
    "country,year,phase,currency,amount,key,description,parents,nature,cofog\n";
constexpr char kDecisions[] = "country,year,key,label,amount,outcome,reason,who,date,review_by\n";

std::string FileOf(const std::string& text) {
  static int count = 0;
  const std::string path = ::testing::TempDir() + "/decisions-" + std::to_string(::getpid()) + "-" +
                           std::to_string(count++) + ".csv";
  std::ofstream(path) << text;
  return path;
}

ClassifyRequest RequestOf(const std::string& rows, const std::string& decisions) {
  ClassifyRequest request;
  request.home = Home{TRANCHE_SOURCE_DIR};
  request.files = {FileOf(kLines + rows)};
  request.layout_path = TRANCHE_SOURCE_DIR "/corpus/layouts/tranche-lines.yaml";
  request.part_of_budget = true;
  request.decisions_path = FileOf(kDecisions + decisions);
  request.today = "2026-11-24";
  return request;
}

ClassifyResult Decide(const std::string& rows, const std::string& decisions) {
  ClassifyOutcome outcome = RunClassify(RequestOf(rows, decisions));
  EXPECT_TRUE(outcome.result) << outcome.status << outcome.diagnostics.ToText();
  return outcome.result ? *std::move(outcome.result) : ClassifyResult();
}

std::string In(const ClassifyResult& result, std::size_t group, std::string_view bucket) {
  const auto id = result.rulebook->FindBucket(bucket);
  return result.groups[group].totals.buckets[*id].amount.ToString();
}

constexpr char kWhy[] = "because,Anna Nowak,2026-10-01,2029-06-30\n";

TEST(Decisions, ComeBeforeAllRules) {
  const ClassifyResult result =
      Decide("POL,2024,adopted,PLN,5,1,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,7,2,Tanks,,,02.1.0\n",
             std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy);
  EXPECT_EQ(In(result, 0, "excluded"), "5");
  EXPECT_EQ(In(result, 0, "direct-military"), "7");
  EXPECT_EQ(result.decisions->applied, 1U);
  ASSERT_EQ(result.decisions->money.size(), 1U);
  EXPECT_EQ(result.decisions->money[0].moved.sum.ToString(), "5");
  EXPECT_FALSE(result.HasFindings());
}

TEST(Decisions, ThatSayWhatTheRulesSayMoveNothing) {
  const ClassifyResult result = Decide("POL,2024,adopted,PLN,5,1,Tanks,,,02.1.0\n",
                                       std::string("POL,2024,POL|1,Tanks,5,armed-forces,") + kWhy);
  EXPECT_EQ(result.decisions->money[0].decided.lines, 1U);
  EXPECT_EQ(result.decisions->money[0].moved.lines, 0U);
}

TEST(Decisions, OnAnotherAmountAreStaleAndTheLineIsUndecided) {
  const ClassifyResult result = Decide("POL,2024,adopted,PLN,6,1,Tanks,,,02.1.0\n",
                                       std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy);
  EXPECT_EQ(In(result, 0, "undecided"), "6");
  EXPECT_EQ(result.decisions->stale.size(), 1U);
  EXPECT_EQ(result.decisions->sightings[0].nearest->amount.ToString(), "6");
  EXPECT_TRUE(result.HasFindings());
}

TEST(Decisions, OnAnotherLabelAreStale) {
  const ClassifyResult result = Decide("POL,2024,adopted,PLN,5,1,Ships,,,02.1.0\n",
                                       std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy);
  EXPECT_EQ(In(result, 0, "undecided"), "5");
  EXPECT_EQ(result.decisions->sightings[0].nearest->label, "Ships");
}

TEST(Decisions, HoldInEveryPhaseInWhichTheyFitAndAreNotStaleInTheOthers) {
  const ClassifyResult result = Decide(
      "POL,2024,draft,PLN,5,1,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,5,1,Tanks,,,02.1.0\n"
      "POL,2024,outturn,PLN,9,1,Tanks,,,02.1.0\n",
      std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy);
  EXPECT_EQ(In(result, 0, "excluded"), "5");
  EXPECT_EQ(In(result, 1, "excluded"), "5");
  EXPECT_EQ(In(result, 2, "direct-military"), "9");
  EXPECT_TRUE(result.decisions->ambiguous.empty());
  EXPECT_FALSE(result.HasFindings());
}

TEST(Decisions, TellLinesOfOneKeyApartByLabelAndAmount) {
  const ClassifyResult result = Decide(
      "POL,2024,adopted,PLN,5,1,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,6,1,Ships,,,02.1.0\n"
      "POL,2024,adopted,PLN,8,1,Boots,,,02.1.0\n",
      std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy + "POL,2024,POL|1,Ships,6,netted," +
          kWhy);
  EXPECT_EQ(In(result, 0, "excluded"), "5");
  EXPECT_EQ(In(result, 0, "netted"), "6");
  EXPECT_EQ(In(result, 0, "direct-military"), "8");
}

TEST(Decisions, ThatAreStaleLeaveOnlyTheLineTheyWereMeantForUndecided) {
  const ClassifyResult result =
      Decide("POL,2024,adopted,PLN,6,1,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,8,1,Boots,,,02.1.0\n",
             std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy);
  EXPECT_EQ(In(result, 0, "undecided"), "6");
  EXPECT_EQ(In(result, 0, "direct-military"), "8");
}

TEST(Decisions, ApplyToAllLinesThatTheyDoNotTellApartAndAreAFinding) {
  const ClassifyResult result =
      Decide("POL,2024,adopted,PLN,5,1,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,5,1,Tanks,,,02.1.0\n",
             std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy);
  EXPECT_EQ(In(result, 0, "excluded"), "10");
  EXPECT_EQ(result.decisions->ambiguous.size(), 1U);
  EXPECT_TRUE(result.HasFindings());
}

TEST(Decisions, OnEachOfSeveralLinesThatAgreeAreNoFinding) {
  const std::string decision = std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy;
  const ClassifyResult result = Decide(
      "POL,2024,adopted,PLN,5,1,Tanks,Army,,02.1.0\n"
      "POL,2024,adopted,PLN,5,1,Tanks,Navy,,02.1.0\n",
      decision + decision);
  EXPECT_EQ(In(result, 0, "excluded"), "10");
  EXPECT_TRUE(result.decisions->ambiguous.empty());
  EXPECT_FALSE(result.HasFindings());
}

TEST(Decisions, MoveNoMoneyWhereManyLinesShareTheirKey) {
  const std::string rows =
      "POL,2024,adopted,PLN,5,,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,6,,Ships,,,02.1.0\n"
      "POL,2024,adopted,PLN,6,,Boots,,,02.1.0\nPOL,2024,adopted,PLN,8,,Boots,,,02.1.0\n";
  for (const char* other : {"Old,99", "Boots,99", "Old,6"}) {
    const ClassifyResult result =
        Decide(rows, "POL,2024,POL|," + std::string(other) + ",excluded," + kWhy);
    EXPECT_EQ(In(result, 0, "direct-military"), "25") << other;
    EXPECT_EQ(result.decisions->unfound.size(), 1U) << other;
    EXPECT_EQ(result.decisions->sightings[0].of_key, 4U);
    EXPECT_TRUE(result.HasFindings());
  }
}

TEST(Decisions, AreStaleOnTheOneLineOfASharedKeyThatNoOtherDecisionFits) {
  const ClassifyResult result =
      Decide("POL,2024,adopted,PLN,5,1,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,7,1,Tanks,,,02.1.0\n",
             std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy +
                 "POL,2024,POL|1,Tanks,6,netted," + kWhy);
  EXPECT_EQ(In(result, 0, "excluded"), "5");
  EXPECT_EQ(In(result, 0, "undecided"), "7");
}

TEST(Decisions, GiveALineTheSameBucketWhateverPhaseIsAskedFor) {
  ClassifyRequest request =
      RequestOf("POL,2024,draft,PLN,5,1,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,7,1,Tanks,,,02.1.0\n",
                std::string("POL,2024,POL|1,Tanks,5,excluded,") + kWhy);
  request.selection.phases = {Phase::kAdopted};
  const ClassifyOutcome outcome = RunClassify(request);
  ASSERT_TRUE(outcome.result) << outcome.status;
  EXPECT_EQ(In(*outcome.result, 0, "direct-military"), "7");
  EXPECT_EQ(outcome.result->decisions->elsewhere, 1U);
  EXPECT_FALSE(outcome.result->HasFindings());
}

TEST(Decisions, HoldForBothReadingsOfAnAmountWithThreeDecimals) {
  ClassifyRequest request = RequestOf(
      "POL,2024,adopted,PLN,123.456,1,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,0.5,9,,,,02.1.0\n", "");
  request.decisions_path = FileOf(
      "country;year;key;label;amount;outcome;reason;who;date;review_by\n"
      "POL;2024;POL|1;Tanks;123.456;excluded;agreed;Anna;;\n"
      "POL;2024;POL|2;Tanks;7;;;;;\nPOL;2024;POL|3;Tanks;8;;;;;\n");
  const ClassifyOutcome outcome = RunClassify(request);
  ASSERT_TRUE(outcome.result) << outcome.status << outcome.diagnostics.ToText();
  EXPECT_EQ(In(*outcome.result, 0, "excluded"), "123.456");
}

TEST(Decisions, WithoutALineNameTheLineWhoseKeyTheSpreadsheetBroke) {
  const ClassifyResult result = Decide(
      "POL,2024,adopted,PLN,5,020,Tanks,,,02.1.0\nPOL,2024,adopted,PLN,6,9,Boots,,,\n",
      std::string("POL,2024,POL|20,Tanks,5,excluded,") + kWhy + "POL,2024,POL|77,Boats,8,netted," +
          kWhy + "POL,2023,POL|1,Tanks,5,excluded," + kWhy);
  ASSERT_EQ(result.decisions->unfound.size(), 2U);
  EXPECT_EQ(result.decisions->sightings[0].other_key->key, "POL|020");
  EXPECT_FALSE(result.decisions->sightings[1].other_key);
  EXPECT_EQ(result.decisions->elsewhere, 1U);
  EXPECT_TRUE(result.HasFindings());
}

TEST(Decisions, AreDueForReviewTheDayAfter) {
  const std::string row = "POL,2024,adopted,PLN,5,1,Tanks,,,02.1.0\n";
  const std::string decision = "POL,2024,POL|1,Tanks,5,excluded,because,Anna,2025-01-01,";
  EXPECT_TRUE(Decide(row, decision + "2026-11-24\n").decisions->review_passed.empty());
  const ClassifyResult result = Decide(row, decision + "23.11.2026\n");
  EXPECT_EQ(result.decisions->review_passed.size(), 1U);
  EXPECT_TRUE(result.HasFindings());
}

TEST(Decisions, ConserveMoneyAndGiveTheSameBytesForAnyThreads) {
  std::string rows, decisions;
  for (int i = 0; i < 2000; ++i) {
    const std::string key = std::to_string(i % 700);
    const std::string amount = std::to_string(i * 37 % 1000) + ".5";
    rows += "POL,2024," + std::string(i % 3 == 0 ? "adopted" : "outturn") + ",PLN," + amount + "," +
            key + ",Tanks " + std::to_string(i % 11) + ",,,02.1.0\n";
    if (i % 5 != 0 || i >= 700) continue;
    decisions += "POL,2024,POL|" + key + ",Tanks " + std::to_string(i % 11) + "," +
                 (i % 15 == 0 ? "1" : amount) + (i % 2 == 0 ? ",excluded," : ",civil-defence,") +
                 kWhy;
  }
  ClassifyRequest request = RequestOf(rows, decisions);
  std::string expected;
  for (const int threads : {1, 4}) {
    for (const std::size_t chunk : {std::size_t{200}, std::size_t{1} << 20}) {
      request.threads = threads;
      request.chunk_size_bytes = chunk;
      const ClassifyOutcome outcome = RunClassify(request);
      ASSERT_TRUE(outcome.result) << outcome.status << outcome.diagnostics.ToText();
      EXPECT_GT(outcome.result->decisions->applied, 50U);
      EXPECT_GT(outcome.result->decisions->stale.size(), 20U);
      for (const GroupResult& group : outcome.result->groups) {
        AllocatedAmount sum;
        for (const AllocatedSum& bucket : group.totals.buckets) {
          ASSERT_TRUE(AddTo(bucket.amount, &sum));
        }
        EXPECT_EQ(sum, group.totals.total.amount);
      }
      const std::string report = JsonReport(*outcome.result) + RulesCsv(*outcome.result);
      if (expected.empty()) expected = report;
      EXPECT_EQ(report, expected) << threads << " threads, chunks of " << chunk;
    }
  }
}

}  // namespace
}  // namespace tranche
