#ifndef TRANCHE_TESTS_RULEBOOK_BOOK_TEXT_H_
#define TRANCHE_TESTS_RULEBOOK_BOOK_TEXT_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/country.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// What loading gave: the book where there was no error, and all messages.
struct LoadedBook {
  std::optional<Rulebook> book;
  std::vector<std::string> errors;    ///< messages in reading order
  std::vector<std::string> warnings;  ///< the same
  std::string text;                   ///< all of them as a person reads them
};

/// Six countries with their languages.
CountryTable TestCountries();

/// Loads the rulebook at `path`.
LoadedBook LoadFile(const std::string& path, const std::vector<std::string>& settings = {});
/// Writes `files` (path → text) to a folder of its own and loads `book.yaml` of it.
LoadedBook LoadFiles(const std::map<std::string, std::string>& files,
                     const std::vector<std::string>& settings = {});

/// Buckets direct-military, broader-security (areas infrastructure, preparedness) and excluded;
/// items roads and coast-guard; then `more`, which must bring `rules:`.
std::string BookWith(const std::string& more);
/// The same with one rule `r`, `is: roads`, and this condition, a vocabulary with the concepts road
/// and bridge beside it.
LoadedBook LoadCondition(const std::string& when);
/// A book of those buckets and `more`, which must bring items and rules.
LoadedBook LoadBookText(const std::string& more);
/// Only the items given, and no rules.
LoadedBook LoadItemsText(const std::string& items);

}  // namespace tranche

#endif  // TRANCHE_TESTS_RULEBOOK_BOOK_TEXT_H_
