#include <algorithm>
#include <utility>

#include "engine/base/pattern.h"
#include "engine/base/suggest.h"
#include "engine/layout/cell_text.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout_reading.h"

namespace tranche {
namespace {

constexpr std::string_view kExample = R"(write it as in '(?<code>\d+) (?<title>.*)')";

/// The names of the parts that `expression` cuts out; reports where it has none or is broken.
std::vector<std::string> PartsOf(const SpannedText& expression, LayoutReading& reading) {
  const auto pattern = Pattern::Compile(WithNamedGroups(expression.text));
  std::vector<std::string> names;
  if (!pattern.ok()) {
    const auto fault = FaultOf(WithNamedGroups(expression.text));
    reading.diagnostics->Error(
        expression.span,
        "this does not say how a cell is cut: " +
            (fault ? fault->reason : std::string(pattern.status().message())),
        fault && !fault->advice.empty() ? fault->advice : std::string(kExample));
    return names;
  }
  for (const auto& [name, number] : pattern->NamedGroups()) {
    if (number <= Pattern::kMostGroups) names.push_back(name);
  }
  if (names.empty()) {
    reading.diagnostics->Error(expression.span, "this gives no part of the cell a name",
                               std::string(kExample) + ": each (?<…>…) is a part");
  }
  return names;
}

/// The expression of `node`, and the parts that it names.
std::string ExpressionWithParts(const YamlNode& node, std::string_view what, LayoutReading& reading,
                                std::vector<std::string>* parts) {
  const auto text = ScalarText(node, what, reading.diagnostics);
  if (!text) return "";
  if (TrimCell(text->text).empty()) {
    reading.diagnostics->Error(text->span, std::string(what) + " is empty", std::string(kExample));
    return "";
  }
  *parts = PartsOf(*text, reading);
  return parts->empty() ? "" : text->text;
}

void ReadSplit(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  YamlMap map(node, form::kSplit, reading.diagnostics);
  ColumnRef column;
  if (const YamlNode* name = map.Required("column")) {
    column = ColumnOf(*name, "`column`", reading).value_or(ColumnRef());
  }
  std::vector<std::string> parts;
  const YamlNode* into = map.Required("into");
  if (into != nullptr) column.split = ExpressionWithParts(*into, "`into`", reading, &parts);
  map.Finish();
  for (std::string& part : parts) {
    const auto has_name = [&part](const MadeColumn& made) { return made.name == part; };
    if (std::any_of(layout->made_columns.begin(), layout->made_columns.end(), has_name)) {
      reading.diagnostics->Error(into->span(), "two parts are named '" + part + "'",
                                 "give one of them another name");
      continue;
    }
    column.take = part;
    layout->made_columns.push_back({std::move(part), column});
  }
}

}  // namespace

void ReadSplits(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  if (!node.IsList()) return ReadSplit(node, reading, layout);
  for (const YamlNode& item : node.items()) ReadSplit(item, reading, layout);
}

void ReadFillDown(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  layout->fill_down = ColumnsOf(node, "`fill_down`", reading);
}

void ReadPart(YamlMap& map, LayoutReading& reading, ColumnRef* column) {
  const YamlNode* split = map.Optional("split");
  const YamlNode* take = map.Optional("take");
  if (split == nullptr && take == nullptr) return;
  if (split == nullptr || take == nullptr) {
    const YamlNode* present = split == nullptr ? take : split;
    reading.diagnostics->Error(present->span(), "`split` and `take` belong together",
                               "`split` says how a cell is cut, `take` names the part that is "
                               "wanted");
    return;
  }
  std::vector<std::string> parts;
  column->split = ExpressionWithParts(*split, "`split`", reading, &parts);
  const auto name = ScalarText(*take, "`take`", reading.diagnostics);
  if (!name || parts.empty()) return;
  column->take = name->text;
  if (std::find(parts.begin(), parts.end(), name->text) != parts.end()) return;
  std::string known;
  for (const std::string& part : parts) known += (known.empty() ? "" : ", ") + part;
  reading.diagnostics->Error(name->span, "`split` has no part named '" + name->text + "'",
                             "its parts are " + known);
}

}  // namespace tranche
