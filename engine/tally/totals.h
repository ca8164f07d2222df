#ifndef TRANCHE_ENGINE_TALLY_TOTALS_H_
#define TRANCHE_ENGINE_TALLY_TOTALS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/share.h"
#include "engine/layout/budget_line.h"
#include "engine/rulebook/rulebook.h"
#include "engine/tally/tally.h"

namespace tranche {

/// Lines and exact money after shares were taken. A line that is split counts in each bucket that
/// gets a part of it, so `lines` of buckets may add up to more than the lines of the total.
struct AllocatedSum {
  std::uint64_t lines = 0;
  AllocatedAmount amount;
};

/// What an item (or a rule that names its outcome itself) puts into one bucket.
struct ItemKey {
  std::optional<ItemId> item;  ///< nothing: a rule with `to:`, or the lines no rule recognises
  BucketId bucket = 0;
  friend bool operator==(const ItemKey&, const ItemKey&) = default;
  friend auto operator<=>(const ItemKey&, const ItemKey&) = default;
};

struct RuleKey {
  RuleId rule = kOtherwiseRule;  ///< of the book, or a pseudo rule
  std::optional<ItemId> item;    ///< of the rule, or of the person's decision
  BucketId bucket = 0;
  friend bool operator==(const RuleKey&, const RuleKey&) = default;
  friend auto operator<=>(const RuleKey&, const RuleKey&) = default;
};

/// The definition applied to one country, year, phase and currency.
struct GroupTotals {
  LineGroup group;
  std::vector<AllocatedSum> buckets;  ///< by BucketId: the book's own, undecided, netted
  AllocatedSum total;                 ///< each line once; equals the sum of `buckets` exactly
  std::map<ItemKey, AllocatedSum> items;
  std::map<RuleKey, AllocatedSum> rules;
  /// Lines under `decide: unique` on which two rules differ: by the decider and the first that does
  /// not say the same. Their money is undecided.
  std::map<std::pair<RuleId, RuleId>, AllocatedSum> conflicts;
  /// Rules that could not be tested on some lines, with the lines and money they might have taken.
  std::map<RuleId, AllocatedSum> untested;
};

/// Applies the rulebook's items table to a tally: no text, no file, only arithmetic. Groups come in
/// their order. Internal: conservation (buckets add up to the total) is checked to the last digit.
/// OutOfRange where a sum leaves 128 bits. FailedPrecondition where an outcome has no value in a
/// year that the tally holds (its first step comes later).
absl::StatusOr<std::vector<GroupTotals>> ApplyDefinition(const Tally& tally,
                                                         const Rulebook& rulebook);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_TOTALS_H_
