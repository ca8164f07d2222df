#include "engine/tally/gdp.h"

#include <charconv>
#include <optional>
#include <set>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/int128.h"
#include "engine/layout/number_format.h"
#include "engine/source/small_table.h"

namespace tranche {
namespace {

struct GdpColumns {
  std::size_t country = 0, year = 0, currency = 0, gdp = 0, unit = 0, source = 0, edition = 0;
  std::optional<std::size_t> note;
};

absl::StatusOr<GdpColumns> FindColumns(const SmallTable& table) {
  GdpColumns columns;
  struct Wanted {
    const char* name;
    std::size_t* position;
  };
  const Wanted all[] = {{"country", &columns.country},   {"year", &columns.year},
                        {"currency", &columns.currency}, {"gdp", &columns.gdp},
                        {"unit", &columns.unit},         {"source", &columns.source},
                        {"edition", &columns.edition}};
  for (const Wanted& wanted : all) {
    const auto found = table.Column(wanted.name);
    if (!found) {
      return absl::InvalidArgumentError(
          table.path() + ": the GDP table has no column '" + wanted.name +
          "'; it needs country,year,currency,gdp,unit,source,edition");
    }
    *wanted.position = *found;
  }
  columns.note = table.Column("note");
  return columns;
}

template <typename Number>
std::optional<Number> WholeNumber(const std::string& text) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

absl::Status RowError(const SmallTable& table, std::size_t row, const std::string& what) {
  return absl::InvalidArgumentError(table.path() + ", row " +
                                    std::to_string(table.row_number(row)) + ": " + what);
}

absl::Status NoEdition(const SmallTable& table, std::size_t column, std::string_view edition) {
  std::set<std::string> known;
  for (std::size_t row = 0; row < table.row_count(); ++row) known.insert(table.row(row)[column]);
  std::string names;
  for (const std::string& name : known) names += (names.empty() ? "'" : ", '") + name + "'";
  return absl::NotFoundError(table.path() + ": no GDP of the edition '" + std::string(edition) +
                             "'; the table has " + (names.empty() ? "none" : names));
}

}  // namespace

absl::StatusOr<GdpTable> GdpTable::Load(const std::string& path, std::string_view edition) {
  auto table = SmallTable::Read(path);
  if (!table.ok()) return table.status();
  const auto columns = FindColumns(*table);
  if (!columns.ok()) return columns.status();
  GdpTable gdp;
  gdp.path_ = path;
  for (std::size_t row = 0; row < table->row_count(); ++row) {
    const std::vector<std::string>& cells = table->row(row);
    if (!edition.empty() && cells[columns->edition] != edition) continue;
    const auto country = CountryCode::Parse(cells[columns->country]);
    const auto currency = CurrencyCode::Parse(cells[columns->currency]);
    const auto year = WholeNumber<std::int16_t>(cells[columns->year]);
    const auto unit = WholeNumber<std::int64_t>(cells[columns->unit]);
    if (!country) return RowError(*table, row, "country must be three capital letters (ISO 3166)");
    if (!currency)
      return RowError(*table, row, "currency must be three capital letters (ISO 4217)");
    if (!year) return RowError(*table, row, "year must be a whole number");
    if (!unit || *unit <= 0) return RowError(*table, row, "unit must be a positive whole number");
    const ParsedNumber amount = ParseAmount(cells[columns->gdp], NumberFormat{}, *unit);
    if (amount.problem != NumberProblem::kNone || amount.amount <= Amount()) {
      return RowError(*table, row, "gdp '" + cells[columns->gdp] + "' is no positive number");
    }
    GdpFigure figure{amount.amount, *currency, cells[columns->source], cells[columns->edition],
                     columns->note ? cells[*columns->note] : ""};
    const bool is_new = gdp.figures_.try_emplace({*country, *year}, std::move(figure)).second;
    if (!is_new) {
      return RowError(
          *table, row,
          "a second figure for " + country->ToString() + " " + cells[columns->year] + "; keep one");
    }
  }
  if (!edition.empty() && gdp.empty()) return NoEdition(*table, columns->edition, edition);
  return gdp;
}

const GdpFigure* GdpTable::Find(CountryCode country, std::int16_t year) const {
  const auto it = figures_.find({country, year});
  return it == figures_.end() ? nullptr : &it->second;
}

std::optional<GdpFigure> GdpTable::FindFiscal(CountryCode country, std::int16_t year,
                                              const FiscalYear& fiscal) const {
  if (fiscal.IsCalendarYear()) {
    const GdpFigure* const figure = Find(country, year);
    return figure == nullptr ? std::nullopt : std::optional(*figure);
  }
  const auto [first, second] = fiscal.CalendarYears(year);
  const GdpFigure* const begin = Find(country, first.year);
  const GdpFigure* const end = Find(country, second.year);
  if (begin == nullptr || end == nullptr || begin->currency != end->currency) return std::nullopt;
  const auto of_begin = begin->amount.Times(first.months);
  const auto of_end = end->amount.Times(second.months);
  const auto sum = of_begin && of_end ? of_begin->Plus(*of_end) : std::nullopt;
  if (!sum) return std::nullopt;
  GdpFigure figure = *begin;
  figure.amount = Amount::FromMicros(DivideHalfEven(sum->micros(), 12));
  if (end->source != begin->source) figure.source += " and " + end->source;
  if (end->edition != begin->edition) figure.edition += " and " + end->edition;
  // The same words for every year, so that a report can say them once for many years.
  figure.note = "budget years " + fiscal.ToString() + ", weighted by months";
  for (const GdpFigure* part : {begin, end}) {
    if (part->note.empty() || (part == end && part->note == begin->note)) continue;
    figure.note += "; " + part->note;
  }
  return figure;
}

}  // namespace tranche
