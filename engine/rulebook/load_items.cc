#include "engine/rulebook/load_items.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/forms.h"
#include "engine/rulebook/load_outcome.h"
#include "engine/rulebook/review_date.h"

namespace tranche {
namespace {

constexpr std::string_view kItemForm = "write for example coast-guard: {counts: broader-security}";

void LoadTries(const YamlNode* node, const BookDraft& draft, Item* item) {
  if (node == nullptr) return;
  if (!node->IsList() || node->items().empty()) {
    draft.diagnostics->Error(node->span(), "`try` must be a list of outcomes",
                             "write for example try: [excluded, broader-security]");
    return;
  }
  for (const YamlNode& tried : node->items()) {
    if (auto outcome = LoadOutcome(tried, draft)) item->tries.push_back(*std::move(outcome));
  }
}

OutcomeStatus LoadStatus(YamlMap* map, Diagnostics* diagnostics) {
  const auto status = map->OptionalText("status");
  if (!status) return OutcomeStatus::kUnstated;
  if (status->text == "claimed") return OutcomeStatus::kClaimed;
  if (status->text == "defined") return OutcomeStatus::kDefined;
  diagnostics->Error(status->span, "unknown status '" + status->text + "'",
                     NameHint(status->text, {"claimed", "defined"},
                              "write defined where an agreed text says so, claimed where it is a "
                              "choice"));
  return OutcomeStatus::kUnstated;
}

/// An area belongs to a bucket; the item must count to one that has it.
void CheckArea(const SpannedText& area, const Item& item, const BookDraft& draft) {
  std::vector<std::string> areas;
  std::vector<std::string> buckets;
  for (const BucketId id : BucketsOf(item.counts, draft.book.options)) {
    const Bucket& bucket = draft.book.buckets[id];
    areas.insert(areas.end(), bucket.areas.begin(), bucket.areas.end());
    buckets.push_back("'" + bucket.name + "'");
  }
  if (std::find(areas.begin(), areas.end(), area.text) != areas.end()) return;
  const std::string counted = Alternatives(buckets);
  if (item.counts.span.source != area.span.source) {
    // A reform wrote the outcome: the mistake is there, and not in the book that it extends.
    draft.diagnostics->Error(
        item.counts.span,
        "item '" + item.name + "' keeps its area '" + area.text + "', which is none of " + counted,
        "write beside it area: ~ to take the area away (it stands in " + PlaceOf(area.span) + ")" +
            (areas.empty() ? "" : ", or one of " + Alternatives(areas)));
    return;
  }
  draft.diagnostics->Error(
      area.span, "area '" + area.text + "' is no area of " + counted + ", where this item counts",
      areas.empty() ? "remove the area: " + counted + " has no areas"
                    : NameHint(area.text, areas, "its areas are " + Alternatives(areas)));
}

void ReadItem(const YamlNode& node, const BookDraft& draft, Item* item) {
  if (node.IsScalar()) {
    draft.diagnostics->Error(node.span(), "item '" + item->name + "' needs `counts:`",
                             "write " + item->name + ": {counts: " + node.text() + "}");
    return;
  }
  YamlMap map(node, form::kItem, "item '" + item->name + "'", draft.diagnostics);
  if (!map.IsMap()) return;
  std::optional<Outcome> counts;
  if (const YamlNode* written = map.Required("counts")) counts = LoadOutcome(*written, draft);
  const auto area = map.OptionalText("area");
  item->status = LoadStatus(&map, draft.diagnostics);
  if (const auto text = map.OptionalText("title")) item->title = text->text;
  if (const auto text = map.OptionalText("why")) item->why = text->text;
  if (const auto text = map.OptionalText("source")) item->source = text->text;
  LoadTries(map.Optional("try"), draft, item);
  item->review_by = LoadReviewBy(&map, draft.diagnostics);
  map.Finish();
  if (!counts) return;
  item->counts = *std::move(counts);
  if (!area) return;
  CheckArea(*area, *item, draft);
  item->area = area->text;
}

void LoadItem(const YamlEntry& entry, BookDraft* draft) {
  Diagnostics* diagnostics = draft->diagnostics;
  if (!CheckOutcomeName(entry.key, "an item", entry.key_span, diagnostics)) return;
  if (draft->buckets.contains(entry.key)) {
    diagnostics->Error(entry.key_span, "item '" + entry.key + "' has the name of a bucket",
                       "give one of them another name, so that nobody takes one for the other");
    return;
  }
  Item item;
  item.name = entry.key;
  item.span = entry.key_span;
  ReadItem(entry.value, *draft, &item);
  draft->items.emplace(entry.key, static_cast<ItemId>(draft->book.items.size()));
  draft->book.items.push_back(std::move(item));
}

void ReadTitle(const YamlEntry& entry, BookDraft* draft) {
  YamlMap map(entry.value, form::kItemTitle, "the title of item '" + entry.key + "'",
              draft->diagnostics);
  const auto title = map.OptionalText("title");
  const auto what = map.OptionalText("what");
  map.Finish();
  const auto found = draft->items.find(entry.key);
  if (found == draft->items.end()) return;
  Item& item = draft->book.items[found->second];
  // A title in the book itself is the closer one.
  if (title && item.title.empty()) item.title = title->text;
  if (what && item.description.empty()) item.description = what->text;
}

}  // namespace

void LoadItems(YamlMap* top, BookDraft* draft) {
  const YamlNode* node = top->Optional("items");
  if (node == nullptr) return;
  if (!node->IsMap() || node->entries().empty()) {
    draft->broken_items = true;
    if (node->IsList()) {
      draft->diagnostics->Error(node->span(), "`items` must be a table of names, not a list",
                                "write each item without the '- ': name: {counts: …}");
    } else {
      draft->diagnostics->Error(node->span(), "`items` has no items under it",
                                std::string(kItemForm));
    }
    return;
  }
  for (const YamlEntry& entry : node->entries()) {
    if (draft->diagnostics->HasTooManyErrors()) return;
    LoadItem(entry, draft);
  }
}

void LoadItemTitles(YamlMap* top, BookDraft* draft) {
  const YamlNode* node = top->Optional("item_titles");
  static const YamlNode nothing;
  for (const YamlNode& document : (node == nullptr ? nothing : *node).items()) {
    YamlMap map(document, form::kItemTitlesFile, draft->diagnostics);
    const YamlNode* items = map.Required("items");
    map.Finish();
    if (items == nullptr) continue;
    YamlMap titles(*items, form::kItemTitles, draft->diagnostics);
    for (const YamlEntry& entry : items->entries()) {
      if (draft->diagnostics->HasTooManyErrors()) return;
      ReadTitle(entry, draft);
    }
  }
  for (Item& item : draft->book.items) {
    if (item.title.empty()) item.title = item.name;
  }
}

}  // namespace tranche
