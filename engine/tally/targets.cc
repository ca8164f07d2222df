#include "engine/tally/targets.h"

#include <algorithm>

namespace tranche {
namespace {

/// The share of GDP that `bucket` may count at most in `target`.
std::optional<Share> CapOf(const Target& target, BucketId bucket) {
  for (const auto& [capped, share] : target.caps) {
    if (capped == bucket) return share;
  }
  return std::nullopt;
}

/// The target's money after caps, with `extra` (undecided money) in its first uncapped bucket, or
/// in its capped one where it has no other.
std::optional<AllocatedAmount> Counted(const Target& target, const GroupTotals& totals, Amount gdp,
                                       AllocatedAmount extra) {
  BucketId receiver = target.of.front();
  for (const BucketId bucket : target.of) {
    if (!CapOf(target, bucket)) {
      receiver = bucket;
      break;
    }
  }
  AllocatedAmount sum;
  for (const BucketId bucket : target.of) {
    AllocatedAmount amount = totals.buckets[bucket].amount;
    if (bucket == receiver && !AddTo(extra, &amount)) return std::nullopt;
    if (const auto cap = CapOf(target, bucket)) {
      const auto most = AllocatedAmount::Of(gdp, *cap);
      if (!most) return std::nullopt;
      amount = std::min(amount, *most);
    }
    if (!AddTo(amount, &sum)) return std::nullopt;
  }
  if (target.up_to) {
    const auto most = AllocatedAmount::Of(gdp, *target.up_to);
    if (!most) return std::nullopt;
    sum = std::min(sum, *most);
  }
  return sum;
}

std::optional<AllocatedAmount> Uncapped(const Target& target, const GroupTotals& totals) {
  AllocatedAmount sum;
  for (const BucketId bucket : target.of) {
    if (!AddTo(totals.buckets[bucket].amount, &sum)) return std::nullopt;
  }
  return sum;
}

std::optional<TargetResult> Evaluate(const Target& target, const Rulebook& rulebook,
                                     const GroupTotals& totals, Amount gdp) {
  const AllocatedAmount undecided = totals.buckets[rulebook.undecided()].amount;
  const auto plain = Uncapped(target, totals);
  const auto counted = Counted(target, totals, gdp, AllocatedAmount());
  const auto with_undecided = Counted(target, totals, gdp, undecided);
  if (!plain || !counted || !with_undecided) return std::nullopt;
  const auto percent = Ratio::Of(*plain, gdp);
  const auto counted_ratio = Ratio::Of(*counted, gdp);
  // Undecided money may be negative (a cut not yet distributed): then it is the low end.
  const auto low = Ratio::Of(std::min(*counted, *with_undecided), gdp);
  const auto high = Ratio::Of(std::max(*counted, *with_undecided), gdp);
  if (!percent || !counted_ratio || !low || !high) return std::nullopt;
  TargetResult result{&target, *percent, *counted_ratio, Share(), std::nullopt, false, *low, *high};
  if (target.up_to) {
    result.required = *target.up_to;
  } else {
    result.required = *target.at_least;
    result.met = counted_ratio->Compare(result.required) >= 0;
    result.at_the_line = counted_ratio->IsAtTheLine(result.required);
  }
  return result;
}

}  // namespace

std::vector<TargetResult> EvaluateTargets(const Rulebook& rulebook, const GroupTotals& totals,
                                          Amount gdp, std::vector<std::string>* problems) {
  std::vector<TargetResult> results;
  for (const Target& target : rulebook.targets) {
    if (const auto result = Evaluate(target, rulebook, totals, gdp)) {
      results.push_back(*result);
    } else {
      problems->push_back("target '" + target.name + "' cannot be computed for " +
                          totals.group.country.ToString() + " " +
                          std::to_string(totals.group.year) + ": the numbers are out of range");
    }
  }
  return results;
}

}  // namespace tranche
