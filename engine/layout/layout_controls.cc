#include <charconv>
#include <utility>

#include "engine/layout/cell_text.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout_reading.h"

namespace tranche {
namespace {

constexpr std::string_view kHowByYear =
    "write it as in `control_total: {2017: {amount: 1250}}`, or `control_total: 1250` for the "
    "whole file";

std::optional<std::int16_t> YearOf(const YamlEntry& entry, LayoutReading& reading) {
  int year = 0;
  const char* const end = entry.key.data() + entry.key.size();
  const auto [rest, error] = std::from_chars(entry.key.data(), end, year);
  if (error == std::errc() && rest == end && year >= kFirstYear && year <= kLastYear) {
    return static_cast<std::int16_t>(year);
  }
  reading.diagnostics->Error(entry.key_span, "'" + entry.key + "' is no year",
                             std::string(kHowByYear));
  return std::nullopt;
}

/// `differs_by` and `because`: a difference that nobody explains is none that is known.
void ReadKnownDifference(YamlMap& map, LayoutReading& reading, ControlTotal* total) {
  const YamlNode* differs_by = map.Optional("differs_by");
  const auto because = map.OptionalText("because");
  if (because) total->because = because->text;
  if (differs_by == nullptr) {
    if (!because) return;
    reading.diagnostics->Error(because->span, "`because` needs `differs_by`",
                               "write by how much what is read differs, as in differs_by: -120");
    return;
  }
  const auto amount = AmountOf(*differs_by, "`differs_by`", reading);
  total->differs_by = amount.value_or(Amount());
  if (amount && amount->IsZero()) {
    reading.diagnostics->Error(differs_by->span(), "`differs_by` is 0",
                               "leave it out where nothing differs");
  }
  const auto size = amount && amount->IsNegative() ? amount->Negated() : amount;
  if (size && !size->IsZero() && total->tolerance >= *size) {
    reading.diagnostics->Error(differs_by->span(),
                               "`tolerance` is not smaller than `differs_by`, so that a difference "
                               "that is gone would not be seen",
                               "write a smaller tolerance, or leave one of the two out");
  }
  if (because) return;
  reading.diagnostics->Error(differs_by->span(), "`differs_by` needs `because`",
                             "say why the two differ, as in because: the file leaves out pensions");
}

/// What totals by year and those of a list have in common.
void ReadTotal(YamlMap& map, LayoutReading& reading, ControlTotal* total) {
  total->span = map.node().span();
  if (const YamlNode* amount = map.Required("amount")) {
    total->amount = AmountOf(*amount, "`amount`", reading).value_or(Amount());
  }
  if (const YamlNode* tolerance = map.Optional("tolerance")) {
    total->tolerance = ToleranceOf(*tolerance, reading);
  }
  if (const YamlNode* phase = map.Optional("phase")) total->phase = PhaseOf(*phase, reading);
  ReadKnownDifference(map, reading, total);
  if (auto source = map.OptionalText("source")) total->source = std::move(source->text);
}

void ReadCells(const YamlNode& node, LayoutReading& reading, ControlTotal* total) {
  if (!node.IsMap() || node.entries().empty()) {
    reading.diagnostics->Error(node.span(), "`of` must say which rows the total sums up",
                               R"(write columns and their values, as in of: {CHAPTER: "14"})");
    return;
  }
  for (const YamlEntry& entry : node.entries()) {
    const auto value =
        CodeText(entry.value, "the value of '" + entry.key + "'", reading.diagnostics);
    if (!value) continue;
    if (TrimCell(value->text).empty()) {
      reading.diagnostics->Error(value->span, "the value of '" + entry.key + "' is empty",
                                 "write what stands in the cells of the rows");
      continue;
    }
    total->of.push_back({{entry.key, entry.key_span}, std::string(TrimCell(value->text))});
  }
}

/// A total that is a number alone.
ControlTotal PlainTotal(const YamlNode& node, std::string_view what, LayoutReading& reading) {
  ControlTotal total;
  total.span = node.span();
  total.amount = AmountOf(node, what, reading).value_or(Amount());
  return total;
}

ControlTotal ReadEntry(const YamlNode& node, LayoutReading& reading) {
  ControlTotal total;
  YamlMap map(node, form::kControlEntry, reading.diagnostics);
  ReadTotal(map, reading, &total);
  if (const YamlNode* year = map.Optional("year")) {
    const auto number = IntegerOf(*year, "`year`", reading.diagnostics, kFirstYear, kLastYear);
    if (number) total.year = static_cast<std::int16_t>(*number);
  }
  if (const YamlNode* of = map.Optional("of")) ReadCells(*of, reading, &total);
  map.Finish();
  return total;
}

std::vector<ControlTotal> TotalsByYear(const YamlNode& node, LayoutReading& reading) {
  std::vector<ControlTotal> totals;
  for (const YamlEntry& entry : node.entries()) {
    const auto year = YearOf(entry, reading);
    ControlTotal total;
    if (entry.value.IsScalar() && !entry.value.text().empty()) {
      total = PlainTotal(entry.value, "the control total", reading);
    } else {
      YamlMap map(entry.value, form::kControlTotal, "the control total of '" + entry.key + "'",
                  reading.diagnostics);
      ReadTotal(map, reading, &total);
      map.Finish();
    }
    total.year = year;
    if (year) totals.push_back(std::move(total));
  }
  return totals;
}

}  // namespace

std::vector<ControlTotal> ReadControlTotals(const YamlNode& node, LayoutReading& reading) {
  if (node.IsMap() && node.Find("amount") == nullptr) return TotalsByYear(node, reading);
  std::vector<ControlTotal> totals;
  if (node.IsMap()) totals.push_back(ReadEntry(node, reading));
  if (node.IsList()) {
    for (const YamlNode& item : node.items()) totals.push_back(ReadEntry(item, reading));
  }
  if (node.IsScalar() && !node.text().empty()) {
    totals.push_back(PlainTotal(node, "`control_total`", reading));
  }
  if (totals.empty()) {
    reading.diagnostics->Error(node.span(), "`control_total` says no total",
                               std::string(kHowByYear));
  }
  return totals;
}

}  // namespace tranche
