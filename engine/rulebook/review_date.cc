#include "engine/rulebook/review_date.h"

#include <array>
#include <cstddef>

namespace tranche {
namespace {

bool IsDigits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool IsDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!IsDigits(text.substr(0, 4)) || !IsDigits(text.substr(5, 2)) || !IsDigits(text.substr(8))) {
    return false;
  }
  const int year = std::stoi(std::string(text.substr(0, 4)));
  const int month = std::stoi(std::string(text.substr(5, 2)));
  const int day = std::stoi(std::string(text.substr(8)));
  if (month < 1 || month > 12) return false;
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days = kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
  return day >= 1 && day <= days;
}

std::string LoadReviewBy(YamlMap* map, Diagnostics* diagnostics) {
  const auto date = map->OptionalText("review_by");
  if (!date) return "";
  if (IsDate(date->text)) return date->text;
  diagnostics->Error(date->span, "'" + date->text + "' is no date",
                     "write year-month-day, as in 2029-06-30");
  return "";
}

}  // namespace tranche
