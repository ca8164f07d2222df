// The run folder: which files, which columns, the same bytes whatever the number of threads, and
// money that adds up from every line to every total.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/tools/cli_folder.h"
#include "tests/tools/cli_process.h"
#include "tests/tools/comma_table.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

class RunFolderOf : public CliFolder {
 protected:
  /// All sample budgets, and a made-up one of several pieces, so that threads have work to share.
  std::vector<std::string> Samples() const {
    const std::string folder = std::string(TRANCHE_SOURCE_DIR) + "/corpus/budgets/";
    std::string large = kHeader;
    for (int row = 1; row <= 30'000; ++row) {
      const std::string key = std::to_string(row);
      // Every 1000th amount is no number; texts and codes come in some dozens of kinds.
      const std::string amount = row % 1000 == 0 ? "x" + key : key + ".07";
      large += "FIN,2031,draft,EUR," + amount + "," + key + ",Roads and bridges of district " +
               std::to_string(row % 37) + ",Ministry of Transport,capital,0" +
               std::to_string(1 + row % 9) + "." + std::to_string(1 + row % 3) + ".0\n";
    }
    Write("large.csv", large);
    return {folder + "baltic-states-2024.csv",
            folder + "deu-bundeshaushalt-2024.csv",
            folder + "esp-presupuestos-2024/2024-gastos.csv",
            folder + "gbr-departments-2024.csv",
            folder + "ita-bilancio-2024-lbp.csv",
            folder + "nor-statsbudsjett-2024.csv.gz",
            folder + "pol-budzet-2024.csv",
            folder + "usa-outlays-2026.csv",
            "large.csv"};
  }

  CliResult RunAll(const std::string& out, const std::string& threads) const {
    std::vector<std::string> words = Samples();
    words.insert(words.end(), {"--out", out, "--lines", "--threads", threads});
    return Classify(words);
  }

  /// Every file below a folder, by its path in it.
  std::map<std::string, std::string> Contents(const std::string& below) const {
    std::map<std::string, std::string> contents;
    const fs::path root = fs::path(Here().folder) / below;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file()) continue;
      const std::string name = entry.path().lexically_relative(root).generic_string();
      contents[name] = Read(below + "/" + name);
    }
    return contents;
  }
};

std::string FirstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

TEST_F(RunFolderOf, ClassifyHasTheTablesOfTheDesign) {
  const std::map<std::string, std::string> headers = {
      {"totals.csv", "country,year,phase,currency,bucket,lines,amount,gdp,percent_of_gdp"},
      {"items.csv", "country,year,phase,currency,item,area,bucket,lines,amount,percent_of_gdp"},
      {"rules.csv", "country,year,phase,currency,rule,item,bucket,lines,amount,percent_of_gdp"},
      {"targets.csv",
       "country,year,phase,target,percent_of_gdp,counted_percent,required_percent,gap_percent,"
       "gap_amount,met,low_percent,high_percent"},
      {"lines.csv",
       "file,row,country,year,phase,currency,key,label,parents,codes,amount,bucket,share,"
       "allocated,item,rule,evidence"},
      {"undecided.csv", "country,year,key,label,amount,outcome,reason,who,date,review_by"},
      {"rejected.csv", "file,row,byte,column,reason,text"},
      {"dropped.csv", "file,unit,reason,currency,count,amount"}};
  Write("budget.csv", EightRows());
  ASSERT_EQ(Classify({"budget.csv", "--out", "run", "--lines"}).status, 0);
  for (const auto& [name, header] : headers) {
    EXPECT_EQ(FirstLine(Read("run/" + name)), header) << name;
    EXPECT_NO_THROW(ReadCommaTable(Read("run/" + name))) << name;
  }
  for (const char* name : {"run.json", "timings.json"}) {
    EXPECT_TRUE(nlohmann::json::accept(Read("run/" + std::string(name)))) << name;
  }
  EXPECT_THAT(Names("run/used"), IsSupersetOf({"corpus", "rules"}));
}

TEST_F(RunFolderOf, ClassifyHasEveryLineOnlyWhereAsked) {
  Write("budget.csv", EightRows());
  ASSERT_EQ(Classify({"budget.csv", "--out", "run"}).status, 0);
  EXPECT_FALSE(fs::exists(Here().folder + "/run/lines.csv"));
  EXPECT_TRUE(fs::exists(Here().folder + "/run/totals.csv"));
}

TEST_F(RunFolderOf, ClassifyKeepsRejectedRowsWithPlaceAndReason) {
  Write("budget.csv", EightRows() + ArmyRow("12x4", "9"));
  ASSERT_EQ(Classify({"budget.csv", "--out", "run"}).status, 1);
  const CommaTable rejected = ReadCommaTable(Read("run/rejected.csv"));
  ASSERT_EQ(rejected.size(), 1U);
  EXPECT_EQ(rejected[0].at("file"), "budget.csv");
  EXPECT_EQ(rejected[0].at("row"), "10");
  EXPECT_EQ(rejected[0].at("byte"), std::to_string(EightRows().size()));
  EXPECT_EQ(rejected[0].at("column"), "amount");
  EXPECT_EQ(rejected[0].at("reason"), "amount '12x4' is no number");
  EXPECT_EQ(rejected[0].at("text") + "\n", ArmyRow("12x4", "9"));
}

TEST_F(RunFolderOf, ClassifyHasAllItTakesToDoTheRunAgain) {
  Write("budget.csv", EightRows());
  const CliResult first = Classify({"budget.csv", "--out", "run", "--format", "csv"});
  ASSERT_EQ(first.status, 0) << first.err;
  const CliResult again = Classify({"budget.csv", "--home", "run/used", "--format", "csv"});
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(again.out, first.out);
}

TEST_F(RunFolderOf, AReformWithSettingsHasAllItTakesToDoTheRunAgainWithoutThem) {
  Write("budget.csv",
        std::string(kHeader) +
            "FIN,2024,adopted,EUR,1000,1,Roads,Ministry of Transport,capital,04.5.1\n" +
            ArmyRow("5", "2") + ArmyRow("6", "3"));
  const std::string reform = TRANCHE_SOURCE_DIR "/rules/examples/italy-counts-it.yaml";
  const CliResult plain = Classify({"budget.csv", "--rules", reform, "--format", "csv"});
  const CliResult first = Classify({"budget.csv", "--rules", reform, "--set", "road-share=30 %",
                                    "--out", "run", "--format", "csv"});
  ASSERT_EQ(first.status, 0) << first.err;
  EXPECT_NE(first.out, plain.out);
  const auto record = nlohmann::json::parse(Read("run/run.json"));
  EXPECT_EQ(record["rulebook"]["settings"], nlohmann::json({"road-share=30 %"}));
  const CliResult again =
      Classify({"budget.csv", "--home", "run/used", "--out", "second", "--format", "csv"});
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(again.out, first.out);
  const CliResult third = Classify({"budget.csv", "--home", "second/used", "--format", "csv"});
  EXPECT_EQ(third.out, first.out) << third.err;
}

TEST_F(RunFolderOf, AnyNumberOfThreadsHasTheSameBytes) {
  ASSERT_EQ(RunAll("one", "1").status, 1);  // for the rejected rows of large.csv
  ASSERT_EQ(RunAll("four", "4").status, 1);
  auto one = Contents("one");
  auto four = Contents("four");
  one.erase("timings.json");
  four.erase("timings.json");
  EXPECT_GT(one.size(), 10U);
  ASSERT_EQ(one.size(), four.size());
  for (const auto& [name, text] : one) {
    EXPECT_TRUE(four[name] == text) << name << " depends on the number of threads";
  }
}

TEST_F(RunFolderOf, AllSamplesAddsUpFromLinesToTotals) {
  ASSERT_EQ(RunAll("run", "2").status, 1);
  const auto key_of = [](const std::map<std::string, std::string>& row) {
    return row.at("country") + " " + row.at("year") + " " + row.at("phase") + " " +
           row.at("currency") + " " + row.at("bucket");
  };
  std::map<std::string, Int128> open;  // what the totals say, less what the lines say
  std::size_t money = 0;
  std::map<std::string, Int128> parts;
  for (const auto& row : ReadCommaTable(Read("run/totals.csv"))) {
    const Int128 amount = ExactUnits(row.at("amount"));
    std::string group = key_of(row);
    group.resize(group.rfind(' '));
    if (row.at("bucket") == "total") {
      EXPECT_TRUE(parts[group] == amount) << group << ": the buckets are not the total";
      continue;
    }
    parts[group] += amount;
    open[key_of(row)] += amount;
    if (amount != 0) ++money;
  }
  EXPECT_GT(money, 20U);
  std::size_t lines = 0;
  for (const auto& row : ReadCommaTable(Read("run/lines.csv"))) {
    ++lines;
    open[key_of(row)] -= ExactUnits(row.at("allocated"));
  }
  EXPECT_GT(lines, 30'000U);
  std::vector<std::string> unequal;
  for (const auto& [key, difference] : open) {
    if (difference != 0) unequal.push_back(key);
  }
  EXPECT_THAT(unequal, IsEmpty());
}

}  // namespace
}  // namespace tranche
