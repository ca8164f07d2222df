// The claims of the README on real exports: figures of the engine against sums that awk computes
// from the same files, and against totals that the governments published.
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/report/tables.h"
#include "engine/run/classify.h"
#include "tests/real/real_data.h"

namespace tranche {
namespace {

struct AwkSum {
  std::string sum;
  long rows = 0;
  long unreadable = 0;
};

AwkSum SumByAwk(const std::string& path, const std::string& delimiter, const std::string& amount,
                const std::string& where) {
  const std::string command =
      "LC_ALL=C awk -f '" TRANCHE_SOURCE_DIR "/tests/real/sum.awk' -v delimiter='" + delimiter +
      "' -v amount='" + amount + "' -v where='" + where + "' '" + path + "'";
  struct Closer {
    void operator()(std::FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<std::FILE, Closer> pipe(popen(command.c_str(), "r"));
  std::array<char, 256> line{};
  AwkSum sum;
  if (pipe == nullptr || std::fgets(line.data(), line.size(), pipe.get()) == nullptr) return sum;
  std::istringstream(line.data()) >> sum.sum >> sum.rows >> sum.unreadable;
  return sum;
}

ClassifyRequest RequestOf(std::vector<std::string> files) {
  ClassifyRequest request;
  request.home = Home{TRANCHE_SOURCE_DIR};
  request.files = std::move(files);
  request.threads = 2;
  return request;
}

/// A rulebook that counts what `when` takes, and nothing else.
std::string BookThatCounts(const std::string& when) {
  const std::string path = ::testing::TempDir() + "/counts-" + std::to_string(::getpid()) + ".yaml";
  std::ofstream(path) << "rulebook: counts\nformat: 1\ntitle: Counts one thing\nversion: \"1\"\n"
                         "buckets:\n  counted: {title: Counted}\n  other: {title: Other}\n"
                         "otherwise: other\nitems: {it: {counts: counted}}\nrules:\n"
                         "  - {id: the-rule, is: it, when: "
                      << when << "}\n";
  return path;
}

const GroupResult* FindGroup(const ClassifyOutcome& outcome, int year, Phase phase) {
  if (!outcome.result) return nullptr;
  for (const GroupResult& group : outcome.result->groups) {
    if (group.totals.group.year == year && group.totals.group.phase == phase) return &group;
  }
  return nullptr;
}

void ExpectClean(const ClassifyOutcome& outcome) {
  ASSERT_TRUE(outcome.status.ok()) << outcome.status;
  EXPECT_EQ(outcome.diagnostics.ToText(), "");
  ASSERT_TRUE(outcome.result.has_value());
  EXPECT_FALSE(outcome.result->HasFindings());
  EXPECT_EQ(outcome.result->rejected_count, 0U);
}

using RealExports = OnRealData;

TEST_F(RealExports, GermanDefenceFunctionAgreesWithAwk) {
  ClassifyRequest request = RequestOf({Path("de-bundeshaushalt/bundeshaushalt_2012.csv"),
                                       Path("de-bundeshaushalt/bundeshaushalt_2013.csv"),
                                       Path("de-bundeshaushalt/bundeshaushalt_2014.csv")});
  request.rulebook_path = BookThatCounts("{code: {deu-funktion: \"03\"}}");
  const ClassifyOutcome outcome = RunClassify(request);
  ExpectClean(outcome);
  for (int i = 0; i < 3; ++i) {
    const AwkSum sum = SumByAwk(request.files[static_cast<std::size_t>(i)], ",", "amount",
                                "flow~^ausgaben$&funktion_3_address~^03");
    const GroupResult* group = FindGroup(outcome, 2012 + i, Phase::kAdopted);
    ASSERT_NE(group, nullptr);
    EXPECT_EQ(sum.unreadable, 0);
    EXPECT_GT(sum.rows, 100);
    EXPECT_EQ(group->totals.buckets[0].amount.ToString(), sum.sum) << 2012 + i;
  }
  EXPECT_EQ(FindGroup(outcome, 2012, Phase::kAdopted)->totals.buckets[0].amount.ToString(),
            "31734084000");
}

TEST_F(RealExports, SpainsLeavesAddUpToThePublishedTotal) {
  const ClassifyRequest request =
      RequestOf({Path("es-pge/2015-gastos.csv"), Path("es-pge/2017-gastos.csv")});
  const ClassifyOutcome outcome = RunClassify(request);
  ExpectClean(outcome);
  for (const FileResult& file : outcome.result->files) {
    EXPECT_EQ(file.control_totals_met, 1U) << file.name;
    const CurrencyCode euro = *CurrencyCode::Parse("EUR");
    EXPECT_TRUE(file.account.rows_dropped.contains({"internal transfer", euro})) << file.name;
    EXPECT_TRUE(file.account.rows_dropped.contains({"subtotal of the rows below it", euro}));
    const AwkSum chapters =
        SumByAwk(file.name, ";", "IMPORTE", "ECONOMICA~^.$&FUNCIONAL~^([1-9]|0[1-9]|00[1-9])");
    const int year = file.name.find("2015") != std::string::npos ? 2015 : 2017;
    EXPECT_EQ(FindGroup(outcome, year, Phase::kAdopted)->totals.total.amount.ToString(),
              chapters.sum);
  }
  EXPECT_EQ(FindGroup(outcome, 2017, Phase::kAdopted)->totals.total.amount.ToString(),
            "443133329500");
}

TEST_F(RealExports, ItalysWindows1252FileIsReadWhole) {
  const ClassifyRequest request = RequestOf({Path("it-bilancio-stato/2016-lbp.csv")});
  const ClassifyOutcome outcome = RunClassify(request);
  ExpectClean(outcome);
  const AwkSum sum = SumByAwk(request.files[0], ";", "lb_cp_a1", "");
  EXPECT_EQ(sum.unreadable, 0);
  EXPECT_EQ(sum.rows, 4715);
  const GroupResult* group = FindGroup(outcome, 2016, Phase::kAdopted);
  ASSERT_NE(group, nullptr);
  EXPECT_EQ(group->totals.total.amount.ToString(), sum.sum);
  EXPECT_EQ(group->totals.total.lines, 4715U);
}

TEST_F(RealExports, AmericanSubfunction051AgreesWithAwk) {
  ClassifyRequest request = RequestOf({Path("us-omb-fy2016/outlays.csv")});
  request.rulebook_path = BookThatCounts("{code: {usa-subfunction: \"051\"}}");
  const ClassifyOutcome outcome = RunClassify(request);
  ExpectClean(outcome);
  const AwkSum sum = SumByAwk(request.files[0], ",", "2014", "Subfunction Code~^051$");
  EXPECT_EQ(sum.unreadable, 0);
  const GroupResult* group = FindGroup(outcome, 2014, Phase::kOutturn);
  ASSERT_NE(group, nullptr);
  EXPECT_EQ(group->totals.buckets[0].amount.ToString(), sum.sum + "000");
  // 59 years and the quarter "TQ", which belongs to no fiscal year.
  const FileAccount& account = outcome.result->files[0].account;
  EXPECT_EQ(account.cells_used, 60 * account.rows_used);
  EXPECT_EQ(account.lines, 59 * account.rows_used);
  ASSERT_EQ(account.cells_dropped.size(), 1U);
  EXPECT_EQ(account.cells_dropped.begin()->second.count, account.rows_used);
}

TEST_F(RealExports, OneRunOverAllOfThemHasFourCountriesAndNoFindings) {
  ClassifyRequest request =
      RequestOf({Path("de-bundeshaushalt/bundeshaushalt_2012.csv"),
                 Path("de-bundeshaushalt/bundeshaushalt_2013.csv"),
                 Path("de-bundeshaushalt/bundeshaushalt_2014.csv"), Path("es-pge/2015-gastos.csv"),
                 Path("es-pge/2017-gastos.csv"), Path("it-bilancio-stato/2016-lbp.csv"),
                 Path("us-omb-fy2016/outlays.csv")});
  request.selection.years = {2014, 2016, 2017};
  const ClassifyOutcome outcome = RunClassify(request);
  ExpectClean(outcome);
  std::set<CountryCode> countries;
  for (const GroupResult& group : outcome.result->groups) {
    countries.insert(group.totals.group.country);
    EXPECT_TRUE(group.gdp.has_value()) << group.country_name << group.totals.group.year;
  }
  EXPECT_EQ(countries.size(), 4U);
}

TEST_F(RealExports, ATotalDoesNotDependOnThreadsOrChunks) {
  for (const char* name : {"es-pge/2017-gastos.csv", "it-bilancio-stato/2016-lbp.csv"}) {
    std::string first;
    for (const auto& [threads, chunk] : {std::pair<int, std::size_t>{1, 1 << 20}, {3, 4096}}) {
      ClassifyRequest request = RequestOf({Path(name)});
      request.threads = threads;
      request.chunk_size_bytes = chunk;
      const ClassifyOutcome outcome = RunClassify(request);
      ExpectClean(outcome);
      const std::string tables = TotalsCsv(*outcome.result) + RulesCsv(*outcome.result);
      if (first.empty()) first = tables;
      EXPECT_EQ(tables, first) << name;
    }
  }
}

// Sums of the paragraphs (codes of two digits), in 0.1 million.
TEST_F(RealExports, DenmarksLeavesAddUpToItsParagraphs) {
  const std::vector<std::pair<int, std::string>> totals = {
      {2012, "690317900000"}, {2015, "709827100000"}, {2016, "701941900000"},
      {2017, "713631500000"}, {2020, "857437900000"}, {2021, "908082700000"}};
  for (const auto& [year, total] : totals) {
    const ClassifyRequest request =
        RequestOf({Path("dk-finanslov/expenses-" + std::to_string(year) + "-expenses.csv")});
    const ClassifyOutcome outcome = RunClassify(request);
    ASSERT_TRUE(outcome.status.ok()) << outcome.status;
    // Some years have a row with a stray quote. Its money stays, as the remainder of the row above.
    EXPECT_LE(outcome.result->rejected_count, 1U);
    EXPECT_EQ(outcome.result->files[0].suspicions, std::vector<std::string>());
    const GroupResult* group = FindGroup(outcome, year, Phase::kAdopted);
    ASSERT_NE(group, nullptr);
    EXPECT_EQ(group->totals.total.amount.ToString(), total);
  }
}

}  // namespace
}  // namespace tranche
