#include "engine/report/resolved_book.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/suggest.h"
#include "engine/base/yaml_writer.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

using PlaceOfPath = std::function<std::string(const std::string&)>;

/// Parts of a book have their origin; what is inside of one only where another file wrote it.
YamlWriting WithOrigins() {
  constexpr std::size_t kDepthOfParts = 2;
  YamlWriting writing;
  writing.comment = [](std::size_t depth, const SourceSpan& place, const SourceSpan& around) {
    const bool is_part = depth <= kDepthOfParts || place.source != around.source;
    return is_part ? PlaceOf(place) : std::string();
  };
  return writing;
}

/// `ports: {file: …}` with the path as somebody else reaches the file.
YamlNode ListWithPlace(const YamlNode& list, const PlaceOfPath& place_of) {
  std::vector<YamlEntry> entries = list.entries();
  for (YamlEntry& entry : entries) {
    if (entry.key != "file" || entry.value.span().source == nullptr) continue;
    const fs::path folder = fs::path(entry.value.span().source->path()).parent_path();
    const std::string path = (folder / entry.value.text()).lexically_normal().string();
    entry.value = YamlNode::Text(place_of ? place_of(path) : path, true, entry.value.span());
  }
  return YamlNode::Map(std::move(entries), list.span());
}

YamlNode WithPlacesOfLists(const YamlNode& tree, const PlaceOfPath& place_of) {
  std::vector<YamlEntry> entries = tree.entries();
  for (YamlEntry& entry : entries) {
    if (entry.key != "lists" || !entry.value.IsMap()) continue;
    std::vector<YamlEntry> lists = entry.value.entries();
    for (YamlEntry& list : lists) list.value = ListWithPlace(list.value, place_of);
    entry.value = YamlNode::Map(std::move(lists), entry.value.span());
  }
  return YamlNode::Map(std::move(entries), tree.span());
}

std::string Head(const Rulebook& book) {
  std::string text = "# The rulebook " + book.name +
                     " as it is applied: every file that it includes or extends, in one.\n"
                     "# Behind each part stands the file and the line that wrote it.\n";
  for (std::string setting : book.settings) {
    std::replace_if(
        setting.begin(), setting.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    text += "# With --set \"" + setting + "\"\n";
  }
  return text;
}

absl::Status NoSuch(std::string_view what, const std::string& name,
                    const std::vector<std::string>& known) {
  const std::string hint = DidYouMean(name, known);
  return absl::NotFoundError("the rulebook has no " + std::string(what) + " '" + name + "'" +
                             (hint.empty() ? "" : "; " + hint));
}

YamlNode Piece(const std::string& key, YamlNode value, const YamlNode& tree) {
  std::vector<YamlEntry> entries;
  for (const YamlEntry& entry : tree.entries()) {
    if (entry.key != key) continue;
    entries.push_back({key, entry.key_span, std::move(value)});
    break;
  }
  return YamlNode::Map(std::move(entries), tree.span());
}

absl::StatusOr<YamlNode> PartPiece(const YamlNode& tree, const std::string& part) {
  if (const YamlNode* found = tree.Find(part)) return Piece(part, *found, tree);
  std::vector<std::string> parts;
  for (const YamlEntry& entry : tree.entries()) parts.push_back(entry.key);
  return NoSuch("part", part, parts);
}

absl::StatusOr<YamlNode> RulePiece(const YamlNode& tree, const std::string& id) {
  std::vector<std::string> ids;
  if (const YamlNode* rules = tree.Find("rules")) {
    for (const YamlNode& rule : rules->items()) {
      const YamlNode* found = rule.Find("id");
      if (found == nullptr) continue;
      if (found->text() == id) return Piece("rules", YamlNode::List({rule}, rules->span()), tree);
      ids.push_back(found->text());
    }
  }
  return NoSuch("rule", id, ids);
}

absl::StatusOr<YamlNode> ItemPiece(const YamlNode& tree, const std::string& name) {
  std::vector<std::string> names;
  if (const YamlNode* items = tree.Find("items")) {
    for (const YamlEntry& item : items->entries()) {
      if (item.key == name) return Piece("items", YamlNode::Map({item}, items->span()), tree);
      names.push_back(item.key);
    }
  }
  return NoSuch("item", name, names);
}

}  // namespace

std::string ResolvedBookText(const Rulebook& book, const PlaceOfPath& place_of) {
  return Head(book) + WriteYaml(WithPlacesOfLists(*book.resolved, place_of), WithOrigins());
}

absl::StatusOr<std::string> ResolvedBookPiece(const Rulebook& book,
                                              const BookSelection& selection) {
  const YamlNode tree = WithPlacesOfLists(*book.resolved, {});
  std::string text;
  const auto append = [&text](const absl::StatusOr<YamlNode>& piece) {
    if (piece.ok()) text += WriteYaml(*piece, WithOrigins());
    return piece.status();
  };
  absl::Status status;
  if (!selection.part.empty()) status = append(PartPiece(tree, selection.part));
  if (status.ok() && !selection.item.empty()) status = append(ItemPiece(tree, selection.item));
  if (status.ok() && !selection.rule.empty()) status = append(RulePiece(tree, selection.rule));
  if (!status.ok()) return status;
  return text;
}

}  // namespace tranche
