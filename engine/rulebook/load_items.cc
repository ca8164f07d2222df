#include "engine/rulebook/load_items.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rulebook/book_file.h"
#include "engine/rulebook/load_outcome.h"
#include "engine/rulebook/written_list.h"

namespace tranche {
namespace {

constexpr std::string_view kItemForm = "write for example coast-guard: {counts: broader-security}";

bool IsDigits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A date that exists, written YYYY-MM-DD.
bool IsDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!IsDigits(text.substr(0, 4)) || !IsDigits(text.substr(5, 2)) || !IsDigits(text.substr(8))) {
    return false;
  }
  const int year = std::stoi(std::string(text.substr(0, 4)));
  const int month = std::stoi(std::string(text.substr(5, 2)));
  const int day = std::stoi(std::string(text.substr(8)));
  if (month < 1 || month > 12) return false;
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days = kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
  return day >= 1 && day <= days;
}

void CheckTry(const YamlNode* node, const BookDraft& draft) {
  if (node == nullptr) return;
  if (!node->IsList() || node->items().empty()) {
    draft.diagnostics->Error(node->span(), "`try` must be a list of outcomes",
                             "write for example try: [excluded, broader-security]");
    return;
  }
  for (const YamlNode& outcome : node->items()) LoadOutcome(outcome, draft);
}

void CheckReviewBy(YamlMap* map, Diagnostics* diagnostics) {
  const auto date = map->OptionalText("review_by");
  if (date && !IsDate(date->text)) {
    diagnostics->Error(date->span, "'" + date->text + "' is no date",
                       "write year-month-day, as in 2029-06-30");
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
  for (const Outcome::Part& part : item.counts.parts) {
    const Bucket& bucket = draft.book.buckets[part.bucket];
    areas.insert(areas.end(), bucket.areas.begin(), bucket.areas.end());
    buckets.push_back("'" + bucket.name + "'");
  }
  if (std::find(areas.begin(), areas.end(), area.text) != areas.end()) return;
  const std::string counted = Alternatives(buckets);
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
  YamlMap map(node, "item '" + item->name + "'", draft.diagnostics);
  if (!map.IsMap()) return;
  std::optional<Outcome> counts;
  if (const YamlNode* written = map.Required("counts")) counts = LoadOutcome(*written, draft);
  const auto area = map.OptionalText("area");
  item->status = LoadStatus(&map, draft.diagnostics);
  if (const auto text = map.OptionalText("title")) item->title = text->text;
  if (const auto text = map.OptionalText("why")) item->why = text->text;
  if (const auto text = map.OptionalText("source")) item->source = text->text;
  CheckTry(map.Optional("try"), draft);
  CheckReviewBy(&map, draft.diagnostics);
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
  YamlMap map(entry.value, "the title of item '" + entry.key + "'", draft->diagnostics);
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
    draft->diagnostics->Error(node->span(), "`items` has no items under it",
                              std::string(kItemForm));
    return;
  }
  for (const YamlEntry& entry : node->entries()) LoadItem(entry, draft);
}

void LoadItemTitles(YamlMap* top, BookDraft* draft) {
  const YamlNode* node = top->Optional("item_titles");
  std::vector<SpannedText> files;
  if (node != nullptr) files = WrittenTexts(*node, "`item_titles`", draft->diagnostics);
  for (const SpannedText& file : files) {
    const auto root = LoadBookFile(PathBeside(file), file, draft);
    if (!root) continue;
    YamlMap map(*root, "a file of item titles", draft->diagnostics);
    const YamlNode* items = map.Required("items");
    map.Finish();
    if (items == nullptr) continue;
    YamlMap titles(*items, "`items`", draft->diagnostics);
    for (const YamlEntry& entry : items->entries()) ReadTitle(entry, draft);
  }
  for (Item& item : draft->book.items) {
    if (item.title.empty()) item.title = item.name;
  }
}

}  // namespace tranche
