#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "engine/base/misspelt_keys.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout.h"
#include "engine/layout/layout_reading.h"

namespace tranche {
namespace {

/// `columns` in an entry of a list of amounts is no misspelt `column`.
constexpr std::array<std::string_view, 1> kOtherwiseReported = {"columns"};
void ReadName(YamlMap& map, LayoutReading& reading, Layout* layout) {
  if (const YamlNode* node = map.Required("layout")) {
    layout->name = FileName(*node, "layout", reading);
  }
  if (const YamlNode* node = map.Required("format")) CheckFormat(*node, "layouts", reading);
  if (auto title = map.OptionalText("title")) layout->title = std::move(title->text);
  map.OptionalText("source");
}

void CheckPhases(const YamlNode& node, LayoutReading& reading, const Layout& layout) {
  if (layout.phase.value || layout.phase.column || node.Find("phase") != nullptr) return;
  if (node.Find("amount") == nullptr) return;
  const bool each_has_one =
      layout.year_columns
          ? !layout.year_columns->phases.empty() || !layout.year_columns->phase_words.empty()
          : std::all_of(layout.amounts.begin(), layout.amounts.end(),
                        [](const AmountColumn& amount) { return amount.phase.has_value(); });
  if (each_has_one) return;
  reading.diagnostics->Error(node.span(), "the layout needs `phase:`",
                             "add a line such as `phase: adopted`, or give each amount its phase");
}

/// What no part can see alone.
void CheckWhole(const YamlNode& node, LayoutReading& reading, const Layout& layout) {
  if (!node.IsMap() || node.is_cut()) return;
  CheckPhases(node, reading, layout);
  if (node.Find("text") == nullptr && node.Find("codes") == nullptr) {
    reading.diagnostics->Error(node.span(), "the layout needs `text:` or `codes:`",
                               "without a text or a code no rule can say what a line is");
  } else if (layout.texts.empty() && layout.codes.empty() && !reading.diagnostics->HasErrors()) {
    reading.diagnostics->Error(node.span(), "the layout names no text and no code",
                               "without a text or a code no rule can say what a line is");
  }
  for (const TextSource& text : layout.texts) {
    if (text.source.kind != CellSource::Kind::kParentTitles || layout.leaves_of) continue;
    reading.diagnostics->Error(text.source.span, "`parents: titles` needs `rows: {leaves_of: …}`",
                               "only there the layout says which rows stand above a line");
  }
}

void ReadLayout(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  YamlMap map(node, form::kLayout, reading.diagnostics);
  ReadName(map, reading, layout);
  if (const YamlNode* part = map.Optional("recognise")) ReadRecognise(*part, reading, layout);
  if (const YamlNode* part = map.Optional("file")) ReadFileForm(*part, reading, layout);
  ReadGroupValues(map, reading, layout);
  if (const YamlNode* part = map.Required("year")) ReadYear(*part, reading, layout);
  if (const YamlNode* part = map.Required("amount")) ReadAmount(*part, reading, layout);
  if (const YamlNode* part = map.Optional("split")) ReadSplits(*part, reading, layout);
  if (const YamlNode* part = map.Optional("fill_down")) ReadFillDown(*part, reading, layout);
  if (const YamlNode* part = map.Optional("key")) layout->key = ColumnsOf(*part, "`key`", reading);
  if (const YamlNode* part = map.Optional("text")) ReadTexts(*part, reading, layout);
  if (const YamlNode* part = map.Optional("codes")) ReadCodes(*part, reading, layout);
  if (const YamlNode* part = map.Optional("fields")) ReadFields(*part, reading, layout);
  if (const YamlNode* part = map.Optional("nature")) ReadNature(*part, reading, layout);
  if (const YamlNode* part = map.Optional("rows")) ReadRows(*part, reading, layout);
  if (const YamlNode* part = map.Optional("control_total")) {
    layout->control_totals = ReadControlTotals(*part, reading);
  }
  map.Finish();
  CheckWhole(node, reading, *layout);
}

}  // namespace

absl::StatusOr<std::optional<Layout>> LoadLayout(const std::string& path,
                                                 const CountryTable& countries,
                                                 Diagnostics* diagnostics) {
  Diagnostics found;  // its own: the caller's may hold errors of other files
  absl::StatusOr<YamlNode> node = LoadYamlFile(path, &found);
  if (!node.ok()) return node.status();
  Layout layout;
  layout.path = path;
  if (node->span().source != nullptr) layout.text = std::string(node->span().source->content());
  LayoutReading reading{countries, std::filesystem::path(path).parent_path().string(), &found};
  // A file that is no YAML has one mistake, not also those that follow from it.
  if (node->IsMap() || !found.HasErrors()) {
    const FormValue layout_form{.kind = FormValue::Kind::kMap, .form = &form::kLayout};
    ReadLayout(CorrectMisspeltKeys(*std::move(node), layout_form, &found, kOtherwiseReported),
               reading, &layout);
  }
  diagnostics->Append(found);
  if (found.HasErrors()) return std::optional<Layout>();
  return std::optional<Layout>(std::move(layout));
}

}  // namespace tranche
