#include "engine/study/witness_line.h"

#include <algorithm>

#include "engine/base/fold.h"
#include "engine/study/text_sketch.h"

namespace tranche {
namespace {

/// Letters that only stand for "whatever else" are shown as such.
std::string ForPeople(const std::string& text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    if (std::string_view(text).substr(at).starts_with(kFiller)) {
      if (!shown.ends_with("…")) shown += "…";
      at += kFiller.size();
    } else if (text[at] == kLabelSeparator) {
      shown += "; ";
      ++at;
    } else {
      shown += text[at++];
    }
  }
  return shown;
}

std::string PartOf(const WitnessLine::Text& text) {
  std::string part = "the text \"" + ForPeople(text.text) + "\"";
  if (!text.own) part += " above it";
  for (const std::string& regex : text.regexes) part += " in which '" + regex + "' finds something";
  return part;
}

}  // namespace

std::string WitnessLine::ToSentence(const Matcher& matcher, const CountryTable& countries) const {
  std::vector<std::string> parts;
  for (const auto& [probe, value] : values) {
    const Probe& asked = matcher.rules().probes()[probe];
    const std::string name = asked.kind == Probe::Kind::kNature ? "the nature" : asked.name;
    parts.push_back(name + " \"" + ForPeople(value) + "\"");
  }
  for (const Text& text : texts) parts.push_back(PartOf(text));
  std::string sentence = "a line of " + countries.NameOf(country) + " in " + std::to_string(year);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    sentence += i == 0 ? " with " : i + 1 == parts.size() ? " and " : ", ";
    sentence += parts[i];
  }
  return sentence;
}

WitnessTruth::WitnessTruth(const Matcher& matcher, Regexes regexes)
    : matcher_(matcher),
      judge_(matcher.phrases(), regexes == Regexes::kTried ? &matcher.regexes() : nullptr) {
  probe_atoms_.resize(matcher.rules().probes().size());
  scope_atoms_.resize(matcher.rules().scopes().size());
}

void WitnessTruth::Load(const WitnessLine& line) {
  const CompiledRules& rules = matcher_.rules();
  line_ = &line;
  const auto [it, is_new] = constants_of_.try_emplace({line.country, line.year});
  if (is_new) it->second = rules.ConstantsFor(line.country, line.year);
  constants_ = &it->second;
  for (auto& atoms : probe_atoms_) atoms.reset();
  for (auto& atoms : scope_atoms_) atoms.reset();
  for (const auto& [probe, value] : line.values) {
    matcher_.probe(probe).Judge(value, &probe_atoms_[probe].emplace());
  }
  std::vector<AtomId> atoms;
  for (const WitnessLine::Text& text : line.texts) {
    judge_.Judge(text.text, line.languages, &atoms);
    for (std::size_t scope = 0; scope < scope_atoms_.size(); ++scope) {
      if (!rules.scopes()[scope].Takes(text.name, text.own)) continue;
      if (!scope_atoms_[scope]) scope_atoms_[scope].emplace();
      scope_atoms_[scope]->insert(scope_atoms_[scope]->end(), atoms.begin(), atoms.end());
    }
  }
  // Thousands of rules may look for one common word.
  for (auto* found : {&probe_atoms_, &scope_atoms_}) {
    for (auto& each : *found) {
      if (each) std::sort(each->begin(), each->end());
    }
  }
}

Tri WitnessTruth::Of(RuleId rule) const {
  const CompiledRules& rules = matcher_.rules();
  return rules.Evaluate(rules.root(rule), *constants_,
                        [this](const RuleNode& node) { return LeafTruth(node); });
}

bool WitnessTruth::Takes(RuleId rule) const {
  const Tri truth = Of(rule);
  return truth == Tri::kTrue ||
         (truth == Tri::kUnknown && matcher_.rulebook().rules[rule].undecided_if_unknown);
}

Tri WitnessTruth::LeafTruth(const RuleNode& node) const {
  const bool is_text = node.is_text;
  const auto& present = is_text ? scope_atoms_[node.subject] : probe_atoms_[node.subject];
  if (!present) return Tri::kUnknown;
  if (node.kind == Condition::Kind::kRegex) {
    const std::string& regex = node.source->regex->expression();
    const bool is_taken =
        std::any_of(line_->texts.begin(), line_->texts.end(), [&](const WitnessLine::Text& text) {
          return node.source->scope.Takes(text.name, text.own) &&
                 std::find(text.regexes.begin(), text.regexes.end(), regex) != text.regexes.end();
        });
    if (is_taken) return Tri::kTrue;
  }
  for (const AtomId atom : matcher_.rules().atoms(node)) {
    if (std::binary_search(present->begin(), present->end(), atom)) return Tri::kTrue;
  }
  return Tri::kFalse;
}

}  // namespace tranche
