// The claim: every example under a rule of the shipped rulebook gives what it says.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/match/book_text.h"
#include "tests/match/shipped_countries.h"

namespace tranche {
namespace {

/// The example as a line with just the columns that it speaks of.
OwnedBatch LineOf(const RuleExample& example) {
  LineSchema schema;
  std::vector<const char*> cells;
  for (const auto& [name, text] : example.texts) {
    schema.texts.push_back({name, name != "parents"});
    cells.push_back(text.c_str());
  }
  for (const auto& [scheme, code] : example.codes) {
    schema.schemes.push_back(scheme);
    cells.push_back(code.c_str());
  }
  for (const auto& [name, value] : example.fields) {
    schema.fields.push_back(name);
    cells.push_back(value.c_str());
  }
  if (!example.nature.empty()) {
    schema.has_nature = true;
    cells.push_back(example.nature.c_str());
  }
  OwnedBatch batch(schema);
  batch.Add(cells, example.country.empty() ? "DEU" : example.country,
            example.year == 0 ? std::int16_t{2024} : example.year);
  return batch;
}

Signature SignatureOf(const Matcher& matcher, const OwnedBatch& line) {
  SignatureTable signatures;
  LineJudge judge(matcher, line.schema(), &signatures);
  std::vector<SignatureId> ids;
  judge.Judge(line.batch(), &ids);
  return signatures.signature(ids.front());
}

std::string Given(const Rulebook& book, RuleId decider) {
  if (decider == kOtherwiseRule) return "otherwise";
  const Rule& rule = book.rules[decider];
  return rule.item ? book.items[*rule.item].name
                   : book.buckets[rule.outcome->WholeBucket().value()].name;
}

TEST(ShippedRulebook, EveryExampleGivesWhatItSays) {
  const CountryTable countries = ShippedCountries();
  Diagnostics diagnostics;
  auto loaded = LoadRulebook(TRANCHE_SOURCE_DIR "/rules/hague-2025.yaml", countries, &diagnostics);
  ASSERT_TRUE(loaded.ok() && loaded->has_value()) << diagnostics.ToText();
  const auto book = std::make_shared<const Rulebook>(**std::move(loaded));
  const auto matcher = Matcher::Compile(book, countries, {});
  std::size_t examples = 0;
  for (RuleId id = 0; id < book->rules.size(); ++id) {
    for (const RuleExample& example : book->rules[id].examples) {
      ++examples;
      const OwnedBatch line = LineOf(example);
      const std::string place = book->rules[id].id + ", line " + std::to_string(example.span.line);
      if (example.gives == "no match") {
        const auto alone = Matcher::Compile(book, countries, {{id}});
        EXPECT_TRUE(SignatureOf(*alone, line).open.empty()) << place;
      } else {
        EXPECT_EQ(Given(*book, SignatureOf(*matcher, line).Decider().rule), example.gives) << place;
      }
    }
  }
  EXPECT_GT(examples, 300U);
}

}  // namespace
}  // namespace tranche
