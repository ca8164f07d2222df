#include "engine/rulebook/load_outcome.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tranche {
namespace {

constexpr std::string_view kRest = "rest";
constexpr std::string_view kSplitForm = "write for example {direct-military: 30 %, excluded: rest}";

bool LooksLikeYear(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool HasYears(const YamlNode& map) {
  return std::any_of(map.entries().begin(), map.entries().end(),
                     [](const YamlEntry& entry) { return LooksLikeYear(entry.key); });
}

void ReportOption(const YamlNode& node, Diagnostics* diagnostics) {
  ReportLater(node.span(), "the option '" + node.text() + "'",
              "write its value here, a bucket or a share such as 30 %", diagnostics);
}

void ReportYears(const YamlNode& node, Diagnostics* diagnostics) {
  ReportLater(node.span(), "a value that changes by year",
              "write one value for all years, such as 30 %", diagnostics);
}

std::vector<std::string> BucketNames(bool with_fixed, const BookDraft& draft) {
  std::vector<std::string> names;
  const std::size_t count = with_fixed ? draft.book.buckets.size() : draft.book.own_bucket_count();
  for (std::size_t i = 0; i < count; ++i) names.push_back(draft.book.buckets[i].name);
  return names;
}

/// A split while its parts are being read.
struct Split {
  Outcome outcome;
  std::int64_t millionths = 0;     ///< sum of the shares
  const YamlNode* rest = nullptr;  ///< where `rest` stands
  std::size_t rest_part = 0;
  bool is_whole = true;  ///< false where a part was reported
};

/// `{a: 12,5 %}` is read as `a: 12` and a key `5 %` without a value.
bool IsLeftOfDecimalComma(const YamlEntry& entry) {
  return entry.value.IsNull() && Share::Parse(entry.key).has_value();
}

void AddPart(const YamlEntry& entry, const BookDraft& draft, Split* split) {
  if (IsLeftOfDecimalComma(entry)) {
    draft.diagnostics->Error(entry.key_span,
                             "a decimal comma cuts the share in two before '" + entry.key + "'",
                             "write a point, as in 12.5 %");
    split->is_whole = false;
    return;
  }
  const auto bucket = FindBucketByName({entry.key, entry.key_span}, /*with_fixed=*/true, draft);
  Outcome::Part part;
  if (entry.value.IsScalar() && entry.value.text() == kRest) {
    if (split->rest != nullptr) {
      draft.diagnostics->Error(entry.value.span(), "`rest` can stand only once in a split",
                               "give all buckets but one a share such as 30 %");
      split->is_whole = false;
      return;
    }
    split->rest = &entry.value;
    split->rest_part = split->outcome.parts.size();
  } else if (const auto share = LoadShare(entry.value, "the share", draft.diagnostics)) {
    part.share = *share;
    split->millionths += share->millionths();
  } else {
    split->is_whole = false;
  }
  if (!bucket) {
    split->is_whole = false;
    return;
  }
  part.bucket = *bucket;
  split->outcome.parts.push_back(part);
}

/// Checks the sum and fills in `rest`.
bool CloseSplit(const YamlNode& node, Diagnostics* diagnostics, Split* split) {
  constexpr std::int64_t kWhole = Share::kMillionthsPerWhole;
  const std::int64_t sum = split->millionths;
  const auto shown = [](std::int64_t millionths) {
    return Share::FromMillionths(static_cast<std::int32_t>(millionths)).ToString();
  };
  if (sum > kWhole) {
    diagnostics->Error(node.span(), "the shares add up to " + shown(sum) + ", more than 100 %",
                       "take away " + shown(sum - kWhole));
    return false;
  }
  if (split->rest == nullptr && sum < kWhole) {
    diagnostics->Error(
        node.span(), "the shares add up to " + shown(sum) + ", not to 100 %",
        "say where the other " + shown(kWhole - sum) + " goes, for example with excluded: rest");
    return false;
  }
  if (split->rest == nullptr) return true;
  if (sum == kWhole) {
    diagnostics->Error(split->rest->span(), "nothing is left for `rest`: the shares make 100 %",
                       "remove this part, or make a share smaller");
    return false;
  }
  split->outcome.parts[split->rest_part].share =
      Share::FromMillionths(static_cast<std::int32_t>(kWhole - sum));
  return true;
}

std::optional<Outcome> LoadSplit(const YamlNode& node, const BookDraft& draft) {
  if (node.entries().empty()) {
    draft.diagnostics->Error(node.span(), "the split is empty", std::string(kSplitForm));
    return std::nullopt;
  }
  if (HasYears(node)) {
    ReportYears(node, draft.diagnostics);
    return std::nullopt;
  }
  Split split;
  for (const YamlEntry& entry : node.entries()) AddPart(entry, draft, &split);
  if (!split.is_whole || !CloseSplit(node, draft.diagnostics, &split)) return std::nullopt;
  split.outcome.span = node.span();
  return std::move(split.outcome);
}

}  // namespace

std::optional<Outcome> LoadOutcome(const YamlNode& node, const BookDraft& draft) {
  if (node.IsMap()) return LoadSplit(node, draft);
  if (!node.IsScalar()) {
    draft.diagnostics->Error(
        node.span(), "an outcome is a bucket or a split, not " + std::string(node.KindName()),
        std::string(kSplitForm));
    return std::nullopt;
  }
  if (node.text().starts_with('$')) {
    ReportOption(node, draft.diagnostics);
    return std::nullopt;
  }
  if (node.text() == kRest) {
    draft.diagnostics->Error(node.span(), "`rest` stands only beside other shares",
                             std::string(kSplitForm));
    return std::nullopt;
  }
  const auto bucket = FindBucketByName({node.text(), node.span()}, /*with_fixed=*/true, draft);
  if (!bucket) return std::nullopt;
  return Outcome{{{*bucket, Share::Whole()}}, node.span()};
}

std::optional<Share> LoadShare(const YamlNode& node, std::string_view what,
                               Diagnostics* diagnostics) {
  if (node.IsMap() && HasYears(node)) {
    ReportYears(node, diagnostics);
    return std::nullopt;
  }
  if (!node.IsScalar()) {
    diagnostics->Error(
        node.span(),
        std::string(what) + " must be a percentage, not " + std::string(node.KindName()),
        "write for example 30 %");
    return std::nullopt;
  }
  if (node.text().starts_with('$')) {
    ReportOption(node, diagnostics);
    return std::nullopt;
  }
  std::string why;
  const std::optional<Share> share = Share::Parse(node.text(), &why);
  if (!share) diagnostics->Error(node.span(), why);
  return share;
}

std::optional<BucketId> FindBucketByName(const SpannedText& name, bool with_fixed,
                                         const BookDraft& draft) {
  const auto found = draft.buckets.find(name.text);
  if (found != draft.buckets.end() &&
      (with_fixed || found->second < draft.book.own_bucket_count())) {
    return found->second;
  }
  if (!draft.has_buckets) return std::nullopt;
  if (found != draft.buckets.end()) {
    draft.diagnostics->Error(name.span, "'" + name.text + "' is no bucket and cannot stand here",
                             "write one of " + Alternatives(BucketNames(false, draft)));
    return std::nullopt;
  }
  const std::vector<std::string> names = BucketNames(with_fixed, draft);
  if (draft.items.contains(name.text)) {
    draft.diagnostics->Error(name.span,
                             "'" + name.text + "' is an item, and a bucket must stand here",
                             "write one of " + Alternatives(names) + ", or is: " + name.text +
                                 " where a rule names what the line is");
    return std::nullopt;
  }
  draft.diagnostics->Error(
      name.span, "unknown bucket '" + name.text + "'",
      NameHint(name.text, names, "the buckets of this rulebook are " + Alternatives(names)));
  return std::nullopt;
}

}  // namespace tranche
