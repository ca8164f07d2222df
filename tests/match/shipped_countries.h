#ifndef TRANCHE_TESTS_MATCH_SHIPPED_COUNTRIES_H_
#define TRANCHE_TESTS_MATCH_SHIPPED_COUNTRIES_H_

#include "engine/base/country.h"

namespace tranche {

/// The countries of the shipped reference data whose languages the shipped vocabulary has.
CountryTable ShippedCountries();

}  // namespace tranche

#endif  // TRANCHE_TESTS_MATCH_SHIPPED_COUNTRIES_H_
