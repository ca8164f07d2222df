#ifndef TRANCHE_TESTS_ORACLE_GENERATOR_H_
#define TRANCHE_TESTS_ORACLE_GENERATOR_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "engine/base/country.h"
#include "engine/layout/budget_line.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Random rulebooks and the texts and codes of random lines, in several scripts, small enough for
/// rules and lines to meet. The same seed gives the same on every machine.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t Below(std::size_t limit) { return random_() % limit; }
  const std::string& OneOf(const std::vector<std::string>& all) { return all[Below(all.size())]; }

  Rulebook Book();
  /// The same without regular expressions: a search for lines cannot make up texts for them.
  Rulebook BookWithoutRegexes();
  std::string Text();
  /// Some of the book's rules, for a study.
  std::vector<RuleId> OpenRules(const Rulebook& book);
  const std::string& CodeText();
  const std::string& NatureText();

 private:
  std::vector<WordPattern> Patterns(std::size_t count);
  Condition Node(int depth);
  const std::string& Word();
  CodePattern Code();
  Condition Listed();
  Condition Regex();
  Outcome RandomOutcome();
  void AddLists(Rulebook* book);
  TextScope Scope();

  std::mt19937 random_;
  bool has_regexes_ = true;
};

/// Germany (de) and France (fr, en).
CountryTable TwoCountries();
/// Columns that the rules ask about, some of them missing.
LineSchema RandomSchema(Generator* generator);

/// Texts and codes of one batch, alive as long as the batch.
struct Lines {
  std::vector<std::string> texts;
  GroupTable groups;
  LineBatch batch;
};

/// Sixty random rows of `schema`, which must outlive the batch.
void FillLines(Generator* generator, const LineSchema& schema, Lines* lines);

}  // namespace tranche

#endif  // TRANCHE_TESTS_ORACLE_GENERATOR_H_
