#include "engine/rulebook/rulebook.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tranche {
namespace {

template <typename Named>
std::optional<std::uint32_t> IndexOf(std::string_view name, const std::vector<Named>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].name == name) return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<BucketId> Rulebook::FindBucket(std::string_view bucket_name) const {
  return IndexOf(bucket_name, buckets);
}

std::optional<ItemId> Rulebook::FindItem(std::string_view item_name) const {
  return IndexOf(item_name, items);
}

const Outcome& Rulebook::OutcomeOf(RuleId rule) const {
  if (rule == kOtherwiseRule) return otherwise;
  const Rule& decided = rules[rule];
  return decided.item ? items[*decided.item].counts : *decided.outcome;
}

bool Rulebook::SayTheSame(RuleId a, RuleId b) const {
  if (rules[a].item && rules[a].item == rules[b].item) return true;
  return OutcomeOf(a).SameAs(OutcomeOf(b));
}

}  // namespace tranche
