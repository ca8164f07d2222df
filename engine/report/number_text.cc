#include "engine/report/number_text.h"

#include <algorithm>
#include <cstddef>

#include "engine/base/int128.h"

namespace tranche {

std::string GroupDigits(std::string_view decimal) {
  std::string text(decimal);
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > first + 3) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

std::string Billions(AllocatedAmount amount) {
  constexpr Int128 kPicosPerTenMillionUnits = static_cast<Int128>(10'000'000'000'000) * 1'000'000;
  return GroupDigits(DecimalToString(DivideHalfEven(amount.picos(), kPicosPerTenMillionUnits), 2,
                                     /*trim=*/false));
}

std::string Counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return Thousands(count) + " " + std::string(count == 1 ? one : many);
}

std::string YearRanges(const std::set<std::int16_t>& years) {
  std::string text;
  for (auto year = years.begin(); year != years.end();) {
    auto last = year;
    while (std::next(last) != years.end() && *std::next(last) == *last + 1) ++last;
    if (!text.empty()) text += ", ";
    text += std::to_string(*year);
    if (last != year) text += "–" + std::to_string(*last);
    year = std::next(last);
  }
  return text;
}

}  // namespace tranche
