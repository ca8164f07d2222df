#ifndef TRANCHE_ENGINE_TALLY_GDP_H_
#define TRANCHE_ENGINE_TALLY_GDP_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/base/amount.h"
#include "engine/base/country.h"
#include "engine/layout/fiscal_year.h"

namespace tranche {

/// One figure of gross domestic product and where it comes from.
struct GdpFigure {
  Amount amount;  ///< in currency units
  CurrencyCode currency;
  std::string source;
  std::string edition;
  std::string note;
};

/// GDP by country and year. Immutable after loading; thread-safe.
class GdpTable {
 public:
  /// A CSV with the columns country,year,currency,gdp,unit,source,edition (and optionally note);
  /// `gdp` times `unit` is the figure in currency units. InvalidArgument names file and row of the
  /// first figure that cannot be read or stands twice. `edition`, where not empty: only the figures
  /// of this edition are taken; NotFound where there is none.
  static absl::StatusOr<GdpTable> Load(const std::string& path, std::string_view edition = "");

  /// Null where there is no figure.
  const GdpFigure* Find(CountryCode country, std::int16_t year) const;
  /// Of a budget year: the calendar years in which it lies, weighted by months and rounded
  /// half-even to the sixth decimal; `note` says the weights. Nothing where one of the figures is
  /// missing or they are in different currencies.
  std::optional<GdpFigure> FindFiscal(CountryCode country, std::int16_t year,
                                      const FiscalYear& fiscal) const;
  const std::string& path() const { return path_; }
  bool empty() const { return figures_.empty(); }

 private:
  std::string path_;
  std::map<std::pair<CountryCode, std::int16_t>, GdpFigure> figures_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_GDP_H_
