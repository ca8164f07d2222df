#ifndef TRANCHE_ENGINE_RUN_BOOK_PAIR_H_
#define TRANCHE_ENGINE_RUN_BOOK_PAIR_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Two books that are looked at together.
struct BookPair {
  Rulebook left;
  Rulebook right;
};

/// Loads both with the settings `option=value` of one command line: each of them applies to every
/// book that has the option. One that neither book has is a status, and so is a main file that
/// cannot be read or is something else (a layout, a part of a book). Mistakes of both books go to
/// `diagnostics`, those in files that they share once; the pair is returned only where there is no
/// error.
absl::StatusOr<std::optional<BookPair>> LoadBookPair(const std::string& left_path,
                                                     const std::string& right_path,
                                                     const CountryTable& countries,
                                                     const std::vector<std::string>& settings,
                                                     Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_BOOK_PAIR_H_
