#ifndef TRANCHE_ENGINE_STUDY_COUNTRY_WORDS_H_
#define TRANCHE_ENGINE_STUDY_COUNTRY_WORDS_H_

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Warns of rules that ask for a country and mention only concepts that have no words in any of its
/// languages, so that they take none of its lines: one warning for each country, with its rules,
/// languages and concepts. One note names the countries in whose languages the vocabulary has no
/// words at all, of those that the book names. Countries whose languages are not known are left
/// out.
void CheckCountryWords(const Rulebook& book, const CountryTable& countries,
                       Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_COUNTRY_WORDS_H_
