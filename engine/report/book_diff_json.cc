#include "engine/report/book_diff_json.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace tranche {
namespace {

using Json = nlohmann::ordered_json;

Json TextOrNull(std::string_view text) { return text.empty() ? Json() : Json(text); }

std::string_view InName(PartDiff::In in) {
  switch (in) {
    case PartDiff::In::kLeft:
      return "left";
    case PartDiff::In::kRight:
      return "right";
    case PartDiff::In::kBoth:
      break;
  }
  return "both";
}

Json BookJson(const DiffedBook& book) {
  Json json;
  json["name"] = book.name;
  json["title"] = TextOrNull(book.title);
  json["version"] = TextOrNull(book.version);
  json["file"] = TextOrNull(book.path);
  json["settings"] = book.settings;
  return json;
}

Json PlacesJson(const std::vector<SourceSpan>& places) {
  Json json = Json::array();
  for (const SourceSpan& place : places) {
    Json entry;
    entry["file"] = place.source->path();
    entry["line"] = place.line == 0 ? Json() : Json(place.line);
    json.push_back(std::move(entry));
  }
  return json;
}

Json FieldJson(const FieldDiff& field) {
  Json json;
  json["key"] = field.key;
  if (!field.is_list) {
    json["left"] = TextOrNull(field.left);
    json["right"] = TextOrNull(field.right);
  }
  const bool has_entries = !field.only_left.empty() || !field.only_right.empty();
  if (field.is_list || has_entries) {
    json["only_left"] = field.only_left;
    json["only_right"] = field.only_right;
    json["in_both"] = field.in_both;
  }
  return json;
}

Json PartJson(const PartDiff& part, SectionDiff::Kind kind) {
  Json json;
  json["name"] = part.name;
  json["in"] = InName(part.in);
  if (kind == SectionDiff::Kind::kRules) {
    json["moved"] = part.has_moved;
    json["left_position"] = part.left_position == 0 ? Json() : Json(part.left_position);
    json["right_position"] = part.right_position == 0 ? Json() : Json(part.right_position);
  }
  json["left_places"] = PlacesJson(part.left_places);
  json["right_places"] = PlacesJson(part.right_places);
  json["fields"] = Json::array();
  for (const FieldDiff& field : part.fields) json["fields"].push_back(FieldJson(field));
  return json;
}

}  // namespace

std::string BookDiffJson(const BookDiff& diff) {
  Json json;
  json["left"] = BookJson(diff.left);
  json["right"] = BookJson(diff.right);
  json["asked"] = TextOrNull(diff.asked);
  json["same"] = diff.SaysTheSame();
  for (const SectionDiff& section : diff.sections) {
    Json& entry = json[std::string(SectionKey(section.kind))];
    entry["alike"] = section.alike.size();
    entry["differ"] = Json::array();
    for (const PartDiff& part : section.parts) {
      entry["differ"].push_back(PartJson(part, section.kind));
    }
  }
  constexpr int kIndent = 2;
  return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tranche
