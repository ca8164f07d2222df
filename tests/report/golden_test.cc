// Each report of one sample result, to the last character.
#include <gtest/gtest.h>

#include "engine/report/json_report.h"
#include "engine/report/run_record.h"
#include "engine/report/tables.h"
#include "engine/report/text_report.h"
#include "tests/report/sample_result.h"

namespace tranche {
namespace {

TEST(ReportGolden, Totals) { ExpectGolden(TotalsCsv(SampleResult()), "totals.csv"); }
TEST(ReportGolden, Items) { ExpectGolden(ItemsCsv(SampleResult()), "items.csv"); }
TEST(ReportGolden, Rules) { ExpectGolden(RulesCsv(SampleResult()), "rules.csv"); }
TEST(ReportGolden, Targets) { ExpectGolden(TargetsCsv(SampleResult()), "targets.csv"); }
TEST(ReportGolden, Dropped) { ExpectGolden(DroppedCsv(SampleResult()), "dropped.csv"); }
TEST(ReportGolden, Text) { ExpectGolden(TextReport(SampleResult()), "report.txt"); }
TEST(ReportGolden, Json) { ExpectGolden(JsonReport(SampleResult()), "report.json"); }

TEST(ReportGolden, TextWithoutReconciliation) {
  ExpectGolden(TextReport(SampleResult(), {.with_reconciliation = false}), "report-short.txt");
}

TEST(ReportGolden, TextOfNothing) { ExpectGolden(TextReport(EmptyResult()), "report-empty.txt"); }

TEST(ReportGolden, RunRecord) {
  const ClassifyResult result = SampleResult();
  RunRecord record;
  record.version = "0.1.0";
  record.inputs = {{"plan.csv", 1'048'576, std::string(64, 'a'), "gzip"},
                   {"(standard input)", std::nullopt, "", "none"}};
  record.layouts = {{"sample-layout.yaml", std::string(64, 'b')}};
  record.companions = {{"functions.csv", std::string(64, 'c')}};
  record.gdp = RecordedFile{"reference/gdp.csv", std::string(64, 'd')};
  record.selection.years = {2024, 2025};
  record.selection.phases = {Phase::kAdopted, Phase::kOutturn};
  record.result = &result;
  ExpectGolden(RunJson(record), "run.json");
}

TEST(ReportGolden, Timings) {
  RunTimings timings;
  timings.started = "2025-06-25T09:30:00Z";
  timings.command_line = {"tranche", "classify", "plan.csv", "-"};
  timings.steps_microseconds = {{"load", 12'345}, {"read and judge", 2'000'000}};
  timings.total_microseconds = 2'012'345;
  timings.input_bytes = 1'000'000'000;
  timings.rows = 9'000'000;
  timings.threads = 2;
  ExpectGolden(TimingsJson(timings), "timings.json");
}

}  // namespace
}  // namespace tranche
