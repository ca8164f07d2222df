#include "engine/rulebook/load_definition.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/forms.h"
#include "engine/rulebook/load_outcome.h"
#include "engine/rulebook/written_list.h"

namespace tranche {
namespace {

constexpr std::string_view kBucketForm = "write for example direct-military: {title: Core defence}";
constexpr std::string_view kTargetForm =
    "write for example core-2035: {of: direct-military, at_least: 3.5 %}";

/// The map below `key`, or null with a report where it is something else or empty.
const YamlNode* NamedParts(const YamlNode* node, std::string_view key, std::string_view form,
                           Diagnostics* diagnostics) {
  if (node == nullptr) return nullptr;
  if (node->IsMap() && !node->entries().empty()) return node;
  diagnostics->Error(node->span(), "`" + std::string(key) + "` has no names under it",
                     std::string(form));
  return nullptr;
}

std::vector<std::string> LoadAreas(const YamlNode& node, const std::string& bucket,
                                   BookDraft* draft) {
  std::vector<std::string> areas;
  for (const SpannedText& area : WrittenTexts(node, "`areas`", draft->diagnostics)) {
    if (!CheckName(area.text, "an area", area.span, draft->diagnostics)) continue;
    if (std::find(areas.begin(), areas.end(), area.text) != areas.end()) {
      draft->diagnostics->Error(area.span,
                                "area '" + area.text + "' stands twice in bucket '" + bucket + "'",
                                "remove one of them");
      continue;
    }
    areas.push_back(area.text);
  }
  return areas;
}

void LoadBucket(const YamlEntry& entry, BookDraft* draft) {
  if (!CheckOutcomeName(entry.key, "a bucket", entry.key_span, draft->diagnostics)) return;
  Bucket bucket{entry.key, entry.key, {}, entry.key_span};
  if (entry.value.IsScalar()) {
    draft->diagnostics->Error(entry.value.span(),
                              "the title of bucket '" + entry.key + "' must stand in braces",
                              "write " + entry.key + ": {title: " + entry.value.text() + "}");
  } else if (!entry.value.IsNull()) {
    YamlMap map(entry.value, form::kBucket, "bucket '" + entry.key + "'", draft->diagnostics);
    if (const auto title = map.OptionalText("title")) bucket.title = title->text;
    if (const YamlNode* areas = map.Optional("areas")) {
      bucket.areas = LoadAreas(*areas, entry.key, draft);
    }
    map.Finish();
  }
  draft->book.buckets.push_back(std::move(bucket));
  draft->has_buckets = true;
}

std::vector<BucketId> LoadTargetBuckets(const YamlNode* node, BookDraft* draft) {
  std::vector<BucketId> of;
  if (node == nullptr) return of;
  for (const SpannedText& name : WrittenTexts(*node, "`of`", draft->diagnostics)) {
    const auto bucket = FindBucketByName(name, /*with_fixed=*/false, *draft);
    if (!bucket) continue;
    if (std::find(of.begin(), of.end(), *bucket) != of.end()) {
      draft->diagnostics->Error(name.span, "bucket '" + name.text + "' stands twice in this target",
                                "remove one of them: a bucket is added once");
      continue;
    }
    of.push_back(*bucket);
  }
  return of;
}

void LoadCaps(const YamlNode* node, Target* target, BookDraft* draft) {
  if (node == nullptr) return;
  if (!node->IsMap() || node->entries().empty()) {
    draft->diagnostics->Error(node->span(), "`caps` needs buckets and shares",
                              "write for example caps: {broader-security: 1.5 %}");
    return;
  }
  for (const YamlEntry& entry : node->entries()) {
    const auto bucket = FindBucketByName({entry.key, entry.key_span}, /*with_fixed=*/false, *draft);
    const auto share = LoadShare(entry.value, "a cap", draft->diagnostics);
    if (!bucket || !share) continue;
    if (std::find(target->of.begin(), target->of.end(), *bucket) == target->of.end()) {
      draft->diagnostics->Error(entry.key_span,
                                "the cap on '" + entry.key + "' has no effect: target '" +
                                    target->name + "' does not count that bucket",
                                "add it to `of`, or remove the cap");
      continue;
    }
    target->caps.emplace_back(*bucket, *share);
  }
}

void LoadTarget(const YamlEntry& entry, BookDraft* draft) {
  if (!CheckName(entry.key, "a target", entry.key_span, draft->diagnostics)) return;
  Target target{entry.key, {}, {}, {}, {}, entry.key_span};
  if (!entry.value.IsMap()) {
    draft->diagnostics->Error(entry.value.span(),
                              "target '" + entry.key + "' must say of what, and how much",
                              std::string(kTargetForm));
    return;
  }
  YamlMap map(entry.value, form::kTarget, "target '" + entry.key + "'", draft->diagnostics);
  target.of = LoadTargetBuckets(map.Required("of"), draft);
  const YamlNode* at_least = map.Optional("at_least");
  const YamlNode* up_to = map.Optional("up_to");
  if (at_least != nullptr) target.at_least = LoadShare(*at_least, "`at_least`", draft->diagnostics);
  if (up_to != nullptr) target.up_to = LoadShare(*up_to, "`up_to`", draft->diagnostics);
  if (at_least == nullptr && up_to == nullptr) {
    draft->diagnostics->Error(entry.key_span,
                              "target '" + entry.key + "' needs `at_least:` or `up_to:`",
                              std::string(kTargetForm));
  } else if (at_least != nullptr && up_to != nullptr) {
    draft->diagnostics->Error(entry.key_span,
                              "target '" + entry.key + "' has both `at_least:` and `up_to:`",
                              "make two targets of it");
  }
  LoadCaps(map.Optional("caps"), &target, draft);
  map.Finish();
  draft->book.targets.push_back(std::move(target));
}

}  // namespace

void LoadBuckets(YamlMap* top, BookDraft* draft) {
  std::vector<Bucket>& buckets = draft->book.buckets;
  const YamlNode* node =
      NamedParts(top->Required("buckets"), "buckets", kBucketForm, draft->diagnostics);
  if (node != nullptr) {
    for (const YamlEntry& entry : node->entries()) LoadBucket(entry, draft);
  }
  buckets.push_back({"undecided", "Undecided", {}, {}});
  buckets.push_back({"netted", "Netted", {}, {}});
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    draft->buckets.emplace(buckets[i].name, static_cast<BucketId>(i));
  }
}

void LoadOtherwise(YamlMap* top, BookDraft* draft) {
  const YamlNode* node = top->Optional("otherwise");
  if (node == nullptr) {
    if (!top->IsMap() || top->node().is_cut()) return;
    draft->diagnostics->Error(top->node().span(),
                              "the rulebook does not say where lines go that no rule recognises",
                              "add a line `otherwise: excluded` or `otherwise: undecided`");
    return;
  }
  std::optional<Outcome> outcome;
  const bool is_option = node->IsScalar() && node->text().starts_with('$');
  if (node->IsMap() || is_option || (node->IsScalar() && node->text() == "netted")) {
    draft->diagnostics->Error(node->span(), "`otherwise` must be one bucket or undecided",
                              "write for example otherwise: excluded");
  } else {
    outcome = LoadOutcome(*node, *draft);
  }
  if (outcome) draft->book.otherwise = *std::move(outcome);
}

void LoadDecide(YamlMap* top, BookDraft* draft) {
  const auto decide = top->OptionalText("decide");
  if (!decide || decide->text == "first") return;
  if (decide->text == "unique") {
    draft->book.decide_unique = true;
    return;
  }
  draft->diagnostics->Error(
      decide->span, "`decide` cannot be '" + decide->text + "'",
      "write decide: first, so that the first rule that fits decides; or decide: unique, so "
      "that lines on which rules differ stay undecided");
}

void LoadTargets(YamlMap* top, BookDraft* draft) {
  const YamlNode* node =
      NamedParts(top->Optional("targets"), "targets", kTargetForm, draft->diagnostics);
  if (node == nullptr) return;
  for (const YamlEntry& entry : node->entries()) LoadTarget(entry, draft);
}

}  // namespace tranche
