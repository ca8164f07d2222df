#include "engine/base/country.h"

#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tranche {
namespace {

/// Alpha-3 and alpha-2 codes of ISO 3166, sorted by alpha-3. Built once, never changed.
const std::vector<std::pair<std::string, std::string>>& IsoCountries() {
  static const auto countries = [] {
    std::vector<std::pair<std::string, std::string>> list;
    for (const char* const* alpha2 = uloc_getISOCountries(); *alpha2 != nullptr; ++alpha2) {
      const std::string locale = "und_" + std::string(*alpha2);
      list.emplace_back(uloc_getISO3Country(locale.c_str()), *alpha2);
    }
    std::sort(list.begin(), list.end());
    return list;
  }();
  return countries;
}

/// The alpha-2 code, or null where `alpha3` is no country.
const std::string* Alpha2Of(std::string_view alpha3) {
  const auto& countries = IsoCountries();
  const auto found =
      std::lower_bound(countries.begin(), countries.end(), alpha3,
                       [](const auto& entry, std::string_view code) { return entry.first < code; });
  return found != countries.end() && found->first == alpha3 ? &found->second : nullptr;
}

bool ByCode(const Country& a, const Country& b) { return a.code < b.code; }

}  // namespace

CountryTable::CountryTable(std::vector<Country> countries) : countries_(std::move(countries)) {
  std::stable_sort(countries_.begin(), countries_.end(), ByCode);
}

const Country* CountryTable::Find(CountryCode code) const {
  const auto found =
      std::lower_bound(countries_.begin(), countries_.end(), code,
                       [](const Country& c, CountryCode wanted) { return c.code < wanted; });
  return found != countries_.end() && found->code == code ? &*found : nullptr;
}

bool CountryTable::IsKnownCountry(std::string_view code) const {
  const std::optional<CountryCode> parsed = CountryCode::Parse(code);
  return parsed && (Find(*parsed) != nullptr || Alpha2Of(code) != nullptr);
}

bool CountryTable::IsKnownCurrency(std::string_view code) {
  if (!CurrencyCode::Parse(code)) return false;
  // XXX is "no currency" and XTS is for tests: neither is money.
  if (code == "XXX" || code == "XTS") return false;
  const std::array<UChar, 4> name = {static_cast<UChar>(code[0]), static_cast<UChar>(code[1]),
                                     static_cast<UChar>(code[2]), 0};
  return ucurr_getNumericCode(name.data()) != 0;
}

std::string CountryTable::NameOf(CountryCode code) const {
  const Country* country = Find(code);
  if (country != nullptr && !country->name.empty()) return country->name;
  const std::string* alpha2 = Alpha2Of(code.ToString());
  if (alpha2 == nullptr) return code.ToString();
  std::array<UChar, 128> name{};
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length =
      uloc_getDisplayCountry(("und_" + *alpha2).c_str(), "en", name.data(),
                             static_cast<std::int32_t>(name.size()), &error);
  if (U_FAILURE(error) || length <= 0) return code.ToString();
  std::string utf8;
  icu::UnicodeString(name.data(), length).toUTF8String(utf8);
  return utf8;
}

std::vector<std::string> CountryTable::Codes() const {
  std::vector<std::string> codes;
  codes.reserve(countries_.size());
  for (const Country& country : countries_) codes.push_back(country.code.ToString());
  return codes;
}

}  // namespace tranche
