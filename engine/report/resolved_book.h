#ifndef TRANCHE_ENGINE_REPORT_RESOLVED_BOOK_H_
#define TRANCHE_ENGINE_REPORT_RESOLVED_BOOK_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Which parts of a book to show. With any of these the text is a piece, and no whole book.
struct BookSelection {
  std::string part;  ///< a key of the top level, as `items`; empty: all
  std::string rule;  ///< only the rule with this id
  std::string item;  ///< only the item with this name
};

/// The book as it is applied, with everything that it includes and extends and with its settings,
/// as one YAML text that loads again to the same book. Behind each part stands where it comes from:
/// `# rules/hague-2025.yaml:45`. Only the CSV files of `lists` are still named, by `place_of` their
/// path (without it: as this process reaches them).
std::string ResolvedBookText(const Rulebook& book,
                             const std::function<std::string(const std::string&)>& place_of = {});

/// Pieces of the same. NotFound, with the nearest names, where there is no such part.
absl::StatusOr<std::string> ResolvedBookPiece(const Rulebook& book, const BookSelection& selection);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_RESOLVED_BOOK_H_
