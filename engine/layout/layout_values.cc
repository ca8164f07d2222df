#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "engine/base/pattern.h"
#include "engine/base/suggest.h"
#include "engine/layout/cell_text.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout_reading.h"
#include "engine/layout/number_format.h"

namespace tranche {
namespace {

/// The names of the table's countries beside their codes, so that `Spain` is answered by `ESP`.
std::string CountryHint(std::string_view text, const CountryTable& countries) {
  std::vector<std::string> names;
  for (const Country& country : countries.countries()) names.push_back(country.name);
  const std::vector<std::string> near = NearestNames(text, names, 1);
  for (const Country& country : countries.countries()) {
    if (!near.empty() && country.name == near.front()) {
      return "write the three-letter code of " + country.name + ": " + country.code.ToString();
    }
  }
  const std::string hint = DidYouMean(text, countries.Codes());
  return hint.empty() ? "write the three-letter code of ISO 3166, such as POL" : hint;
}

std::string CurrencyHint(std::string_view text, const CountryTable& countries) {
  std::vector<std::string> codes;
  for (const Country& country : countries.countries()) codes.push_back(country.currency.ToString());
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  const std::string hint = DidYouMean(text, codes);
  return hint.empty() ? "write the three-letter code of ISO 4217, such as EUR" : hint;
}

std::optional<CountryCode> CountryOf(const YamlNode& node, LayoutReading& reading) {
  const auto text = ScalarText(node, "`country`", reading.diagnostics);
  if (!text) return std::nullopt;
  if (reading.countries.IsKnownCountry(text->text)) return CountryCode::Parse(text->text);
  reading.diagnostics->Error(text->span, "unknown country '" + text->text + "'",
                             CountryHint(text->text, reading.countries));
  return std::nullopt;
}

std::optional<CurrencyCode> CurrencyOf(const YamlNode& node, LayoutReading& reading) {
  const auto text = ScalarText(node, "`currency`", reading.diagnostics);
  if (!text) return std::nullopt;
  if (CountryTable::IsKnownCurrency(text->text)) return CurrencyCode::Parse(text->text);
  reading.diagnostics->Error(text->span, "unknown currency '" + text->text + "'",
                             CurrencyHint(text->text, reading.countries));
  return std::nullopt;
}

std::optional<std::int64_t> UnitOf(const YamlNode& node, LayoutReading& reading) {
  const auto unit = IntegerOf(node, "`unit`", reading.diagnostics);
  if (!unit || *unit > 0) return unit;
  reading.diagnostics->Error(node.span(), "`unit` must be more than zero",
                             "write 1 for whole currency units, 1000 for thousands");
  return std::nullopt;
}

template <typename T>
using ReadValue = std::optional<T> (*)(const YamlNode&, LayoutReading&);

/// A value, or `{column: …, values: {…}}`.
template <typename T>
void ReadValueOrColumn(const YamlNode& node, const Form& form, ReadValue<T> read,
                       LayoutReading& reading, ValueOrColumn<T>* target) {
  target->span = node.span();
  if (!node.IsMap()) {
    if (node.IsScalar()) {
      target->value = read(node, reading);
    } else {
      reading.diagnostics->Error(node.span(),
                                 std::string(form.what) + " must be a value or a column, not " +
                                     std::string(node.KindName()),
                                 "write one value for the whole file, or {column: NAME}");
    }
    return;
  }
  YamlMap map(node, form, reading.diagnostics);
  if (const YamlNode* column = map.Required("column")) {
    target->column = ColumnOf(*column, "`column`", reading);
  }
  if (const YamlNode* values = map.Optional("values")) {
    if (!values->IsMap()) {
      reading.diagnostics->Error(values->span(),
                                 "`values` must say what each cell means, as in "
                                 "`values: {cell: value}`",
                                 "write what stands in the cells, and behind each what it means");
    }
    for (const YamlEntry& entry : values->entries()) {
      const auto value = read(entry.value, reading);
      if (value) target->values.emplace(TrimCell(entry.key), *value);
    }
  }
  map.Finish();
}

void ReadLanguages(const YamlNode& node, LayoutReading& reading, Layout* layout) {
  std::vector<const YamlNode*> nodes;
  if (node.IsList()) {
    for (const YamlNode& item : node.items()) nodes.push_back(&item);
  } else {
    nodes.push_back(&node);
  }
  for (const YamlNode* item : nodes) {
    const auto text = CodeText(*item, "`language`", reading.diagnostics);
    if (!text) continue;
    const bool is_code = (text->text.size() == 2 || text->text.size() == 3) &&
                         std::all_of(text->text.begin(), text->text.end(),
                                     [](char c) { return c >= 'a' && c <= 'z'; });
    if (is_code) {
      layout->languages.push_back(text->text);
    } else {
      reading.diagnostics->Error(text->span, "'" + text->text + "' is no language code",
                                 "write two or three small letters, such as de or es");
    }
  }
}

}  // namespace

std::optional<ColumnRef> ColumnOf(const YamlNode& node, std::string_view what,
                                  LayoutReading& reading) {
  if (!node.IsScalar()) {
    reading.diagnostics->Error(
        node.span(),
        std::string(what) + " must name a column, not be " + std::string(node.KindName()),
        "write the column's title as in the file, or its letter");
    return std::nullopt;
  }
  const std::string_view name = TrimCell(node.text());
  if (name.empty()) {
    reading.diagnostics->Error(node.span(), std::string(what) + " must name a column, but is empty",
                               "write the column's title as in the file, or its letter");
    return std::nullopt;
  }
  return ColumnRef{std::string(name), node.span()};
}

std::vector<ColumnRef> ColumnsOf(const YamlNode& node, std::string_view what,
                                 LayoutReading& reading) {
  std::vector<ColumnRef> columns;
  if (!node.IsList()) {
    if (auto column = ColumnOf(node, what, reading)) columns.push_back(*std::move(column));
    return columns;
  }
  if (node.items().empty()) {
    reading.diagnostics->Error(node.span(), std::string(what) + " is an empty list",
                               "name at least one column, or leave the key out");
  }
  for (const YamlNode& item : node.items()) {
    auto column = ColumnOf(item, "each entry of " + std::string(what), reading);
    if (!column) continue;
    const bool twice = std::any_of(columns.begin(), columns.end(), [&](const ColumnRef& other) {
      return other.name == column->name;
    });
    if (twice) {
      reading.diagnostics->Error(
          column->span, std::string(what) + " names the column '" + column->name + "' twice",
          "remove one of them");
    } else {
      columns.push_back(*std::move(column));
    }
  }
  return columns;
}

std::optional<std::string> ExpressionOf(const YamlNode& node, std::string_view what,
                                        LayoutReading& reading) {
  const auto text = ScalarText(node, what, reading.diagnostics);
  if (!text) return std::nullopt;
  const auto expression = SlashedPattern(text->text);
  if (!expression || expression->empty()) {
    reading.diagnostics->Error(text->span,
                               std::string(what) + " must be a search pattern between slashes",
                               R"(write it as in '/\d{4}/')");
    return std::nullopt;
  }
  if (!ExpressionIsSound(*expression, text->span, reading)) return std::nullopt;
  return std::string(*expression);
}

bool ExpressionIsSound(std::string_view expression, const SourceSpan& span,
                       LayoutReading& reading) {
  const auto compiled = Pattern::Compile(WithNamedGroups(expression));
  if (compiled.ok()) return true;
  reading.diagnostics->Error(
      span,
      "what stands between the slashes is no search pattern: " +
          std::string(compiled.status().message()),
      "a mark that stands for itself needs a backslash before it, as in \\( or \\.");
  return false;
}

std::optional<Phase> PhaseOf(const YamlNode& node, LayoutReading& reading) {
  const auto text = ScalarText(node, "`phase`", reading.diagnostics);
  if (!text) return std::nullopt;
  if (const auto phase = PhaseByName(text->text)) return phase;
  constexpr std::array kAll = {Phase::kDraft, Phase::kAdopted, Phase::kRevised, Phase::kOutturn,
                               Phase::kOutlook};
  std::vector<std::string> names;
  for (const Phase phase : kAll) names.emplace_back(PhaseName(phase));
  std::string hint = DidYouMean(text->text, names);
  if (hint.empty()) hint = "phases are draft, adopted, revised, outturn and outlook";
  reading.diagnostics->Error(text->span, "unknown phase '" + text->text + "'", hint);
  return std::nullopt;
}

void ReadGroupValues(YamlMap& map, LayoutReading& reading, Layout* layout) {
  if (const YamlNode* node = map.Required("country")) {
    ReadValueOrColumn<CountryCode>(*node, form::kCountryColumn, CountryOf, reading,
                                   &layout->country);
  }
  if (const YamlNode* node = map.Required("currency")) {
    ReadValueOrColumn<CurrencyCode>(*node, form::kCurrencyColumn, CurrencyOf, reading,
                                    &layout->currency);
  }
  if (const YamlNode* node = map.Optional("unit")) {
    ReadValueOrColumn<std::int64_t>(*node, form::kUnitColumn, UnitOf, reading, &layout->unit);
  } else {
    layout->unit.value = 1;
  }
  if (const YamlNode* node = map.Optional("phase")) {
    ReadValueOrColumn<Phase>(*node, form::kPhaseColumn, PhaseOf, reading, &layout->phase);
  }
  if (const YamlNode* node = map.Optional("language")) ReadLanguages(*node, reading, layout);
}

std::optional<Amount> AmountOf(const YamlNode& node, std::string_view what,
                               LayoutReading& reading) {
  const auto text = ScalarText(node, what, reading.diagnostics);
  if (!text) return std::nullopt;
  const ParsedNumber number = ParseAmount(text->text, {'.', '\0'}, 1);
  if (number.problem == NumberProblem::kNone && number.rounded_off_picos == 0) return number.amount;
  reading.diagnostics->Error(text->span,
                             std::string(what) + " '" + text->text + "' is no amount of money",
                             "write digits without grouping, in currency units: 443133329500 or "
                             "1250.75");
  return std::nullopt;
}

Amount ToleranceOf(const YamlNode& node, LayoutReading& reading) {
  const Amount tolerance = AmountOf(node, "`tolerance`", reading).value_or(Amount());
  if (tolerance.IsNegative()) {
    reading.diagnostics->Error(node.span(), "`tolerance` cannot be negative",
                               "write 0, or the amount by which the total may differ");
  }
  return tolerance;
}

}  // namespace tranche
