#ifndef TRANCHE_BENCH_BUDGET_WORDS_H_
#define TRANCHE_BENCH_BUDGET_WORDS_H_

#include <span>
#include <string_view>

namespace tranche {

/// What budgets of one language are made of, in words of this project. A description is
/// `activity link object, place number`; about one object in ten has to do with security.
struct BudgetWords {
  std::span<const std::string_view> activities;
  std::span<const std::string_view> objects;
  std::span<const std::string_view> security_objects;
  std::span<const std::string_view> places;
  std::span<const std::string_view> ministries;
  std::string_view link;    ///< between activity and object
  std::string_view region;  ///< before the number of a place
};

const BudgetWords& EnglishWords();
const BudgetWords& GermanWords();
const BudgetWords& ItalianWords();
const BudgetWords& SpanishWords();

}  // namespace tranche

#endif  // TRANCHE_BENCH_BUDGET_WORDS_H_
