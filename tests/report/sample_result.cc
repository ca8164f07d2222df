#include "tests/report/sample_result.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

namespace tranche {
namespace {

constexpr BucketId kDirect = 0, kBroader = 1, kExcluded = 2, kUndecided = 3, kNetted = 4;

Share Percent(int percent) { return Share::FromMillionths(percent * 10'000); }

Outcome AllTo(BucketId bucket) { return Outcome::Whole(bucket); }

Item MakeItem(std::string name, Outcome counts, std::string area = "") {
  Item item;
  item.name = std::move(name);
  item.counts = std::move(counts);
  item.area = std::move(area);
  return item;
}

Rule MakeRule(std::string id, std::optional<ItemId> item) {
  Rule rule;
  rule.id = std::move(id);
  rule.item = item;
  if (!item) rule.outcome = AllTo(kUndecided);
  return rule;
}

Target MakeTarget(std::string name, std::vector<BucketId> of, std::optional<Share> at_least) {
  Target target;
  target.name = std::move(name);
  target.of = std::move(of);
  target.at_least = at_least;
  return target;
}

void AddTargets(Rulebook* book) {
  book->targets.push_back(MakeTarget("guideline-2014", {kDirect}, Percent(2)));
  book->targets.push_back(MakeTarget("core-2035", {kDirect}, Share::FromMillionths(35'000)));
  book->targets.push_back(MakeTarget("broader-2035", {kBroader}, std::nullopt));
  book->targets.back().up_to = Share::FromMillionths(15'000);
  book->targets.push_back(MakeTarget("total-2035", {kDirect, kBroader}, Percent(5)));
  book->targets.back().caps.emplace_back(kBroader, Share::FromMillionths(15'000));
}

void Add(std::uint64_t lines, AllocatedAmount amount, AllocatedSum* sum) {
  sum->lines += lines;
  ASSERT_TRUE(AddTo(amount, &sum->amount));
}

template <typename Key>
void Count(const Key& key, std::uint64_t count, Amount amount, std::map<Key, CountedSum>* sums) {
  CountedSum& sum = (*sums)[key];
  sum.count += count;
  ASSERT_TRUE(AddTo(amount, &sum.sum));
}

}  // namespace

std::shared_ptr<const Rulebook> SampleBook() {
  auto book = std::make_shared<Rulebook>();
  book->name = "sample-book";
  book->title = "3.5 % core defence + up to 1.5 % broader security";
  book->version = "7";
  book->buckets = {{"direct-military", "Core defence", {}, {}},
                   {"broader-security", "Broader security", {"infrastructure", "preparedness"}, {}},
                   {"excluded", "Not security spending", {}, {}},
                   {"undecided", "Undecided", {}, {}},
                   {"netted", "Netted", {}, {}}};
  const Outcome split = Outcome::Split({{kBroader, Percent(25)}, {kExcluded, Percent(75)}});
  book->otherwise = AllTo(kExcluded);
  book->items = {MakeItem("armed-forces", AllTo(kDirect)),
                 MakeItem("coast-guard", AllTo(kBroader), "preparedness"),
                 MakeItem("roads", split, "infrastructure"),
                 MakeItem("gendarmerie", AllTo(kUndecided)),
                 MakeItem("internal-transfer", AllTo(kNetted))};
  book->rules = {MakeRule("army", 0),           MakeRule("coast-guard-by-code", 1),
                 MakeRule("roads-by-words", 2), MakeRule("gendarmes", 3),
                 MakeRule("transfers", 4),      MakeRule("one-off", std::nullopt)};
  AddTargets(book.get());
  book->files = {{"sample-book.yaml", "rulebook: sample-book\n"},
                 {"recognise/roads.yaml", "- id: roads-by-words\n"}};
  return book;
}

LineGroup GroupOf(std::string_view country, std::int16_t year, Phase phase,
                  std::string_view currency) {
  return {*CountryCode::Parse(country), year, phase, *CurrencyCode::Parse(currency)};
}

ClassifyResult EmptyResult() {
  ClassifyResult result;
  result.rulebook = SampleBook();
  result.gdp_path = "reference/gdp.csv";
  return result;
}

GroupResult& AddGroup(const LineGroup& group, std::string name, ClassifyResult* result) {
  GroupResult& added = result->groups.emplace_back();
  added.totals.group = group;
  added.totals.buckets.resize(result->rulebook->buckets.size());
  added.country_name = std::move(name);
  return added;
}

void AddMoney(RuleId rule, std::uint64_t lines, Amount amount, ClassifyResult* result) {
  const Rulebook& book = *result->rulebook;
  GroupTotals& totals = result->groups.back().totals;
  Add(lines, *AllocatedAmount::Of(amount), &totals.total);
  const std::optional<ItemId> item = rule == kOtherwiseRule ? std::nullopt : book.rules[rule].item;
  const Allocation shares = *book.AllocationOf(book.OutcomeOf(rule), 2024);
  for (const Allocation::Part& part : shares.parts) {
    const AllocatedAmount allocated = *AllocatedAmount::Of(amount, part.share);
    Add(lines, allocated, &totals.buckets[part.bucket]);
    Add(lines, allocated, &totals.items[{item, part.bucket}]);
    Add(lines, allocated, &totals.rules[{rule, item, part.bucket}]);
  }
  if (result->files.empty()) return;
  FileAccount& account = result->files.back().account;
  account.rows_read += lines;
  account.rows_used += lines;
  account.cells_used += lines;
  account.lines += lines;
  Count(totals.group, lines, amount, &account.read_by_group);
}

void SetGdp(Amount gdp, std::string note, ClassifyResult* result) {
  GroupResult& group = result->groups.back();
  group.gdp = GdpFigure{gdp, group.totals.group.currency, "Institute of Examples", "spring 2025",
                        std::move(note)};
  std::vector<std::string> problems;
  group.targets = EvaluateTargets(*result->rulebook, group.totals, gdp, &problems);
  EXPECT_TRUE(problems.empty());
}

FileResult& AddFile(std::string name, ClassifyResult* result) {
  FileResult& file = result->files.emplace_back();
  file.name = std::move(name);
  file.layout_name = "sample-layout";
  file.layout_title = "Budget by ministry";
  return file;
}

namespace {

/// Rows, cells and lines of the first file that did not become money of a group.
void AddLosses(FileResult* file) {
  FileAccount& account = file->account;
  const CurrencyCode eur = *CurrencyCode::Parse("EUR");
  Count({"revenue", eur}, 1204, Amount::FromUnits(311'600'000'000), &account.rows_dropped);
  Count({"internal transfer", eur}, 2, Amount::FromMicros(12'500'000), &account.rows_dropped);
  account.rows_read += 1204 + 2 + 1;
  account.rows_rejected += 1;
  Count({"transition quarter", eur}, 3, Amount::FromUnits(900), &account.cells_dropped);
  account.cells_used += 3 + 10 + 2 + 40;
  account.cells_empty += 10;
  account.cells_rejected += 2;
  account.lines_not_asked += 40;
  Count(GroupOf("DEU", 2020, Phase::kOutturn, "EUR"), 40, Amount::FromUnits(2'000'000),
        &account.read_by_group);
  Count(eur, 5, Amount::FromUnits(77'000), &account.counted_below);
  account.rounded_off_picos = 123'000;
  file->assumptions = {"encoding utf-8 (detected)", "column amount is 'Betrag'"};
  file->suspicions = {"3 cells of 'Titel' do not fit '(?<code>\\d+) .*' and have no parts"};
  file->companions = {"functions.csv"};
  file->control_totals_met = 1;
  file->unmet_control_totals = {
      "plan.csv: the control total of 2025 is not met: read 10 EUR, expected 12 EUR"};
}

void AddRejects(ClassifyResult* result) {
  result->rejected_count = 3;
  result->first_rejected = {
      {"plan.csv", 18, 1043, "Betrag", "amount 'n/a' is no number", "DEU;2024;n/a"},
      {"plan.csv", 1210, 80'412, "", "3 cells instead of 7", "x;\"y\";z"},
      {"plan.csv", 1211, 80'431, "Betrag", "amount '1.23,4' has a group of two digits", ""}};
}

}  // namespace

ClassifyResult SampleResult() {
  ClassifyResult result = EmptyResult();
  AddFile("plan.csv", &result);
  AddGroup(GroupOf("DEU", 2024, Phase::kAdopted, "EUR"), "Germany", &result);
  AddMoney(kArmy, 5810, Amount::FromMicros(Int128{68'123'456'789} * 1'000'000 + 250'000), &result);
  AddMoney(kCoastGuard, 12, Amount::FromUnits(812'000'000), &result);
  AddMoney(kRoads, 301, Amount::FromMicros(Int128{9'000'000'001} * 1'000'000 + 10'000), &result);
  AddMoney(kOtherwiseRule, 901, Amount::FromUnits(390'000'000'000), &result);
  AddMoney(kGendarmes, 4, Amount::FromUnits(24'000'000'000), &result);
  AddMoney(kOneOff, 1, Amount::FromUnits(1'000'000'000), &result);
  AddMoney(kTransfers, 2, Amount::FromUnits(-5'000'000), &result);
  SetGdp(Amount::FromUnits(4'305'260'000'000), "", &result);
  UntestedRules untested;
  untested.missing = {"the nature"};
  untested.rules = {kRoads};
  untested.sums[result.groups.back().totals.group] = {
      901, *AllocatedAmount::Of(Amount::FromUnits(390'000'000'000))};
  result.untested.push_back(untested);
  result.groups.back().totals.untested[kRoads] = untested.sums.begin()->second;
  AddGroup(GroupOf("DEU", 2025, Phase::kDraft, "EUR"), "Germany", &result);
  AddMoney(kArmy, 5700, Amount::FromUnits(86'000'000'000), &result);
  AddLosses(&result.files.back());

  FileResult& second = AddFile("north/accounts.csv", &result);
  second.control_totals_met = 2;
  AddGroup(GroupOf("EST", 2024, Phase::kOutturn, "EUR"), "Estonia", &result);
  AddMoney(kArmy, 40, Amount::FromUnits(1'386'000'000), &result);
  AddMoney(kCoastGuard, 3, Amount::FromUnits(640'000'000), &result);
  AddMoney(kOtherwiseRule, 220, Amount::FromUnits(16'000'000'000), &result);
  SetGdp(Amount::FromUnits(39'600'000'000), "estimate", &result);
  AddGroup(GroupOf("NOR", 2024, Phase::kOutturn, "NOK"), "Norway", &result);
  AddMoney(kArmy, 77, Amount::FromUnits(181'800'000'000), &result);
  SetGdp(Amount::FromUnits(5'197'000'000'000), "", &result);
  AddRejects(&result);
  return result;
}

void ExpectGolden(const std::string& text, const std::string& name) {
  const std::string path = std::string(TRANCHE_TEST_DATA) + "/golden/report/" + name;
  if (std::getenv("TRANCHE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing";
  std::stringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(text, expected.str());
}

}  // namespace tranche
