#ifndef TRANCHE_ENGINE_STUDY_BOOK_CHECK_H_
#define TRANCHE_ENGINE_STUDY_BOOK_CHECK_H_

#include <string>

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// What a check of a book needs to know beside the book.
struct BookCheckOptions {
  /// The day of the check, `2026-11-24`; empty: dates are not looked at. Given by the caller, so
  /// that the same book and the same day give the same findings.
  std::string today;
};

/// What can be said of a rulebook without any budget: rules that can never decide or contradict
/// each other, names that nothing uses, concepts that hide others, words that change nothing, rules
/// without examples, countries without words, slow expressions, dates that have passed. The book
/// has loaded, so nothing here is an error of form: findings are warnings (the author should look)
/// and notes (good to know, and nothing must be done), each at its place and with what to do.
///
/// A sound book gives no warning. Findings come in the order of the checks; Diagnostics sorts them
/// by place. Takes well under a second for a thousand rules; reads no files.
void CheckBook(const Rulebook& book, const CountryTable& countries, const BookCheckOptions& options,
               Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_BOOK_CHECK_H_
