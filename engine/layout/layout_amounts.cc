#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/base/pattern.h"
#include "engine/layout/cell_text.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout_reading.h"

namespace tranche {
namespace {

/// Years that a column may lie away from the budget year.
constexpr std::int64_t kMaxYearOffset = 400;

/// True for an unquoted number that is likelier a year than the name of a column.
bool LooksLikeYear(const YamlNode& node) {
  const std::string& text = node.text();
  return node.IsScalar() && !node.quoted() && text.size() == 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         text >= "1800" && text <= "2200";
}

/// A whole number with sign that fills `text`.
std::optional<std::int32_t> WholeNumber(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int32_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc() || rest != end) return std::nullopt;
  return value;
}

/// `-2`, `-1..0`, `..-2`, `1..`, `..`; false where it is none of these.
bool ReadRange(std::string_view text, PhaseByOffset* range) {
  text = TrimCell(text);
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto value = WholeNumber(text);
    if (!value) return false;
    range->from = range->to = *value;
    return true;
  }
  const std::string_view from = TrimCell(text.substr(0, dots));
  const std::string_view to = TrimCell(text.substr(dots + 2));
  const auto first = WholeNumber(from);
  const auto last = WholeNumber(to);
  if ((!from.empty() && !first) || (!to.empty() && !last)) return false;
  range->from = first.value_or(INT32_MIN);
  range->to = last.value_or(INT32_MAX);
  return range->from <= range->to;
}

void ReadPhasesByOffset(const YamlNode& node, LayoutReading& reading, YearColumns* columns) {
  if (!node.IsMap()) {
    if (const auto phase = PhaseOf(node, reading)) {
      columns->phases.push_back({INT32_MIN, INT32_MAX, *phase});
    }
    return;
  }
  std::vector<std::string> names;
  for (const YamlEntry& entry : node.entries()) {
    PhaseByOffset range;
    const auto phase = PhaseOf(entry.value, reading);
    if (!ReadRange(entry.key, &range)) {
      reading.diagnostics->Error(
          entry.key_span, "'" + entry.key + "' is no distance from the budget year",
          "write 0 for the budget year, -1 for the year before, ..-2 for all "
          "years up to two before, 1.. for all years behind it");
      continue;
    }
    for (std::size_t i = 0; i < columns->phases.size(); ++i) {
      const PhaseByOffset& other = columns->phases[i];
      if (range.from > other.to || other.from > range.to) continue;
      reading.diagnostics->Error(entry.key_span,
                                 "'" + entry.key + "' and '" + names[i] + "' overlap",
                                 "each year column has one phase: let the ranges meet, not cross");
      break;
    }
    range.phase = phase.value_or(Phase::kAdopted);
    columns->phases.push_back(range);
    names.push_back(entry.key);
  }
}

void ReadDroppedColumns(const YamlNode& node, LayoutReading& reading, YearColumns* columns) {
  if (!node.IsMap()) {
    reading.diagnostics->Error(
        node.span(),
        "`drop` must say why each column is left out, not be " + std::string(node.KindName()),
        "write it as in `drop: {TQ: transition quarter}`");
    return;
  }
  for (const YamlEntry& entry : node.entries()) {
    const auto reason =
        ScalarText(entry.value, "the reason to drop '" + entry.key + "'", reading.diagnostics);
    if (!reason) continue;
    if (reason->text.empty()) {
      reading.diagnostics->Error(reason->span, "the reason to drop '" + entry.key + "' is empty",
                                 "say why this money makes no budget line");
    }
    ColumnRef column{std::string(TrimCell(entry.key)), entry.key_span};
    columns->dropped.emplace_back(std::move(column), reason->text);
  }
}

/// What the part `phase` of a column's title means.
void ReadPhaseWords(const YamlNode& node, LayoutReading& reading, YearColumns* columns) {
  constexpr std::string_view kHow =
      R"(write it as in columns: '/(?<phase>BA|IST) (?<year>\d{4})/' )"
      "and phases: {BA: adopted, IST: outturn}";
  const auto pattern = Pattern::Compile(WithNamedGroups(columns->pattern));
  bool has_part = false;
  if (pattern.ok()) {
    for (const auto& [name, number] : pattern->NamedGroups()) has_part |= name == "phase";
  }
  if (!node.IsMap() || !has_part) {
    reading.diagnostics->Error(node.span(),
                               node.IsMap() ? "`phases` needs a part `phase` in `columns`"
                                            : "`phases` must say which word means which phase",
                               std::string(kHow));
    columns->phase_words.emplace("", Phase::kAdopted);  // or the layout seems to have no phase
    return;
  }
  for (const YamlEntry& entry : node.entries()) {
    const auto phase = PhaseOf(entry.value, reading);
    if (phase) columns->phase_words.emplace(TrimCell(entry.key), *phase);
  }
}

void ReadYearColumns(YamlMap& map, LayoutReading& reading, Layout* layout) {
  YearColumns columns;
  columns.span = map.node().span();
  if (const YamlNode* pattern = map.Optional("columns")) {
    columns.pattern = ExpressionOf(*pattern, "`columns`", reading).value_or("");
  }
  if (const YamlNode* phase = map.Optional("phase")) ReadPhasesByOffset(*phase, reading, &columns);
  if (const YamlNode* phases = map.Optional("phases")) {
    ReadPhaseWords(*phases, reading, &columns);
  }
  if (const YamlNode* drop = map.Optional("drop")) ReadDroppedColumns(*drop, reading, &columns);
  if (const YamlNode* column = map.node().Find("column")) {
    map.Allow("column");
    reading.diagnostics->Error(column->span(), "`amount` has both `column` and `columns`",
                               "name one column, or the expression that finds the year columns");
  }
  map.Finish();
  layout->year_columns = std::move(columns);
}

void ReadAmountMap(YamlMap& map, LayoutReading& reading, Layout* layout) {
  AmountColumn amount;
  if (const YamlNode* column = map.Required("column")) {
    if (auto ref = ColumnOf(*column, "`column`", reading)) amount.column = *std::move(ref);
  }
  if (const YamlNode* phase = map.Optional("phase")) amount.phase = PhaseOf(*phase, reading);
  if (const YamlNode* year = map.Optional("year")) {
    const auto offset = IntegerOf(*year, "`year` of an amount", reading.diagnostics,
                                  -kMaxYearOffset, kMaxYearOffset);
    amount.year_offset = static_cast<std::int16_t>(offset.value_or(0));
  }
  map.Finish();
  layout->amounts.push_back(std::move(amount));
}

void ReadAmountEntry(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  if (node.IsMap()) {
    YamlMap map(node, form::kAmountColumn, reading.diagnostics);
    ReadAmountMap(map, reading, layout);
  } else if (auto column = ColumnOf(node, "an entry of `amount`", reading)) {
    layout->amounts.push_back({*std::move(column), std::nullopt, 0});
  }
  const std::size_t last = layout->amounts.size();
  for (std::size_t i = 0; i + 1 < last; ++i) {
    const ColumnRef& column = layout->amounts[last - 1].column;
    if (column.name.empty() || layout->amounts[i].column.name != column.name) continue;
    reading.diagnostics->Error(column.span, "the amount column '" + column.name + "' stands twice",
                               "its money would count twice");
    layout->amounts.pop_back();
    return;
  }
}

}  // namespace

/// `starts` and `named_by`: nobody can tell one from the other, so both must be said.
void ReadFiscalYear(YamlMap& map, LayoutReading& reading, FiscalYear* fiscal) {
  const YamlNode* starts = map.Optional("starts");
  const YamlNode* named_by = map.Optional("named_by");
  if (starts != nullptr) {
    const auto month = IntegerOf(*starts, "`starts`", reading.diagnostics, 2, 12);
    fiscal->first_month = static_cast<int>(month.value_or(1));
  }
  if (named_by != nullptr) {
    const auto text = ScalarText(*named_by, "`named_by`", reading.diagnostics);
    fiscal->named_by_start = !text || text->text == "start";
    if (text && text->text != "start" && text->text != "end") {
      reading.diagnostics->Error(text->span, "`named_by` cannot be '" + text->text + "'",
                                 "write start where the year 2024 begins in 2024, end where it "
                                 "ends in 2024");
    }
  }
  if ((starts == nullptr) == (named_by == nullptr)) return;
  reading.diagnostics->Error((starts != nullptr ? starts : named_by)->span(),
                             "`starts` and `named_by` stand together",
                             "write both, as in {starts: 4, named_by: start} for a year 2024 that "
                             "begins in April 2024");
}

void ReadYear(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  YearSource& year = layout->year;
  year.span = node.span();
  if (LooksLikeYear(node)) {
    reading.diagnostics->Error(node.span(), "`year` names the column in which years stand",
                               "write `year: {value: " + node.text() +
                                   "}` for a fixed year, or \"" + node.text() +
                                   "\" in quotes for a column of that name");
    return;
  }
  if (!node.IsMap()) {
    year.column = ColumnOf(node, "`year`", reading);
    return;
  }
  YamlMap map(node, form::kYear, reading.diagnostics);
  if (const YamlNode* value = map.Optional("value")) {
    const auto number = IntegerOf(*value, "`value`", reading.diagnostics, kFirstYear, kLastYear);
    if (number) year.value = static_cast<std::int16_t>(*number);
  }
  if (const YamlNode* column = map.Optional("column")) {
    year.column = ColumnOf(*column, "`column`", reading);
  }
  if (const YamlNode* pattern = map.Optional("file_name")) {
    year.file_name_pattern = ExpressionOf(*pattern, "`file_name`", reading).value_or("");
  }
  ReadFiscalYear(map, reading, &year.fiscal);
  map.Finish();
  const std::ptrdiff_t ways =
      std::count_if(node.entries().begin(), node.entries().end(), [](const YamlEntry& entry) {
        return entry.key == "value" || entry.key == "column" || entry.key == "file_name";
      });
  if (ways != 1) {
    reading.diagnostics->Error(
        node.span(),
        ways == 0 ? "`year` does not say where the year comes from"
                  : "`year` says in several ways where the year comes from",
        R"(write one of {value: 2017}, {column: NAME}, {file_name: '/(\d{4})/'})");
  }
}

void ReadAmount(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  if (node.IsList()) {
    if (node.items().empty()) {
      reading.diagnostics->Error(node.span(), "`amount` is an empty list",
                                 "name the columns that hold the amounts");
    }
    for (const YamlNode& item : node.items()) {
      if (item.IsMap() && item.Find("columns") != nullptr) {
        reading.diagnostics->Error(item.span(),
                                   "`columns` finds all year columns and stands in no list",
                                   R"(write `amount: {columns: '/\d{4}/', …}` without the dash)");
        continue;
      }
      ReadAmountEntry(item, reading, layout);
    }
    return;
  }
  if (!node.IsMap()) {
    if (auto column = ColumnOf(node, "`amount`", reading)) {
      layout->amounts.push_back({*std::move(column), std::nullopt, 0});
    }
    return;
  }
  if (node.Find("columns") != nullptr) {
    YamlMap map(node, form::kYearColumns, reading.diagnostics);
    ReadYearColumns(map, reading, layout);
  } else {
    YamlMap map(node, form::kAmountColumn, "`amount`", reading.diagnostics);
    ReadAmountMap(map, reading, layout);
  }
}

}  // namespace tranche
