#include "engine/study/example_lines.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace tranche {
namespace {

/// The year of the pledge, in which every outcome that steps by year should have begun.
constexpr std::int16_t kUsualYear = 2025;

/// The first condition of `kind` that the rule asks for, not one that it excludes.
const Condition* FirstAsked(const Condition& condition, Condition::Kind kind) {
  if (condition.kind == kind) return &condition;
  if (condition.kind == Condition::Kind::kNot) return nullptr;
  for (const Condition& child : condition.children) {
    if (const Condition* found = FirstAsked(child, kind)) return found;
  }
  return nullptr;
}

CountryCode CountryOf(const RuleExample& example, const Rule& rule) {
  if (const auto stated = CountryCode::Parse(example.country)) return *stated;
  const Condition* asked = FirstAsked(rule.when, Condition::Kind::kCountry);
  return asked == nullptr || asked->countries.empty() ? CountryCode() : asked->countries.front();
}

std::int16_t YearOf(const RuleExample& example, const Rule& rule) {
  if (example.year != 0) return example.year;
  const Condition* asked = FirstAsked(rule.when, Condition::Kind::kYear);
  if (asked == nullptr || asked->years.empty()) return kUsualYear;
  const auto [from, to] = asked->years.front();
  return std::clamp(kUsualYear, from, to);
}

LineSchema SchemaOf(const RuleExample& example) {
  LineSchema schema;
  for (const auto& [name, text] : example.texts) {
    schema.texts.push_back({name, name != "parents"});
  }
  for (const auto& [scheme, code] : example.codes) schema.schemes.push_back(scheme);
  for (const auto& [name, value] : example.fields) schema.fields.push_back(name);
  schema.has_nature = !example.nature.empty();
  return schema;
}

/// By which examples share a batch.
using SchemaKey = std::tuple<std::vector<std::string>, std::vector<std::string>,
                             std::vector<std::string>, bool, bool>;

SchemaKey KeyOf(const LineSchema& schema) {
  std::vector<std::string> texts;
  for (const TextColumn& text : schema.texts) texts.push_back(text.name);
  return {std::move(texts), schema.schemes, schema.fields, schema.has_nature,
          schema.languages.empty()};
}

}  // namespace

void ExampleBatch::Add(const ExamplePlace& place, const RuleExample& example,
                       const LineGroup& group) {
  const auto row = static_cast<std::uint32_t>(batch_.row_count());
  const auto add_cells = [this](const auto& pairs) {
    for (const auto& [name, value] : pairs) batch_.cells.emplace_back(value);
  };
  add_cells(example.texts);
  add_cells(example.codes);
  add_cells(example.fields);
  if (schema_.has_nature) batch_.cells.emplace_back(example.nature);
  batch_.row_indexes.push_back(row);
  batch_.lines.push_back({row, groups_.Intern(group), Amount::FromUnits(1)});
  places_.push_back(place);
}

std::deque<ExampleBatch> ExampleBatches(const Rulebook& book) {
  std::set<std::string> languages;
  for (const ConceptWords& words : book.vocabulary) languages.insert(words.language);
  std::deque<ExampleBatch> batches;
  std::map<SchemaKey, ExampleBatch*> by_schema;
  for (RuleId id = 0; id < book.rules.size(); ++id) {
    const Rule& rule = book.rules[id];
    for (std::size_t i = 0; i < rule.examples.size(); ++i) {
      const RuleExample& example = rule.examples[i];
      const CountryCode country = CountryOf(example, rule);
      LineSchema schema = SchemaOf(example);
      if (country.empty()) schema.languages.assign(languages.begin(), languages.end());
      ExampleBatch*& batch = by_schema[KeyOf(schema)];
      if (batch == nullptr) batch = &batches.emplace_back(std::move(schema));
      batch->Add({id, i}, example, {country, YearOf(example, rule), Phase::kAdopted, {}});
    }
  }
  return batches;
}

}  // namespace tranche
