#include "engine/report/text_report.h"

#include <gtest/gtest.h>

#include "engine/base/utf8.h"
#include "engine/report/text_table.h"
#include "tests/report/sample_result.h"

namespace tranche {
namespace {

/// One group of 100 units of GDP with `micros` of core defence.
ClassifyResult CoreDefence(Int128 micros) {
  ClassifyResult result = EmptyResult();
  AddGroup(GroupOf("DEU", 2024, Phase::kAdopted, "EUR"), "Germany", &result);
  AddMoney(kArmy, 1, Amount::FromMicros(micros), &result);
  SetGdp(Amount::FromUnits(100), "", &result);
  return result;
}

/// The first line that begins with `start`, or nothing.
std::string LineOf(const std::string& text, std::string_view start) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    std::string line = text.substr(at, end - at);
    if (line.starts_with(start)) return line;
    at = end + 1;
  }
  return "";
}

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(TextReport, CallsPlanFiguresEstimates) {
  EXPECT_TRUE(Has(TextReport(CoreDefence(0)), "Phase: adopted (estimate)\n"));
}

TEST(TextReport, SaysHowManyPointsAreMissing) {
  const std::string text = TextReport(CoreDefence(1'590'000));
  EXPECT_TRUE(Has(LineOf(text, "Germany"), "  -0.41  ")) << text;
  EXPECT_TRUE(Has(text, "Met by 0 of 1 country.")) << text;
}

TEST(TextReport, ATargetThatIsMetSaysSo) {
  const std::string text = TextReport(CoreDefence(2'100'000));
  EXPECT_TRUE(Has(LineOf(text, "Germany"), "  met  ")) << text;
  EXPECT_TRUE(Has(text, "Met by 1 of 1 country.")) << text;
}

TEST(TextReport, NearTheTargetItSaysAtTheLine) {
  EXPECT_TRUE(Has(LineOf(TextReport(CoreDefence(2'005'000)), "Germany"), "met ≈"));
  const std::string below = TextReport(CoreDefence(1'999'000));
  EXPECT_TRUE(Has(LineOf(below, "Germany"), "short ≈")) << below;
  EXPECT_TRUE(Has(below, "≈: at the line")) << below;
}

TEST(TextReport, ACeilingThatIsExceededIsOver) {
  ClassifyResult result = CoreDefence(0);
  AddMoney(kCoastGuard, 1, Amount::FromMicros(1'600'000), &result);
  SetGdp(Amount::FromUnits(100), "", &result);
  const std::string text = TextReport(result);
  EXPECT_TRUE(Has(LineOf(text, "Germany"), " over ")) << text;
  EXPECT_TRUE(Has(text, "A ceiling: 1 of 1 country above it.")) << text;
}

TEST(TextReport, CountsRowsWhereACountryHasSeveral) {
  ClassifyResult result = CoreDefence(2'100'000);
  AddGroup(GroupOf("DEU", 2025, Phase::kAdopted, "EUR"), "Germany", &result);
  SetGdp(Amount::FromUnits(100), "", &result);
  EXPECT_TRUE(Has(TextReport(result), "Met by 1 of 2 rows.")) << TextReport(result);
}

TEST(TextReport, WithoutGdpItWarnsAndStillShowsTheMoney) {
  ClassifyResult result = EmptyResult();
  AddGroup(GroupOf("DEU", 2024, Phase::kAdopted, "EUR"), "Germany", &result);
  AddMoney(kArmy, 1, Amount::FromUnits(5'000'000'000), &result);
  const std::string text = TextReport(result);
  EXPECT_TRUE(Has(LineOf(text, "Germany"), "5.00      –")) << text;
  EXPECT_TRUE(Has(text, "no GDP in EUR for Germany 2024")) << text;
}

TEST(TextReport, SaysWhereMoneyReadDiffersFromMoneyAllocated) {
  ClassifyResult result = SampleResult();
  EXPECT_FALSE(Has(TextReport(result), "DOES NOT ADD UP"));
  FileAccount& account = result.files.back().account;
  account.read_by_group.begin()->second.sum = Amount::FromUnits(1);
  EXPECT_TRUE(Has(TextReport(result), "DOES NOT ADD UP: read 1, allocated 18,026,000,000"))
      << TextReport(result);
}

TEST(TextReport, SaysWhereAFilesRowsDoNotAddUp) {
  ClassifyResult result = SampleResult();
  result.files.front().account.rows_read += 1;
  EXPECT_TRUE(Has(TextReport(result), "DOES NOT ADD UP: rows read")) << TextReport(result);
}

TEST(TextReport, FoldsUntestedRulesByWhatIsMissingShowsTheTenLargestAndCountsTheOthers) {
  ClassifyResult result = EmptyResult();
  UntestedRules& untested = result.untested.emplace_back();
  untested.missing = {"codes of cofog"};
  untested.rules = {kCoastGuard, kRoads};
  for (std::int16_t year = 2010; year < 2022; ++year) {
    AddGroup(GroupOf("DEU", year, Phase::kAdopted, "EUR"), "Germany", &result);
    untested.sums[result.groups.back().totals.group] = {
        1, *AllocatedAmount::Of(Amount::FromUnits(year * std::int64_t{1'000'000'000}))};
  }
  const std::string text = TextReport(result);
  EXPECT_TRUE(Has(LineOf(text, "  codes of cofog"), "2,021.00")) << text;
  EXPECT_TRUE(Has(text, "  codes of cofog: coast-guard-by-code and roads-by-words")) << text;
  EXPECT_FALSE(Has(text, "2,011.00")) << text;
  EXPECT_TRUE(Has(text, "  and 2 more\n")) << text;
}

TEST(TextReport, FitsItsWidthAndHasNoTrailingSpaces) {
  const std::string text = TextReport(SampleResult(), {.with_reconciliation = true});
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    EXPECT_FALSE(line.ends_with(' ')) << line;
    EXPECT_LE(CountCodePoints(line), kTextWidth + 8) << line;  // several phases, four targets
    at = end + 1;
  }
}

TEST(TextReport, DoesNotTellTheTextOfRejectedRows) {
  EXPECT_FALSE(Has(TextReport(SampleResult()), "DEU;2024;n/a"));
}

TEST(TextReport, NamesThatWouldMoveTheCursorAreMadeHarmless) {
  ClassifyResult result = SampleResult();
  result.files[0].name = "a\x1b[2Jb.csv";
  EXPECT_FALSE(Has(TextReport(result), "\x1b"));
}

}  // namespace
}  // namespace tranche
