#ifndef TRANCHE_ENGINE_LAYOUT_FISCAL_YEAR_H_
#define TRANCHE_ENGINE_LAYOUT_FISCAL_YEAR_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tranche {

/// Months of a calendar year.
struct MonthsOfYear {
  std::int16_t year = 0;
  int months = 0;
  friend bool operator==(const MonthsOfYear&, const MonthsOfYear&) = default;
};

/// A budget year of twelve months that need not begin in January: in April in the United Kingdom
/// and Canada, in October in the United States. It goes by the calendar year in which it begins or
/// ends.
struct FiscalYear {
  int first_month = 1;  ///< 1 to 12
  bool named_by_start = true;

  bool IsCalendarYear() const { return first_month == 1; }
  /// The two calendar years in which the budget year `year` lies; their months add up to 12.
  std::array<MonthsOfYear, 2> CalendarYears(std::int16_t year) const {
    const bool begins_before = !named_by_start && !IsCalendarYear();
    const auto begin = static_cast<std::int16_t>(begins_before ? year - 1 : year);
    const auto end = static_cast<std::int16_t>(begin + 1);
    return {MonthsOfYear{begin, 13 - first_month}, MonthsOfYear{end, first_month - 1}};
  }

  /// `from October of the year before`, for sentences.
  std::string ToString() const {
    constexpr std::array<std::string_view, 12> kMonths = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return "from " + std::string(kMonths[static_cast<std::size_t>(first_month - 1)]) +
           (named_by_start || IsCalendarYear() ? "" : " of the year before");
  }

  friend bool operator==(const FiscalYear&, const FiscalYear&) = default;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_FISCAL_YEAR_H_
