#include "engine/report/breakdown.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tranche {
namespace {

constexpr int kDataDecimals = 3;

std::string PercentOfGdp(const GroupResult& group, AllocatedAmount amount) {
  const std::optional<Ratio> ratio = ShareOfGdp(group, amount);
  return ratio ? ratio->Percent(kDataDecimals) : std::string();
}

MoneyRow RowOf(const GroupResult& group, std::string_view bucket, const AllocatedSum& sum) {
  MoneyRow row;
  row.bucket = bucket;
  row.lines = sum.lines;
  row.amount = sum.amount;
  row.percent_of_gdp = PercentOfGdp(group, sum.amount);
  return row;
}

/// An item's area says something of the bucket that has this area, and nothing of the others that
/// a split puts money into: a sum by area must not hold excluded money.
std::string_view AreaIn(const Item& item, const Bucket& bucket) {
  const bool has_area =
      std::find(bucket.areas.begin(), bucket.areas.end(), item.area) != bucket.areas.end();
  return has_area ? std::string_view(item.area) : std::string_view();
}

}  // namespace

std::string_view RuleLabel(const Rulebook& book, RuleId rule) {
  if (rule < kFirstPseudoRule) return book.rules[rule].id;
  if (rule == kDecisionRule) return kDecisionRuleName;
  return rule == kStaleDecisionRule ? kStaleDecisionRuleName : kOtherwiseRuleName;
}

std::string ItemLabel(const Rulebook& book, RuleId rule, std::optional<ItemId> item) {
  if (item) return book.items[*item].name;
  const std::string label(RuleLabel(book, rule));
  return rule < kFirstPseudoRule ? "(rule " + label + ")" : label;
}

std::vector<MoneyRow> BucketRows(const Rulebook& book, const GroupResult& group) {
  std::vector<MoneyRow> rows;
  for (BucketId bucket = 0; bucket < book.buckets.size(); ++bucket) {
    rows.push_back(RowOf(group, book.buckets[bucket].name, group.totals.buckets[bucket]));
  }
  rows.push_back(RowOf(group, "total", group.totals.total));
  return rows;
}

std::vector<MoneyRow> ItemRows(const Rulebook& book, const GroupResult& group) {
  std::vector<MoneyRow> rows;
  for (const auto& [key, sum] : group.totals.items) {
    if (!key.item) continue;  // told apart by rule below
    const Item& item = book.items[*key.item];
    const Bucket& bucket = book.buckets[key.bucket];
    rows.push_back(RowOf(group, bucket.name, sum));
    rows.back().item = item.name;
    rows.back().area = AreaIn(item, bucket);
  }
  for (const auto& [key, sum] : group.totals.rules) {
    if (key.item) continue;
    rows.push_back(RowOf(group, book.buckets[key.bucket].name, sum));
    rows.back().item = ItemLabel(book, key.rule, key.item);
  }
  return rows;
}

std::vector<MoneyRow> RuleRows(const Rulebook& book, const GroupResult& group) {
  std::vector<MoneyRow> rows;
  for (const auto& [key, sum] : group.totals.rules) {
    rows.push_back(RowOf(group, book.buckets[key.bucket].name, sum));
    rows.back().rule = RuleLabel(book, key.rule);
    rows.back().item = ItemLabel(book, key.rule, key.item);
  }
  return rows;
}

std::vector<TargetRow> TargetRows(const Rulebook& book, const GroupResult& group) {
  std::vector<TargetRow> rows;
  for (const Target& target : book.targets) {
    TargetRow row;
    row.target = target.name;
    row.required_percent = (target.up_to ? *target.up_to : *target.at_least).PercentDigits();
    if (const TargetResult* found = FindTarget(group, target)) {
      row.percent_of_gdp = found->percent.Percent(kDataDecimals);
      row.counted_percent = found->counted.Percent(kDataDecimals);
      row.gap_percent = found->counted.GapPercent(found->required, kDataDecimals);
      if (const auto gap = found->counted.GapTo(found->required)) row.gap_amount = gap->ToString();
      row.met = found->met;
      row.low_percent = found->low.Percent(kDataDecimals);
      row.high_percent = found->high.Percent(kDataDecimals);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

const TargetResult* FindTarget(const GroupResult& group, const Target& target) {
  for (const TargetResult& found : group.targets) {
    if (found.target == &target) return &found;
  }
  return nullptr;
}

std::optional<Ratio> ShareOfGdp(const GroupResult& group, AllocatedAmount amount) {
  if (!group.gdp) return std::nullopt;
  return Ratio::Of(amount, group.gdp->amount);
}

ReadSums SumsRead(const ClassifyResult& result, const FileAccount& account) {
  std::set<LineGroup> reported;
  for (const GroupResult& group : result.groups) reported.insert(group.totals.group);
  ReadSums sums;
  for (const auto& [group, read] : account.read_by_group) {
    CountedSum& sum = (reported.contains(group) ? sums.asked : sums.not_asked)[group.currency];
    sum.count += read.count;
    if (const auto total = sum.sum.Plus(read.sum)) sum.sum = *total;
  }
  return sums;
}

}  // namespace tranche
