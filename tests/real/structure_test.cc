// Structure of real exports: totals as controls, headings, versions, repeated amounts, wrapped
// ones. The expected sums were computed apart from the engine, with another program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "engine/run/classify.h"
#include "tests/real/real_data.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RealStructure : public OnRealData {
 protected:
  static ClassifyOutcome Run(const std::string& file, const std::string& layout) {
    ClassifyRequest request;
    request.home = Home{TRANCHE_SOURCE_DIR};
    request.files = {Path(file)};
    request.threads = 2;
    if (!layout.empty()) {
      request.layout_path =
          ::testing::TempDir() + "/structure-" + std::to_string(::getpid()) + ".yaml";
      std::ofstream(request.layout_path) << "layout: under-test\nformat: 1\n" << layout;
    }
    return RunClassify(request);
  }

  static std::string Total(const ClassifyOutcome& outcome, int year, Phase phase) {
    if (!outcome.result) return outcome.diagnostics.ToText() + outcome.status.ToString();
    for (const GroupResult& group : outcome.result->groups) {
      if (group.totals.group.year == year && group.totals.group.phase == phase) {
        return group.totals.total.amount.ToString();
      }
    }
    return "none";
  }
};

constexpr const char* kArmenia =
    "country: ARM\ncurrency: AMD\nunit: 1000\nphase: adopted\nyear: {file_name: '/(\\d{4})/'}\n"
    "text: {description: subprogram_name}\n";

TEST_F(RealStructure, ArmeniasRepeatedTotalsCountOnceAndAgreeWithItsLines) {
  const std::string file = "am-state-budget/2023_BUDGET_LAW.csv";
  const ClassifyOutcome lines = Run(file, std::string(kArmenia) + "amount: subprogram_total\n");
  EXPECT_EQ(Total(lines, 2023, Phase::kAdopted), "2590973151100");
  const ClassifyOutcome programmes =
      Run(file, std::string(kArmenia) +
                    "amount: program_total\nrows: {once_per: [state_body, program_code]}\n");
  EXPECT_EQ(Total(programmes, 2023, Phase::kAdopted), "2590973151100");
  const ClassifyOutcome bodies =
      Run(file, std::string(kArmenia) + "amount: state_body_total\nrows: {once_per: state_body}\n");
  EXPECT_EQ(Total(bodies, 2023, Phase::kAdopted), "2590973151100");
  ASSERT_TRUE(bodies.result);
  EXPECT_EQ(bodies.result->files[0].account.rows_used, 47U);
}

TEST_F(RealStructure, NorthMacedoniasVersionsAreReadApartAndItsWrappedAmountsSuspected) {
  const std::string file = "mk-budzet-2014/MFBudzetIRebalansNaRMmk-MK.csv";
  const ClassifyOutcome shipped = Run(file, "");
  EXPECT_EQ(Total(shipped, 2014, Phase::kAdopted), "76218172560");
  EXPECT_EQ(Total(shipped, 2014, Phase::kRevised), "70980834264");
  EXPECT_EQ(Total(shipped, 2015, Phase::kAdopted), "58832533192");
  ASSERT_TRUE(shipped.result);
  EXPECT_THAT(shipped.result->files[0].suspicions,
              Contains(HasSubstr("the end of what 32 bits can hold")));
  const ClassifyOutcome last =
      Run(file,
          "country: MKD\ncurrency: MKD\nphase: adopted\nyear: {value: 2015}\namount: K\n"
          "text: {description: J}\nrows: {versions: {column: A, use: last}}\n");
  EXPECT_EQ(Total(last, 2015, Phase::kAdopted), "58832533192");
}

TEST_F(RealStructure, CzechChaptersAreHeadingsAndTheFirstRowProvesThem) {
  const ClassifyOutcome outcome = Run("cz-rozpocet-2014/rozpocet-2014.csv", "");
  EXPECT_EQ(Total(outcome, 2013, Phase::kAdopted), "1184877630000");
  EXPECT_EQ(Total(outcome, 2014, Phase::kDraft), "1192407508965");
  ASSERT_TRUE(outcome.result);
  EXPECT_EQ(outcome.result->files[0].control_totals_met, 2U);
  EXPECT_THAT(outcome.result->files[0].unmet_control_totals, IsEmpty());
}

TEST_F(RealStructure, DutchTotalsProveTheirTablesAndShowLostZeros) {
  const ClassifyOutcome outcome = Run("nl-rijksbegroting/begrotingsstaten_fixed_chars.csv", "");
  ASSERT_TRUE(outcome.result) << outcome.diagnostics.ToText() << outcome.status;
  const FileResult& file = outcome.result->files[0];
  EXPECT_EQ(file.control_totals_met, 35U);
  // -2.970 thousand has become -2.97: rejected, and missed by the total of its table.
  ASSERT_FALSE(outcome.result->first_rejected.empty());
  EXPECT_THAT(outcome.result->first_rejected[0].reason, HasSubstr("amount '-2.97'"));
  EXPECT_THAT(file.unmet_control_totals, Contains(HasSubstr("difference 2970000")));
}

}  // namespace
}  // namespace tranche
