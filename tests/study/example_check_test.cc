// Examples are run, all of them, and a failure says why: each TEST a claim.
#include "engine/study/example_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/match/shipped_countries.h"
#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Checked {
  ExampleCounts counts;
  Diagnostics diagnostics;
};

/// Buckets and items as BookWith has them, and these rules.
Checked CheckRules(const std::string& rules) {
  const LoadedBook loaded = LoadFiles({{"book.yaml", BookWith("rules:\n" + rules)}});
  EXPECT_TRUE(loaded.book.has_value()) << loaded.text;
  Checked checked;
  if (!loaded.book) return checked;
  checked.counts = CheckExamples(std::make_shared<const Rulebook>(*loaded.book), TestCountries(),
                                 &checked.diagnostics);
  return checked;
}

/// The one failure of these rules: its message, then its reasons. Places are cut to the line.
std::vector<std::string> FailureOf(const std::string& rules) {
  const Checked checked = CheckRules(rules);
  EXPECT_EQ(checked.diagnostics.items().size(), 1U) << checked.diagnostics.ToText();
  if (checked.diagnostics.items().size() != 1) return {};
  const Diagnostic& failure = checked.diagnostics.items().front();
  EXPECT_EQ(failure.severity, Severity::kError);
  std::vector<std::string> said = {failure.message};
  for (std::string reason : failure.reasons) {
    const std::string folder =
        failure.span.source->path().substr(0, failure.span.source->path().rfind('/') + 1);
    for (std::size_t at; (at = reason.find(folder)) != std::string::npos;) {
      reason.erase(at, folder.size());
    }
    said.push_back(reason);
  }
  return said;
}

TEST(Examples, OfTheShippedRulebookAllGiveWhatTheySay) {
  const CountryTable countries = ShippedCountries();
  Diagnostics diagnostics;
  auto loaded = LoadRulebook(TRANCHE_SOURCE_DIR "/rules/hague-2025.yaml", countries, &diagnostics);
  ASSERT_TRUE(loaded.ok() && loaded->has_value()) << diagnostics.ToText();
  const ExampleCounts counts =
      CheckExamples(std::make_shared<const Rulebook>(**std::move(loaded)), countries, &diagnostics);
  EXPECT_GT(counts.run, 300U);
  EXPECT_EQ(counts.failed, 0U);
  EXPECT_EQ(diagnostics.ToText(), "");
}

TEST(Examples, MayGiveItemsBucketsFixedOutcomesOtherwiseAndNoMatch) {
  const Checked checked = CheckRules(R"(
  - id: road
    is: roads
    when: {words: road}
    examples:
      - {country: DEU, description: A road, gives: roads}
      - {country: DEU, description: A house, gives: otherwise}
      - {country: DEU, description: A house, gives: no match}
      - {country: DEU, description: A house, gives: excluded}
  - id: later
    to: undecided
    when: {words: later}
    examples:
      - {country: DEU, description: See later, gives: undecided}
      - {country: DEU, description: A road, gives: no match}
  - id: loan
    to: netted
    when: {words: loan, country: ESP}
    examples:
      - {description: A loan, gives: netted}
)");
  EXPECT_EQ(checked.diagnostics.ToText(), "");
  EXPECT_EQ(checked.counts.run, 7U);
}

TEST(Examples, WithoutCountryAndYearAreOfThoseThatTheirRuleAsksFor) {
  const Checked checked = CheckRules(R"(
  - id: old
    is: roads
    when: {words: road, year: ..2020, any: [{country: POL}, {words: toll}]}
    examples: [{description: A road, gives: roads}]
  - id: new
    is: coast-guard
    when: {words: road, not: {country: POL}, year: 2030..}
    examples: [{description: A road, gives: coast-guard}]
)");
  EXPECT_EQ(checked.diagnostics.ToText(), "");
}

TEST(Examples, ThatFailShowWhichRuleComesFirstAndByWhichWords) {
  EXPECT_THAT(FailureOf(R"(
  - {id: ship, is: coast-guard, when: {words: ship*}}
  - id: road
    is: roads
    when: {words: road}
    examples: [{country: DEU, description: A road for ships, gives: roads}]
)"),
              ElementsAre(HasSubstr("the example says roads, and the rulebook gives coast-guard ("),
                          HasSubstr("decides: description \"ships\" (words: ship*)"),
                          HasSubstr("takes this line, too, and stands further down")));
}

TEST(Examples, ThatFailShowWhatTheirRuleMisses) {
  const std::vector<std::string> said = FailureOf(R"(
  - id: road
    is: roads
    when: {words: road, nature: capital}
    examples: [{country: DEU, description: A road, nature: goods, gives: roads}]
)");
  ASSERT_EQ(said.size(), 3U);
  EXPECT_THAT(said[1], HasSubstr("no rule takes this line"));
  EXPECT_THAT(said[2], HasSubstr("does not take this line: nature"));
  EXPECT_THAT(said[2], HasSubstr("the line has nature goods"));
}

TEST(Examples, OfNoMatchFailWhereTheirOwnRuleTakesTheLineEvenBehindAnother) {
  EXPECT_THAT(FailureOf(R"(
  - {id: ship, is: coast-guard, when: {words: ship*}}
  - id: road
    is: roads
    when: {words: road}
    examples: [{country: DEU, description: A road for ships, gives: no match}]
)"),
              ElementsAre(HasSubstr("gives no match, but its rule takes this line"),
                          HasSubstr("rule 'ship'"), HasSubstr("takes this line, too")));
}

TEST(Examples, OfASplitGiveNoBucketAlone) {
  const LoadedBook loaded = LoadBookText(R"(
items:
  half: {counts: {direct-military: 40 %, excluded: rest}}
rules:
  - id: half
    is: half
    when: {words: half}
    examples:
      - {country: DEU, description: Half of it, gives: half}
      - {country: DEU, description: Half of it, gives: direct-military}
)");
  ASSERT_TRUE(loaded.book.has_value()) << loaded.text;
  Diagnostics diagnostics;
  const ExampleCounts counts =
      CheckExamples(std::make_shared<const Rulebook>(*loaded.book), TestCountries(), &diagnostics);
  EXPECT_EQ(counts.failed, 1U);
  EXPECT_THAT(diagnostics.ToText(), HasSubstr("half (direct-military 40 %, excluded 60 %)"));
}

}  // namespace
}  // namespace tranche
