#ifndef TRANCHE_ENGINE_STUDY_EXAMPLE_CHECK_H_
#define TRANCHE_ENGINE_STUDY_EXAMPLE_CHECK_H_

#include <cstddef>
#include <memory>
#include <vector>

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

struct ExampleCounts {
  std::size_t run = 0;
  std::size_t failed = 0;
};

/// Runs all examples of a book, each as a line that has just the texts and codes that the example
/// speaks of. Each that the book does not give is an error at its place, with the decision and its
/// reasons: which rule decides instead, by which words or codes, and why the example's own rule
/// does not.
///
/// `gives` is an item; a bucket or fixed outcome, which must get all of the line; `otherwise`,
/// where no rule may take the line; or `no match`, where the example's own rule may not. An example
/// may leave out its country and year. It is then a line of the first country and of a year that
/// its rule asks for; without these of no country, with the words of all languages, in 2025.
ExampleCounts CheckExamples(const std::shared_ptr<const Rulebook>& rulebook,
                            const CountryTable& countries, Diagnostics* diagnostics);

/// By rule: does it decide one of its own examples? Then a line that reaches it is at hand.
std::vector<bool> RulesThatDecideAnExample(const std::shared_ptr<const Rulebook>& rulebook,
                                           const CountryTable& countries);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_EXAMPLE_CHECK_H_
