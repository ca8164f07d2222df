#ifndef TRANCHE_ENGINE_BASE_COUNTRY_H_
#define TRANCHE_ENGINE_BASE_COUNTRY_H_

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// Three upper-case letters: ISO 3166 alpha-3 for countries, ISO 4217 for currencies. Any three
/// letters fit in; whether they name something is asked of a CountryTable. Ordered by letters.
template <typename Tag>
class ThreeLetterCode {
 public:
  constexpr ThreeLetterCode() = default;  ///< the empty code, written ""
  /// Nothing unless `text` is exactly three letters A–Z (case as given: lower case is refused).
  static std::optional<ThreeLetterCode> Parse(std::string_view text) {
    if (text.size() != 3) return std::nullopt;
    ThreeLetterCode code;
    for (std::size_t i = 0; i < 3; ++i) {
      if (text[i] < 'A' || text[i] > 'Z') return std::nullopt;
      code.letters_[i] = text[i];
    }
    return code;
  }
  bool empty() const { return letters_[0] == '\0'; }
  std::string ToString() const { return empty() ? "" : std::string(letters_.data(), 3); }

  friend constexpr bool operator==(const ThreeLetterCode&, const ThreeLetterCode&) = default;
  friend constexpr auto operator<=>(const ThreeLetterCode&, const ThreeLetterCode&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const ThreeLetterCode& c) {
    return H::combine(std::move(h), c.letters_[0], c.letters_[1], c.letters_[2]);
  }

 private:
  std::array<char, 3> letters_{};
};

using CountryCode = ThreeLetterCode<struct CountryTag>;
using CurrencyCode = ThreeLetterCode<struct CurrencyTag>;

/// What the engine knows of one country.
struct Country {
  CountryCode code;
  std::string name;
  CurrencyCode currency;
  std::vector<std::string>
      languages;  ///< of its budgets, as vocabulary files name them: `nl`, `fr`
};

/// The countries of the reference data, plus every ISO code that ICU knows (those without
/// languages). Immutable after loading; safe to share between threads.
class CountryTable {
 public:
  CountryTable() = default;
  explicit CountryTable(std::vector<Country> countries);

  /// The reference row, or null.
  const Country* Find(CountryCode code) const;
  /// True for a country of the table and for any other ISO 3166 alpha-3 code.
  bool IsKnownCountry(std::string_view code) const;
  /// True for any ISO 4217 code.
  static bool IsKnownCurrency(std::string_view code);
  /// Name for people: the table's, else ICU's English one, else the code.
  std::string NameOf(CountryCode code) const;
  /// All codes of the table, for "did you mean".
  std::vector<std::string> Codes() const;
  const std::vector<Country>& countries() const { return countries_; }

 private:
  std::vector<Country> countries_;  ///< sorted by code
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_COUNTRY_H_
