#include "engine/rulebook/outcome.h"

#include <algorithm>
#include <cstddef>

namespace tranche {
namespace {

/// The share that a term stands for; `rest` is for the caller.
const Share* ShareOf(const ShareTerm& term, std::int16_t year, const std::vector<Option>& options) {
  const ByYear<Share>* shares = term.kind == ShareTerm::Kind::kOption
                                    ? std::get_if<ByYear<Share>>(&options[term.option].value)
                                    : &term.fixed;
  return shares == nullptr ? nullptr : shares->In(year);
}

std::optional<Allocation> AllocateParts(const std::vector<Outcome::Part>& parts, std::int16_t year,
                                        const std::vector<Option>& options) {
  Allocation allocation;
  std::int64_t left_millionths = Share::kMillionthsPerWhole;
  std::optional<std::size_t> rest;
  for (const Outcome::Part& part : parts) {
    Share share;
    if (part.share.kind == ShareTerm::Kind::kRest) {
      rest = allocation.parts.size();
    } else {
      const Share* stated = ShareOf(part.share, year, options);
      if (stated == nullptr) return std::nullopt;
      share = *stated;
      left_millionths -= share.millionths();
    }
    allocation.parts.push_back({part.bucket, share});
  }
  if (left_millionths < 0 || (left_millionths > 0 && !rest)) return std::nullopt;
  if (rest) {
    allocation.parts[*rest].share =
        Share::FromMillionths(static_cast<std::int32_t>(left_millionths));
  }
  return allocation;
}

}  // namespace

Outcome Outcome::Whole(BucketId bucket, SourceSpan span) {
  return Split({{bucket, Share::Whole()}}, std::move(span));
}

Outcome Outcome::Split(const std::vector<std::pair<BucketId, Share>>& shares, SourceSpan span) {
  Choice choice;
  for (const auto& [bucket, share] : shares) {
    choice.parts.push_back({bucket, {ShareTerm::Kind::kFixed, ByYear<Share>(share), 0}});
  }
  return {ByYear<Choice>(std::move(choice)), std::move(span)};
}

std::optional<BucketId> Outcome::WholeBucket() const {
  if (choices.steps().size() != 1 || choices.IsStepped()) return std::nullopt;
  const std::vector<Part>& parts = choices.steps().front().value.parts;
  if (parts.size() != 1) return std::nullopt;
  return SameAs(Whole(parts.front().bucket)) ? std::optional(parts.front().bucket) : std::nullopt;
}

std::vector<BucketId> BucketsOf(const Outcome& outcome, const std::vector<Option>& options) {
  std::vector<BucketId> buckets;
  const auto add = [&buckets](BucketId bucket) {
    if (std::find(buckets.begin(), buckets.end(), bucket) == buckets.end()) {
      buckets.push_back(bucket);
    }
  };
  for (const auto& step : outcome.choices.steps()) {
    for (const Outcome::Part& part : step.value.parts) add(part.bucket);
    if (!step.value.option) continue;
    if (const auto* value = std::get_if<Outcome>(&options[*step.value.option].value)) {
      for (const BucketId bucket : BucketsOf(*value, options)) add(bucket);
    }
  }
  return buckets;
}

std::optional<Allocation> Allocate(const Outcome& outcome, std::int16_t year,
                                   const std::vector<Option>& options) {
  const Outcome::Choice* choice = outcome.choices.In(year);
  if (choice == nullptr) return std::nullopt;
  if (!choice->option) return AllocateParts(choice->parts, year, options);
  // An option's outcome names no options itself, so this goes one step deep.
  const Outcome* value = std::get_if<Outcome>(&options[*choice->option].value);
  return value == nullptr ? std::nullopt : Allocate(*value, year, options);
}

}  // namespace tranche
