#ifndef TRANCHE_ENGINE_REPORT_NUMBER_TEXT_H_
#define TRANCHE_ENGINE_REPORT_NUMBER_TEXT_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "engine/base/amount.h"
#include "engine/base/share.h"

/// Numbers as a person reads them on a screen. Tables for machines never use these. Thread-safe.
namespace tranche {

/// `31734084000.5` → `31,734,084,000.5`.
std::string GroupDigits(std::string_view decimal);

inline std::string Thousands(std::uint64_t count) { return GroupDigits(std::to_string(count)); }
inline std::string Thousands(Amount amount) { return GroupDigits(amount.ToString()); }
inline std::string Thousands(AllocatedAmount amount) { return GroupDigits(amount.ToString()); }

/// In billions with two decimals, rounded half-even from the exact sum: `31.73`, `1,234.50`.
std::string Billions(AllocatedAmount amount);

/// `1 row`, `2 rows`, `1,204 rows`.
std::string Counted(std::uint64_t count, std::string_view one, std::string_view many);

/// `2012–2014, 2016`.
std::string YearRanges(const std::set<std::int16_t>& years);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_NUMBER_TEXT_H_
