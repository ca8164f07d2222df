#include "engine/match/matcher.h"

#include <utility>

namespace tranche {

std::shared_ptr<const Matcher> Matcher::Compile(std::shared_ptr<const Rulebook> rulebook,
                                                const CountryTable& countries,
                                                const Options& options) {
  return std::shared_ptr<const Matcher>(new Matcher(std::move(rulebook), countries, options));
}

Matcher::Matcher(std::shared_ptr<const Rulebook> rulebook, const CountryTable& countries,
                 const Options& options)
    : rulebook_(std::move(rulebook)),
      countries_(countries),
      phrases_(rulebook_->vocabulary),
      rules_(*rulebook_, &phrases_, &regexes_),
      is_open_(rulebook_->rules.size(), false),
      has_open_rules_(!options.open_rules.empty()) {
  phrases_.Build();
  regexes_.Build();
  for (std::uint32_t probe = 0; probe < rules_.probes().size(); ++probe) {
    probes_.emplace_back(rules_, probe);
  }
  for (const RuleId rule : options.open_rules) is_open_[rule] = true;
}

LanguageMask Matcher::LanguagesFor(std::span<const std::string> layout_languages,
                                   CountryCode country) const {
  if (!layout_languages.empty()) return phrases_.MaskOf(layout_languages);
  const Country* known = countries_.Find(country);
  return known == nullptr ? LanguageMask{0} : phrases_.MaskOf(known->languages);
}

}  // namespace tranche
