#ifndef TRANCHE_ENGINE_RUN_HOME_H_
#define TRANCHE_ENGINE_RUN_HOME_H_

#include <string>

#include "absl/status/statusor.h"
#include "engine/base/country.h"

namespace tranche {

/// The folder that holds `rules/` and `corpus/`: the repository, or share/tranche of an
/// installation, or the `used/` folder of an earlier run.
struct Home {
  std::string folder;

  /// The shipped rulebook; in `used/` the one of that run, with its settings.
  std::string DefaultRulebook() const;
  std::string RulebookOr(const std::string& stated) const {
    return stated.empty() ? DefaultRulebook() : stated;
  }
  std::string LayoutFolder() const { return folder + "/corpus/layouts"; }
  /// People's decisions, which only the `used/` folder of a run with decisions has: `stated`
  /// where not empty, else the home's, else empty.
  std::string DecisionsOr(const std::string& stated) const;
  std::string GdpTable() const { return folder + "/corpus/reference/gdp.csv"; }
  std::string CountryTablePath() const { return folder + "/corpus/reference/countries.csv"; }
};

/// Finds the home from the place of the running program: `../share/tranche` beside its folder, or
/// the nearest folder above it that has both parts. `stated`, where not empty, is taken instead.
/// NotFound says where it looked.
absl::StatusOr<Home> FindHome(const std::string& stated);

/// Reads countries.csv (iso3,name,currency,languages are used).
absl::StatusOr<CountryTable> LoadCountries(const std::string& path);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_HOME_H_
