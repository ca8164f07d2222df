#include "engine/tally/totals.h"

#include <string>

#include "absl/status/status.h"
#include "engine/match/verdict.h"

namespace tranche {
namespace {

absl::Status OutOfRange(const LineGroup& group) {
  return absl::OutOfRangeError("a sum of " + group.country.ToString() + " " +
                               std::to_string(group.year) +
                               " is larger than the program can hold exactly");
}

/// An outcome whose first step comes later.
absl::Status NoValueIn(std::int16_t year, const Outcome& outcome) {
  const std::string place = PlaceOf(outcome.span);
  return absl::FailedPreconditionError(
      place + (place.empty() ? "" : ": ") + "the rulebook says nothing of " + std::to_string(year) +
      " here, and there is money of that year; add an earlier year to the values (for example "
      "{2000: 0 %, 2027: 30 %}), or leave the year out with --year");
}

[[nodiscard]] bool AddSum(std::uint64_t lines, AllocatedAmount amount, AllocatedSum* total) {
  total->lines += lines;
  return AddTo(amount, &total->amount);
}

/// Adds one signature's money to every breakdown of its group.
[[nodiscard]] bool AddCell(const Signature& signature, const TallyCell& cell,
                           const Verdict& verdict, const Allocation& allocation,
                           GroupTotals* totals) {
  const auto whole = AllocatedAmount::Of(cell.sum);
  if (!whole || !AddSum(cell.lines, *whole, &totals->total)) return false;
  for (const Allocation::Part& part : allocation.parts) {
    if (part.share == Share()) continue;  // 0 %: stated by the book, but no line goes there
    const auto allocated = AllocatedAmount::Of(cell.sum, part.share);
    if (!allocated) return false;
    if (!AddSum(cell.lines, *allocated, &totals->buckets[part.bucket])) return false;
    if (!AddSum(cell.lines, *allocated, &totals->items[{verdict.item, part.bucket}])) return false;
    const RuleKey key{verdict.rule, verdict.item, part.bucket};
    if (!AddSum(cell.lines, *allocated, &totals->rules[key])) return false;
  }
  if (verdict.kind == Verdict::Kind::kConflict &&
      !AddSum(cell.lines, *whole, &totals->conflicts[{verdict.rule, verdict.other}])) {
    return false;
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
      const Verdict verdict = VerdictOf(signature, rulebook);
      const auto allocation = rulebook.AllocationOf(verdict.outcome, group.year);
      if (!allocation) return NoValueIn(group.year, verdict.outcome);
      if (!AddCell(signature, cell, verdict, *allocation, &totals)) return OutOfRange(group);
    }
    const absl::Status conserved = CheckConserved(totals);
    if (!conserved.ok()) return conserved;
    all.push_back(std::move(totals));
  }
  return all;
}

}  // namespace tranche
