// What users meet when something is wrong with what they gave: each TEST a claim. Exact messages
// stand in tests/golden/cli.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "tests/tools/cli_folder.h"
#include "tests/tools/cli_process.h"
#include "tests/tools/comma_table.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr char kSimpleLayout[] = TRANCHE_SOURCE_DIR "/corpus/layouts/tranche-lines.yaml";
constexpr char kNorway[] = TRANCHE_SOURCE_DIR "/corpus/budgets/nor-statsbudsjett-2024.csv.gz";

class BadInput : public CliFolder {};
class BadOutput : public CliFolder {};
class Streams : public CliFolder {};
class Choices : public CliFolder {};

TEST_F(BadInput, MissingColumnIsShownInTheLayoutWithTheHeaderAndTheNearestName) {
  Write("budget.csv", "country,year,phase,currency,amounts,key,description,parents,nature,cofog\n" +
                          ArmyRow("1000", "1"));
  ExpectGolden("missing_column", Classify({"budget.csv", "--layout", kSimpleLayout}));
}

TEST_F(BadInput, UnknownHeaderIsShownWithTheNearestLayouts) {
  Write("budget.csv", "country,year,phase,currency,amounts,key,description,parents,nature,cofog\n" +
                          ArmyRow("1000", "1"));
  Write("other.csv", "a,b\n1,2\n");
  ExpectGolden("unknown_layout", Classify({"budget.csv"}));
  ExpectGolden("unknown_layout_no_column_known", Classify({"other.csv"}));
}

TEST_F(BadInput, CellsThatCannotBeUsedAreRejectedOneByOneAndTheRestCounts) {
  const std::string rest = "1,Tanks,Ministry of Defence,capital,02.1.0\n";
  Write("budget.csv", EightRows() + "POL,2024,adopted,PLN,12x4," + rest +
                          "POL,2024,adopted,XQX,5," + rest + "XXP,2024,adopted,PLN,5," + rest +
                          "POL,20x4,adopted,PLN,5," + rest + "POL,2024,guessed,PLN,5," + rest);
  const CliResult result = Classify({"budget.csv"});
  ExpectGolden("rejected_cells", result, Section(result.out, "Rejected"));
  EXPECT_THAT(result.out, HasSubstr("13 read = 8 used + 5 rejected"));
  EXPECT_THAT(result.out, HasSubstr("PLN 36 in 8 lines"));
}

TEST_F(BadInput, LayoutWithAnUnknownCountryAndCurrencyShowsBoth) {
  Write("mine.yaml",
        "layout: mine\nformat: 1\nrecognise: {header: [amount, text]}\ncountry: PLO\n"
        "currency: XQX\nunit: 1\nphase: adopted\nyear: {value: 2024}\namount: amount\n"
        "text: {description: text}\n");
  Write("budget.csv", "amount,text\n5,Tanks\n6,Ships\n");
  ExpectGolden("layout_country_currency", Classify({"budget.csv", "--layout", "mine.yaml"}));
}

TEST_F(BadInput, LayoutInPlaceOfARulebookIsCalledOne) {
  Write("budget.csv", EightRows());
  ExpectGolden(
      "layout_as_rulebook",
      Classify({"budget.csv", "--rules", TRANCHE_SOURCE_DIR "/corpus/layouts/tranche-lines.yaml"}));
}
TEST_F(BadInput, RulebookShowsAllItsMistakesAtOnce) {
  Write("book.yaml",
        "rulebook: mine\nformat: 1\nbuckets:\n  core: {title: Core}\notherwise: cor\nrules:\n"
        "  - {id: army, to: core, wehn: {code: {cofog: \"02.1\"}}}\n"
        "  - {id: ships, to: coer, when: {words: ships}}\n");
  Write("budget.csv", EightRows());
  const CliResult result = Classify({"budget.csv", "--rules", "book.yaml", "--out", "run"});
  ExpectGolden("rulebook_mistakes", result);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(Names(), ElementsAre("book.yaml", "budget.csv"));
}

TEST_F(BadInput, WhatIsNoTableOfTextIsRefused) {
  Write("empty.csv", "");
  Write("binary.csv", std::string("\x7f"
                                  "code\1\2\3, and\n so \0 on;",
                                  21));
  Write("workbook.csv", std::string("PK\3\4\24\0\6\0\10\0\0\0!\0", 14));
  std::filesystem::create_directory(Here().folder + "/folder");
  ExpectGolden("empty_file", Classify({"empty.csv"}));
  ExpectGolden("empty_standard_input", Classify({"-"}));
  ExpectGolden("binary_file", Classify({"binary.csv"}));
  ExpectGolden("workbook", Classify({"workbook.csv"}));
  ExpectGolden("folder", Classify({"folder"}));
  ExpectGolden("missing_file", Classify({"nowhere.csv"}));
  ExpectGolden("missing_rulebook", Classify({"empty.csv", "--rules", "nowhere.yaml"}));
  ExpectGolden("missing_layout", Classify({"empty.csv", "--layout", "nowhere.yaml"}));
}

TEST_F(BadInput, EndInsideAQuotedCellCostsThatRowOnly) {
  Write("budget.csv", EightRows() + "POL,2024,adopted,PLN,100,9,\"Tanks and");
  const CliResult result = Classify({"budget.csv"});
  ExpectGolden("end_inside_quotes", result, Section(result.out, "Rejected"));
  EXPECT_THAT(result.out, HasSubstr("9 read = 8 used + 1 rejected"));
  EXPECT_THAT(result.out, HasSubstr("PLN 36 in 8 lines"));
}

TEST_F(BadInput, StrayQuoteSwallowsNoOtherRow) {
  Write("budget.csv", kHeader + ArmyRow("100", "a") +
                          "POL,2024,adopted,PLN,5,b,\"Tanks 3\" gun,x,,\n"
                          "POL,2024,adopted,PLN,5,c,\"Tanks,x,,\n" +
                          EightRows().substr(sizeof(kHeader) - 1));
  const CliResult result = Classify({"budget.csv"});
  ExpectGolden("stray_quote", result, Section(result.out, "Rejected"));
  EXPECT_THAT(result.out, HasSubstr("11 read = 9 used + 2 rejected"));
  EXPECT_THAT(result.out, HasSubstr("PLN 136 in 9 lines"));
}

TEST_F(BadInput, CallThatMakesNoSenseSaysWhy) {
  Write("budget.csv", EightRows());
  ExpectGolden("usage_no_file", Classify({}));
  ExpectGolden("usage_unknown_option", Classify({"budget.csv", "--thread", "2"}));
  ExpectGolden("usage_format", Classify({"budget.csv", "--format", "xml"}));
  ExpectGolden("usage_year", Classify({"budget.csv", "--year", "last"}));
  ExpectGolden("usage_phase", Classify({"budget.csv", "--phase", "guessed"}));
  ExpectGolden("usage_lines", Classify({"budget.csv", "--lines"}));
  ExpectGolden("usage_home", Classify({"budget.csv", "--home", "nowhere"}));
}

TEST_F(BadOutput, FolderThatExistsIsNotTouched) {
  Write("budget.csv", EightRows());
  ASSERT_EQ(Classify({"budget.csv", "--out", "run"}).status, 0);
  const std::string before = Read("run/run.json");
  ExpectGolden("output_exists", Classify({"budget.csv", "--out", "run"}));
  EXPECT_EQ(Read("run/run.json"), before);
  EXPECT_THAT(Names(), ElementsAre("budget.csv", "run"));
}

TEST_F(BadOutput, FolderInAPlaceThatIsNoneIsRefused) {
  Write("budget.csv", EightRows());
  ExpectGolden("output_nowhere", Classify({"budget.csv", "--out", "nowhere/run"}));
}

TEST_F(BadOutput, FullDiskLeavesNoPartOfTheRunFolder) {
  Write("budget.csv", EightRows());
  CliSurroundings full_disk;
  full_disk.file_size_limit = 4096;
  const CliResult result = Classify({kNorway, "--out", "run", "--lines"}, "", full_disk);
  ExpectGolden("full_disk", result);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(Names(), ElementsAre("budget.csv"));
}

TEST_F(BadOutput, FullDiskBehindStandardOutputIsAnError) {
  Write("budget.csv", EightRows());
  CliSurroundings full_disk;
  full_disk.stdout_path = "/dev/full";
  for (const char* format : {"text", "csv", "json"}) {
    ExpectGolden("full_standard_output",
                 Classify({"budget.csv", "--format", format}, "", full_disk));
  }
}

TEST_F(BadOutput, ClosedPipeIsNoError) {
  Write("budget.csv", EightRows());
  CliSurroundings head_is_done;
  head_is_done.stdout_is_closed = true;
  const CliResult result = Classify({"budget.csv"}, "", head_is_done);
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(Streams, StandardInputGivesTheFiguresOfTheFile) {
  Write("budget.csv", EightRows());
  const CliResult file = Classify({"budget.csv", "--format", "csv"});
  const CliResult pipe = Classify({"-", "--format", "csv"}, EightRows());
  EXPECT_EQ(file.status, 0);
  EXPECT_EQ(pipe.status, 0);
  EXPECT_EQ(pipe.out, file.out);
  EXPECT_THAT(pipe.err, IsEmpty());
}

TEST_F(Streams, LongInputThroughAPipeIsReadToItsEnd) {
  std::string text = kHeader;
  for (int row = 1; row <= 40'000; ++row) text += ArmyRow("3", std::to_string(row));
  const CliResult pipe = Classify({"-", "--format", "csv"}, text);
  ASSERT_EQ(pipe.status, 0) << pipe.err;
  EXPECT_THAT(pipe.out, HasSubstr(",total,40000,120000,"));
}

TEST_F(Streams, GzipSampleIsReadAsItIs) {
  const CliResult result = Classify({kNorway, "--format", "csv"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("NOR,2024,outturn,NOK,total,53,"));
}

// Waits until the command has begun its run folder: then it listens to signals, and reads.
bool HasBegun(const std::string& folder) {
  for (int i = 0; i < 3000; ++i) {
    if (!std::filesystem::is_empty(folder)) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

TEST_F(Streams, CtrlCEndsTheWaitForAPipeAndLeavesNothing) {
  std::string long_start = kHeader;
  for (int row = 1; row <= 20'000; ++row) long_start += ArmyRow("3", std::to_string(row));
  // Quiet from the start, within the first rows, and far behind them.
  for (const std::string& start : {std::string(), EightRows(), long_start}) {
    CliProcess process(ClassifyWords({"-", "--out", "run", "--lines"}), Here());
    ASSERT_TRUE(process.Feed(start));
    ASSERT_TRUE(HasBegun(Here().folder));
    process.Send(SIGINT);
    ExpectGolden("interrupted", process.Wait());
    EXPECT_THAT(Names(), IsEmpty());
  }
}

TEST_F(Choices, FilesThatMeetAreAddedOnlyWhenSaidSo) {
  Write("first.csv", EightRows());
  Write("second.csv", EightRows());
  ExpectGolden("files_meet", Classify({"first.csv", "second.csv"}));
  const CliResult added = Classify({"first.csv", "second.csv", "--add-files", "--format", "csv"});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(added.out, HasSubstr("POL,2024,adopted,PLN,total,16,72,"));
}

TEST_F(Choices, YearPicksItsRowsAndTheOthersAreAccountedFor) {
  Write("budget.csv", EightRows() + ArmyRow("500", "9", "2025"));
  const CliResult csv = Classify({"budget.csv", "--year", "2025", "--format", "csv"});
  EXPECT_EQ(csv.status, 0) << csv.err;
  EXPECT_THAT(csv.out, HasSubstr("POL,2025,adopted,PLN,total,1,500,"));
  EXPECT_THAT(csv.out, Not(HasSubstr("2024")));
  const CliResult text = Classify({"budget.csv", "--year", "2025"});
  EXPECT_THAT(text.out, HasSubstr("PLN 36 in 8 lines of years or phases not asked for"));
  const CliResult both = Classify({"budget.csv", "--year", "2024,2025", "--format", "csv"});
  EXPECT_THAT(both.out, HasSubstr("POL,2024,adopted,PLN,total,8,36,"));
  EXPECT_THAT(both.out, HasSubstr("POL,2025,adopted,PLN,total,1,500,"));
}

TEST_F(Choices, CsvAndJsonSayTheSame) {
  Write("budget.csv", EightRows() + ArmyRow("0.25", "9"));
  const CliResult csv = Classify({"budget.csv", "--format", "csv"});
  const CliResult json = Classify({"budget.csv", "--format", "json"});
  ASSERT_EQ(csv.status, 0) << csv.err;
  ASSERT_EQ(json.status, 0) << json.err;
  const auto document = nlohmann::json::parse(json.out);
  const auto& group = document.at("groups").at(0);
  std::size_t compared = 0;
  for (const auto& row : ReadCommaTable(csv.out)) {
    for (const auto& bucket : group.at("buckets")) {
      if (bucket.at("bucket") != row.at("bucket")) continue;
      EXPECT_EQ(ExactUnits(bucket.at("amount").get<std::string>()), ExactUnits(row.at("amount")));
      ++compared;
    }
  }
  EXPECT_GE(compared, 3U);
  EXPECT_EQ(group.at("country"), "POL");
}

}  // namespace
}  // namespace tranche
