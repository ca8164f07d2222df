#include "engine/layout/row_facts.h"

#include <algorithm>
#include <charconv>

#include "engine/layout/cell_text.h"
#include "engine/layout/suspicions.h"

namespace tranche {
namespace {

constexpr std::int64_t kFirstYear = 1000;
constexpr std::int64_t kLastYear = 9999;

std::optional<std::int64_t> WholeNumber(std::string_view cell, std::int64_t from, std::int64_t to) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  if (number < from || number > to) return std::nullopt;
  return number;
}

// A cell that is the value itself, one overload for each kind of value.
void FromCell(std::string_view cell, const CountryTable& countries,
              std::optional<CountryCode>* value) {
  if (countries.IsKnownCountry(cell)) *value = CountryCode::Parse(cell);
}
void FromCell(std::string_view cell, const CountryTable&, std::optional<CurrencyCode>* value) {
  if (CountryTable::IsKnownCurrency(cell)) *value = CurrencyCode::Parse(cell);
}
void FromCell(std::string_view cell, const CountryTable&, std::optional<Phase>* value) {
  *value = PhaseByName(cell);
}
void FromCell(std::string_view cell, const CountryTable&, std::optional<std::int16_t>* value) {
  const std::optional<std::int64_t> year = WholeNumber(cell, kFirstYear, kLastYear);
  if (year) *value = static_cast<std::int16_t>(*year);
}
void FromCell(std::string_view cell, const CountryTable&, std::optional<std::int64_t>* value) {
  *value = WholeNumber(cell, 1, INT64_MAX);
}

template <typename T>
void Describe(const BoundValue<T>& bound, std::span<const std::string_view> row,
              std::string_view what, std::string_view expected, CellProblem* problem) {
  if (!bound.slot) {
    problem->reason = "the layout gives no " + std::string(what);
    return;
  }
  problem->column = bound.column;
  const std::string_view cell = TrimCell(row[*bound.slot]);
  problem->reason = cell.empty() ? std::string(what) + " is empty"
                                 : std::string(what) + " " + QuotedCell(cell) + " is unknown";
  if (bound.values.empty()) {
    problem->reason += "; expected " + std::string(expected);
    return;
  }
  problem->reason += "; the layout knows";
  bool is_first = true;
  for (const auto& [text, value] : bound.values) {
    problem->reason += (is_first ? " " : ", ") + QuotedCell(text);
    is_first = false;
  }
}

}  // namespace

template <typename T>
std::optional<T> RowValue<T>::Read(std::span<const std::string_view> row,
                                   const CountryTable& countries) {
  if (!bound_->slot) return bound_->value;
  const std::string_view cell = TrimCell(row[*bound_->slot]);
  if (is_filled_ && cell == cell_) return value_;
  is_filled_ = true;
  cell_ = cell;
  value_.reset();
  if (bound_->values.empty()) {
    FromCell(cell, countries, &value_);
  } else if (const auto found = bound_->values.find(cell_); found != bound_->values.end()) {
    value_ = found->second;
  }
  return value_;
}

RowFactsReader::RowFactsReader(const FilePlan::Bound& plan)
    : plan_(plan),
      country_(plan.country),
      currency_(plan.currency),
      phase_(plan.phase),
      year_(plan.year),
      unit_(plan.unit) {}

bool RowFactsReader::Read(std::span<const std::string_view> row, RowFacts* facts,
                          CellProblem* problem) {
  const std::optional<CountryCode> country = country_.Read(row, plan_.countries);
  const std::optional<CurrencyCode> currency = currency_.Read(row, plan_.countries);
  const std::optional<Phase> phase = phase_.Read(row, plan_.countries);
  const std::optional<std::int16_t> year = year_.Read(row, plan_.countries);
  const std::optional<std::int64_t> unit = unit_.Read(row, plan_.countries);
  if (!country) {
    Describe(plan_.country, row, "country", "three letters of ISO 3166, like POL", problem);
  } else if (!currency) {
    Describe(plan_.currency, row, "currency", "three letters of ISO 4217, like EUR", problem);
  } else if (!phase && plan_.phase.stated()) {
    Describe(plan_.phase, row, "phase", "draft, adopted, revised, outturn or outlook", problem);
  } else if (!year && plan_.year.stated()) {
    Describe(plan_.year, row, "year", "four digits, like 2025", problem);
  } else if (!unit) {
    Describe(plan_.unit, row, "unit", "a whole number, like 1000", problem);
  } else {
    facts->group = {*country, year.value_or(std::int16_t{0}), phase.value_or(Phase::kAdopted),
                    *currency};
    facts->unit = *unit;
    return true;
  }
  return false;
}

CurrencyCode RowFactsReader::Currency(std::span<const std::string_view> row) {
  return currency_.Read(row, plan_.countries).value_or(CurrencyCode());
}

std::optional<std::int64_t> RowFactsReader::Unit(std::span<const std::string_view> row) {
  return unit_.Read(row, plan_.countries);
}

std::optional<std::int16_t> RowFactsReader::Year(std::span<const std::string_view> row) {
  return year_.Read(row, plan_.countries);
}

std::string AmountProblem(NumberProblem problem, std::string_view cell) {
  std::string amount = "amount " + QuotedCell(TrimCell(cell));
  switch (problem) {
    case NumberProblem::kNone:
      break;
    case NumberProblem::kEmpty:
      return "the amount is empty";
    case NumberProblem::kNotANumber:
      return amount + " is no number";
    case NumberProblem::kBadGrouping:
      return amount + " has groups that are not of three digits";
    case NumberProblem::kAmbiguous:
      return amount + " can be read in two ways";
    case NumberProblem::kTooLarge:
      return amount + " is too large";
  }
  return amount;
}

}  // namespace tranche
