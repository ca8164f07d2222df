#include "engine/run/group_gdp.h"

namespace tranche {

std::optional<FiscalYear> GroupGdp::FiscalYearOf(const LineGroup& group) const {
  std::optional<FiscalYear> fiscal;
  for (const FileResult& file : files_) {
    if (!file.account.read_by_group.contains(group)) continue;
    if (fiscal && *fiscal != file.fiscal) return std::nullopt;
    fiscal = file.fiscal;
  }
  return fiscal.value_or(FiscalYear());
}

std::optional<GdpFigure> GroupGdp::Of(const LineGroup& group) const {
  const auto fiscal = FiscalYearOf(group);
  auto gdp = fiscal ? table_.FindFiscal(group.country, group.year, *fiscal) : std::nullopt;
  return gdp && gdp->currency == group.currency ? gdp : std::nullopt;
}

std::string GroupGdp::WhyNone(const LineGroup& group) const {
  const auto fiscal = FiscalYearOf(group);
  if (!fiscal) return "its files begin their budget years in different months";
  const GdpFigure* const figure = table_.Find(group.country, group.year);
  if (fiscal->IsCalendarYear() || figure == nullptr || figure->currency != group.currency) {
    return "";
  }
  const auto [first, second] = fiscal->CalendarYears(group.year);
  return "a budget year " + fiscal->ToString() + " needs the figures of " +
         std::to_string(first.year) + " and " + std::to_string(second.year);
}

}  // namespace tranche
