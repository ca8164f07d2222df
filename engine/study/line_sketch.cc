// Country, year, codes, fields and nature; the texts are in line_sketch_texts.cc.
#include "engine/study/line_sketch.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/base/fold.h"

namespace tranche {
namespace {

constexpr std::int16_t kSomeYear = 2025;

bool Holds(const Condition& condition, CountryCode country, std::int16_t year) {
  if (condition.kind == Condition::Kind::kCountry) {
    const auto& countries = condition.countries;
    return std::find(countries.begin(), countries.end(), country) != countries.end();
  }
  return std::any_of(condition.years.begin(), condition.years.end(), [year](const auto& span) {
    return span.first <= year && year <= span.second;
  });
}

template <typename T>
void AddOnce(T value, std::vector<T>* all) {
  if (std::find(all->begin(), all->end(), value) == all->end()) all->push_back(value);
}

/// A country that no condition names, so that the others stand for themselves alone.
void AddUnnamedCountry(const CountryTable& table, std::vector<CountryCode>* countries) {
  for (const Country& country : table.countries()) {
    if (std::find(countries->begin(), countries->end(), country.code) != countries->end()) continue;
    countries->insert(countries->begin(), country.code);
    return;
  }
  for (const char* code : {"FJI", "TUV", "NRU", "PLW", "KIR"}) {
    const CountryCode island = *CountryCode::Parse(code);
    if (std::find(countries->begin(), countries->end(), island) != countries->end()) continue;
    countries->insert(countries->begin(), island);
    return;
  }
}

/// The next code of the same length, in the order of bytes, of digits and letters; empty: none.
std::string NextCode(std::string code) {
  while (!code.empty()) {
    char& last = code.back();
    if (last == '9') return last = 'A', code;
    if (last == 'Z') return last = 'a', code;
    if (last != 'z' && !IsCodeSeparator(last)) return ++last, code;
    code.pop_back();
  }
  return code;
}

const std::vector<CodePattern>& CodesOf(const RuleNode& node, const Rulebook& book) {
  return node.kind == Condition::Kind::kListed ? book.lists[node.source->list].codes
                                               : node.source->codes;
}

}  // namespace

bool Satisfies(Tri truth, Wanted wanted) {
  switch (wanted) {
    case Wanted::kTrue:
      return truth == Tri::kTrue;
    case Wanted::kFalse:
      return truth == Tri::kFalse;
    case Wanted::kUnknown:
      return truth == Tri::kUnknown;
    case Wanted::kNotTrue:
      return truth != Tri::kTrue;
    case Wanted::kNotFalse:
      return truth != Tri::kFalse;
  }
  return false;
}

LineSketcher::LineSketcher(const Matcher& matcher, const CountryTable& countries)
    : matcher_(matcher), texts_(matcher) {
  const CompiledRules& rules = matcher.rules();
  years_.push_back(kSomeYear);
  for (RuleId rule = 0; rule < rules.rule_count(); ++rule) {
    const std::uint32_t end = rules.node(rules.root(rule)).end;
    for (std::uint32_t i = rules.root(rule); i < end; ++i) {
      const Condition& condition = *node(i).source;
      for (const CountryCode code : condition.countries) AddOnce(code, &countries_);
      for (const auto& [from, to] : condition.years) {
        if (from != INT16_MIN) AddOnce(from, &years_);
        if (from != INT16_MIN) AddOnce(static_cast<std::int16_t>(from - 1), &years_);
        if (to != INT16_MAX) AddOnce(to, &years_);
        if (to != INT16_MAX) AddOnce(static_cast<std::int16_t>(to + 1), &years_);
      }
    }
  }
  AddUnnamedCountry(countries, &countries_);
  for (const ConceptWords& entry : matcher.rulebook().vocabulary) {
    const std::array<std::string, 1> name = {entry.language};
    if (const auto mask = matcher.phrases().MaskOf(name)) AddOnce(mask, &languages_);
  }
  for (const Country& country : countries.countries()) {
    AddOnce(matcher.phrases().MaskOf(country.languages), &country_languages_);
  }
}

std::optional<WitnessLine> LineSketcher::Make(const std::vector<LeafWish>& wishes) {
  WitnessLine line;
  if (!PickCountryAndYear(wishes, &line)) return std::nullopt;
  if (!PickValues(wishes, &line)) return std::nullopt;
  if (!PickTexts(wishes, &line)) return std::nullopt;
  return line;
}

bool LineSketcher::PickCountryAndYear(const std::vector<LeafWish>& wishes,
                                      WitnessLine* line) const {
  const auto fits = [&](Condition::Kind kind, CountryCode country, std::int16_t year) {
    return std::all_of(wishes.begin(), wishes.end(), [&](const LeafWish& wish) {
      const RuleNode& leaf = node(wish.node);
      return leaf.kind != kind || Satisfies(TriOf(Holds(*leaf.source, country, year)), wish.wanted);
    });
  };
  const auto country = std::find_if(countries_.begin(), countries_.end(), [&](CountryCode code) {
    return fits(Condition::Kind::kCountry, code, 0);
  });
  const auto year = std::find_if(years_.begin(), years_.end(), [&](std::int16_t candidate) {
    return fits(Condition::Kind::kYear, {}, candidate);
  });
  if (country == countries_.end() || year == years_.end()) return false;
  line->country = *country;
  line->year = *year;
  return true;
}

bool LineSketcher::PickValues(const std::vector<LeafWish>& wishes, WitnessLine* line) const {
  std::set<std::uint32_t> probes;
  for (const LeafWish& wish : wishes) {
    const RuleNode& leaf = node(wish.node);
    const bool is_constant =
        leaf.kind == Condition::Kind::kCountry || leaf.kind == Condition::Kind::kYear;
    if (!is_constant && !leaf.is_text) probes.insert(leaf.subject);
  }
  return std::all_of(probes.begin(), probes.end(),
                     [&](std::uint32_t probe) { return PickValue(probe, wishes, line); });
}

bool LineSketcher::PickValue(std::uint32_t probe, const std::vector<LeafWish>& wishes,
                             WitnessLine* line) const {
  std::vector<const LeafWish*> concerned;
  for (const LeafWish& wish : wishes) {
    const RuleNode& leaf = node(wish.node);
    const bool is_constant =
        leaf.kind == Condition::Kind::kCountry || leaf.kind == Condition::Kind::kYear;
    if (is_constant || leaf.is_text || leaf.subject != probe) continue;
    concerned.push_back(&wish);
  }
  const bool may_lack = std::all_of(concerned.begin(), concerned.end(), [](const LeafWish* wish) {
    return Satisfies(Tri::kUnknown, wish->wanted);
  });
  if (may_lack) return true;
  std::vector<AtomId> atoms;
  for (const std::string& value : ValuesFor(probe, wishes)) {
    matcher_.probe(probe).Judge(value, &atoms);
    const bool fits = std::all_of(concerned.begin(), concerned.end(), [&](const LeafWish* wish) {
      const AtomId atom = matcher_.rules().atoms(node(wish->node)).front();
      return Satisfies(TriOf(std::binary_search(atoms.begin(), atoms.end(), atom)), wish->wanted);
    });
    if (!fits) continue;
    line->values[probe] = value;
    return true;
  }
  return false;
}

/// One value of each kind that the conditions of the wishes can tell apart.
std::vector<std::string> LineSketcher::ValuesFor(std::uint32_t probe,
                                                 const std::vector<LeafWish>& wishes) const {
  const std::string filler(kFiller);
  std::vector<std::string> values;
  std::vector<std::string> starts;
  std::set<std::size_t> lengths;
  for (const LeafWish& wish : wishes) {
    const RuleNode& leaf = node(wish.node);
    if (leaf.kind == Condition::Kind::kCountry || leaf.kind == Condition::Kind::kYear) continue;
    if (leaf.is_text || leaf.subject != probe) continue;
    for (const std::string& value : leaf.source->values) AddOnce(value, &values);
    for (const CodePattern& code : CodesOf(leaf, matcher_.rulebook())) {
      AddOnce(code.from, &starts);
      lengths.insert(code.from.size());
      if (code.kind != CodePattern::Kind::kRange) continue;
      AddOnce(code.to, &starts);
    }
  }
  const std::vector<std::string> written = starts;
  for (const std::string& start : written) {
    if (std::string next = NextCode(start); !next.empty()) AddOnce(std::move(next), &starts);
  }
  for (const std::string& start : starts) {
    values.push_back(start);
    values.push_back(start + filler);
    values.push_back(std::string(start).append(".").append(filler));
    for (const std::size_t length : lengths) {
      if (length > start.size()) values.push_back(start + std::string(length - start.size(), '0'));
    }
  }
  values.push_back(filler);
  return values;
}

}  // namespace tranche
