#include "engine/tally/totals.h"

#include "absl/status/status.h"

namespace tranche {
namespace {

absl::Status OutOfRange(const LineGroup& group) {
  return absl::OutOfRangeError("a sum of " + group.country.ToString() + " " +
                               std::to_string(group.year) +
                               " is larger than the program can hold exactly");
}

[[nodiscard]] bool AddSum(std::uint64_t lines, AllocatedAmount amount, AllocatedSum* total) {
  total->lines += lines;
  return AddTo(amount, &total->amount);
}

/// Adds one signature's money to every breakdown of its group.
[[nodiscard]] bool AddCell(const Signature& signature, const TallyCell& cell,
                           const Rulebook& rulebook, GroupTotals* totals) {
  const RuleId rule = signature.Decider();
  const std::optional<ItemId> item =
      rule == kOtherwiseRule ? std::nullopt : rulebook.rules[rule].item;
  const auto whole = AllocatedAmount::Of(cell.sum);
  if (!whole || !AddSum(cell.lines, *whole, &totals->total)) return false;
  for (const Outcome::Part& part : rulebook.OutcomeOf(rule).parts) {
    if (part.share == Share()) continue;  // 0 %: stated by the book, but no line goes there
    const auto allocated = AllocatedAmount::Of(cell.sum, part.share);
    if (!allocated) return false;
    if (!AddSum(cell.lines, *allocated, &totals->buckets[part.bucket])) return false;
    if (!AddSum(cell.lines, *allocated, &totals->items[{item, part.bucket}])) return false;
    if (!AddSum(cell.lines, *allocated, &totals->rules[{rule, part.bucket}])) return false;
  }
  for (const RuleId untested : signature.untested) {
    if (!AddSum(cell.lines, *whole, &totals->untested[untested])) return false;
  }
  return true;
}

absl::Status CheckConserved(const GroupTotals& totals) {
  AllocatedAmount sum;
  for (const AllocatedSum& bucket : totals.buckets) {
    if (!AddTo(bucket.amount, &sum)) return OutOfRange(totals.group);
  }
  if (sum == totals.total.amount) return absl::OkStatus();
  return absl::InternalError("the buckets of " + totals.group.country.ToString() + " " +
                             std::to_string(totals.group.year) + " add up to " + sum.ToString() +
                             " instead of " + totals.total.amount.ToString() +
                             ": a defect of the program, please report it");
}

}  // namespace

absl::StatusOr<std::vector<GroupTotals>> ApplyDefinition(const Tally& tally,
                                                         const Rulebook& rulebook) {
  std::vector<GroupTotals> all;
  all.reserve(tally.groups().size());
  for (const auto& [group, cells] : tally.groups()) {
    GroupTotals totals;
    totals.group = group;
    totals.buckets.resize(rulebook.buckets.size());
    for (const auto& [signature, cell] : cells) {
      if (!AddCell(signature, cell, rulebook, &totals)) return OutOfRange(group);
    }
    const absl::Status conserved = CheckConserved(totals);
    if (!conserved.ok()) return conserved;
    all.push_back(std::move(totals));
  }
  return all;
}

}  // namespace tranche
