#include <utility>

#include "engine/layout/cell_text.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout_reading.h"

namespace tranche {

void ReadLevel(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  constexpr std::int64_t kLongest = 1000;
  CodeLevel level;
  level.span = node.span();
  YamlMap map(node, form::kLevel, reading.diagnostics);
  if (const YamlNode* column = map.Required("column")) {
    level.column = ColumnOf(*column, "`column`", reading).value_or(ColumnRef());
  }
  const YamlNode* length = map.Optional("length");
  const YamlNode* segments = map.Optional("segments");
  for (const YamlNode* size : {length, segments}) {
    if (size == nullptr) continue;
    const auto number = IntegerOf(*size, size == length ? "`length`" : "`segments`",
                                  reading.diagnostics, 1, kLongest);
    level.size = static_cast<std::size_t>(number.value_or(1));
  }
  const auto separator = map.OptionalText("separator");
  if (segments != nullptr) level.separator = separator ? separator->text : ".";
  map.Finish();
  if (node.IsMap() && (length == nullptr) == (segments == nullptr)) {
    reading.diagnostics->Error(node.span(),
                               length == nullptr ? "`level` does not say how long its codes are"
                                                 : "`level` says twice how long its codes are",
                               "write `length: 4` for codes of four characters, or `segments: 2` "
                               "for codes like 04.5");
  }
  if (separator && (segments == nullptr || separator->text.empty())) {
    reading.diagnostics->Error(
        separator->span,
        segments == nullptr ? "`separator` needs `segments`" : "`separator` is empty",
        "write the mark between the segments of a code, such as \".\"");
  }
  layout->level = std::move(level);
}

void ReadVersions(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  Versions versions;
  versions.span = node.span();
  YamlMap map(node, form::kVersions, reading.diagnostics);
  if (const YamlNode* column = map.Required("column")) {
    versions.column = ColumnOf(*column, "`column`", reading).value_or(ColumnRef());
  }
  bool is_last = true;
  if (const YamlNode* use = map.Required("use")) {
    const auto text = CodeText(*use, "`use`", reading.diagnostics);
    is_last = text && text->text == "last";
    if (text && !is_last) versions.use = std::string(TrimCell(text->text));
    if (text && TrimCell(text->text).empty()) {
      reading.diagnostics->Error(text->span, "`use` is empty",
                                 "write the version that is read, or last");
    }
  }
  if (const YamlNode* within = map.Optional("within")) {
    versions.within = ColumnsOf(*within, "`within`", reading);
    if (!is_last) {
      reading.diagnostics->Error(within->span(), "`within` needs `use: last`",
                                 "a version that is named is the same for all rows");
    }
  }
  map.Finish();
  layout->versions = std::move(versions);
}

void ReadOncePer(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  layout->once_per = ColumnsOf(node, "`once_per`", reading);
  if (layout->leaves_of) {
    reading.diagnostics->Error(node.span(), "`once_per` and `leaves_of` cannot stand together",
                               "keep `once_per` where each row repeats the amount of its group, "
                               "`leaves_of` where rows hold the sum of rows below");
  }
}

}  // namespace tranche
