#include "tests/study/witness_cells.h"

#include <string>

namespace tranche {

WitnessCells::WitnessCells(const WitnessLine& line, const Matcher& matcher)
    : group{line.country, line.year, Phase::kAdopted, *CurrencyCode::Parse("EUR")} {
  for (const WitnessLine::Text& text : line.texts) {
    schema.texts.push_back({text.name, text.own});
    cells.emplace_back(text.text);
  }
  const auto add = [&](Probe::Kind kind, std::vector<std::string>* names) {
    for (const auto& [probe, value] : line.values) {
      if (matcher.rules().probes()[probe].kind != kind) continue;
      if (names != nullptr) names->push_back(matcher.rules().probes()[probe].name);
      schema.has_nature |= names == nullptr;
      cells.emplace_back(value);
    }
  };
  add(Probe::Kind::kCode, &schema.schemes);
  add(Probe::Kind::kField, &schema.fields);
  add(Probe::Kind::kNature, nullptr);
  schema.languages = {"none"};
  for (const char* language : {"de", "en", "fr"}) {
    const std::vector<std::string> name = {language};
    if ((matcher.phrases().MaskOf(name) & line.languages) != 0) {
      schema.languages.push_back(language);
    }
  }
}

}  // namespace tranche
