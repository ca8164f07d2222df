#include "engine/run/classify.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "engine/report/json_report.h"
#include "engine/report/tables.h"

namespace tranche {
namespace {

const char kHeader[] = "country,year,phase,currency,amount,key,description,parents,nature,cofog\n";

std::string FileOf(const std::string& rows) {
  static int count = 0;
  const std::string path = ::testing::TempDir() + "/classify-" + std::to_string(::getpid()) + "-" +
                           std::to_string(count++) + ".csv";
  std::ofstream(path) << kHeader << rows;
  return path;
}

ClassifyRequest RequestOf(const std::string& path) {
  ClassifyRequest request;
  request.home = Home{TRANCHE_SOURCE_DIR};
  request.files = {path};
  request.part_of_budget = true;
  return request;
}

/// A few thousand rows, some of them broken, some quoted over several lines.
std::string ManyRows() {
  std::mt19937 random(7);
  std::string rows;
  for (int i = 0; i < 3000; ++i) {
    switch (random() % 8) {
      case 0:
        rows += "DEU,2024,adopted,EUR,n/a," + std::to_string(i) + ",Wort,,,\n";
        break;
      case 1:
        rows += "DEU,2024,adopted,EUR,5," + std::to_string(i) + ",\"never closed,,,\n";
        break;
      case 2:
        rows += "GBR,2025,adopted,GBP,-7.25," + std::to_string(i) + ",\"coast\nguard\",,,03.1.0\n";
        break;
      default:
        rows += "DEU,2024,adopted,EUR," + std::to_string(random() % 100000) + "," +
                std::to_string(i) + ",Neubau der Rheinbrücke,Heer,capital,02.1.0\n";
    }
  }
  return rows;
}

/// Each ministry's name stands in its first row only; now and then a row has a cell too many.
std::string FilledDownRows() {
  std::string rows = "ministry,description,amount\n";
  for (int i = 0; i < 5000; ++i) {
    const bool is_first = i % 13 == 0;
    rows += (is_first ? "Ministry " + std::to_string(i) : "") + ",Item " + std::to_string(i) + "," +
            std::to_string(i * 7 % 1000) + (i % 501 == 500 ? ",x\n" : "\n");
  }
  return rows;
}

TEST(RunClassify, WhatIsFilledDownDoesNotDependOnThreadsOrChunks) {
  const std::string stem = ::testing::TempDir() + "/filled-" + std::to_string(::getpid());
  std::ofstream(stem + ".csv") << FilledDownRows();
  std::ofstream(stem + ".yaml")
      << "layout: filled\nformat: 1\ncountry: DEU\ncurrency: EUR\nphase: adopted\n"
         "year: {value: 2024}\namount: amount\nfill_down: ministry\nkey: [ministry, description]\n"
         "text: {description: description, ministry: {column: ministry, of: parents}}\n";
  ClassifyRequest request = RequestOf(stem + ".csv");
  request.layout_path = stem + ".yaml";
  request.lines = true;
  std::string expected;
  int run = 0;
  for (const int threads : {1, 4}) {
    for (const std::size_t chunk : {std::size_t{100}, std::size_t{3000}, std::size_t{1} << 20}) {
      request.threads = threads;
      request.chunk_size_bytes = chunk;
      request.out_folder = stem + "-" + std::to_string(run++);
      const ClassifyOutcome outcome = RunClassify(request);
      ASSERT_TRUE(outcome.status.ok()) << outcome.status;
      std::stringstream lines;
      lines << std::ifstream(request.out_folder + "/lines.csv").rdbuf();
      ASSERT_NE(lines.str().find("Ministry 13|Item 14"), std::string::npos);
      if (expected.empty()) expected = lines.str();
      EXPECT_EQ(lines.str(), expected) << threads << " threads, chunks of " << chunk;
    }
  }
}

TEST(RunClassify, TheResultDoesNotDependOnThreadsOrChunks) {
  const std::string path = FileOf(ManyRows());
  std::string expected;
  for (const int threads : {1, 4}) {
    for (const std::size_t chunk : {std::size_t{300}, std::size_t{5000}, std::size_t{1} << 20}) {
      ClassifyRequest request = RequestOf(path);
      request.threads = threads;
      request.chunk_size_bytes = chunk;
      const ClassifyOutcome outcome = RunClassify(request);
      ASSERT_TRUE(outcome.status.ok() && outcome.result) << outcome.status;
      const std::string report = JsonReport(*outcome.result) + RulesCsv(*outcome.result);
      if (expected.empty()) expected = report;
      EXPECT_EQ(report, expected) << threads << " threads, chunks of " << chunk;
    }
  }
}

TEST(RunClassify, EveryRowIsUsedDroppedOrRejected) {
  const ClassifyOutcome outcome = RunClassify(RequestOf(FileOf(ManyRows())));
  ASSERT_TRUE(outcome.result);
  const FileAccount& account = outcome.result->files[0].account;
  EXPECT_EQ(account.Violations(), std::vector<std::string>());
  EXPECT_EQ(account.rows_read, account.rows_used + account.rows_rejected);
  EXPECT_GT(account.rows_rejected, 500U);
  EXPECT_TRUE(outcome.result->HasFindings());
}

TEST(RunClassify, StopsWhenItIsTold) {
  const std::atomic<bool> cancelled{true};
  ClassifyRequest request = RequestOf(FileOf(ManyRows()));
  request.cancelled = &cancelled;
  const ClassifyOutcome outcome = RunClassify(request);
  EXPECT_TRUE(absl::IsCancelled(outcome.status));
  EXPECT_FALSE(outcome.result);
}

TEST(RunClassify, FilesThatMeetAreAQuestionUnlessTheyAreToBeAdded) {
  const std::string rows = "DEU,2024,adopted,EUR,5,1,Wort,,,\n";
  ClassifyRequest request = RequestOf(FileOf(rows));
  request.files.push_back(FileOf(rows));
  EXPECT_TRUE(absl::IsFailedPrecondition(RunClassify(request).status));
  request.add_files = true;
  const ClassifyOutcome outcome = RunClassify(request);
  ASSERT_TRUE(outcome.result) << outcome.status;
  EXPECT_EQ(outcome.result->groups[0].totals.total.amount.ToString(), "10");
}

TEST(RunClassify, BudgetYearsHaveTheGdpOfTheirMonths) {
  ClassifyRequest request =
      RequestOf(FileOf("DEU,2024,adopted,EUR,5,1,Wort,,,\nDEU,2023,adopted,EUR,5,1,Wort,,,\n"));
  const std::string folder = ::testing::TempDir() + "/fiscal-" + std::to_string(::getpid());
  std::ofstream(folder + ".gdp.csv") << "country,year,currency,gdp,unit,source,edition\n"
                                        "DEU,2023,EUR,100,1,x,y\nDEU,2024,EUR,160,1,x,y\n";
  std::ofstream(folder + ".yaml")
      << "layout: fiscal\nformat: 1\ncountry: {column: country}\ncurrency: EUR\nphase: adopted\n"
         "year: {column: year, starts: 4, named_by: start}\namount: amount\n"
         "text: {description: description}\n";
  request.gdp_path = folder + ".gdp.csv";
  request.layout_path = folder + ".yaml";
  const ClassifyOutcome outcome = RunClassify(request);
  ASSERT_TRUE(outcome.result) << outcome.status << outcome.diagnostics.ToText();
  ASSERT_EQ(outcome.result->groups.size(), 2U);
  EXPECT_EQ(outcome.result->groups[0].gdp->amount.ToString(), "115");
  EXPECT_EQ(outcome.result->groups[0].gdp->note, "budget years from April, weighted by months");
  EXPECT_FALSE(outcome.result->groups[1].gdp) << "there is no GDP of 2025";
  EXPECT_EQ(outcome.result->groups[1].no_gdp_because,
            "a budget year from April needs the figures of 2024 and 2025");
}

}  // namespace
}  // namespace tranche
