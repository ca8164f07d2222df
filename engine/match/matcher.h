#ifndef TRANCHE_ENGINE_MATCH_MATCHER_H_
#define TRANCHE_ENGINE_MATCH_MATCHER_H_

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/base/country.h"
#include "engine/match/compiled_rules.h"
#include "engine/match/phrase_index.h"
#include "engine/match/probe_index.h"
#include "engine/match/regex_index.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// A rulebook made ready to judge lines. Loading gives a Rulebook, compiling gives a Matcher, and
/// only a Matcher can judge: the order of calls is in the types.
///
/// Immutable; one is shared by all threads, each with its own LineJudge. Several may live at once.
class Matcher {
 public:
  struct Options {
    /// Rules that a study will change, move or remove; see Signature. Any order.
    std::vector<RuleId> open_rules;
  };

  /// The matcher keeps `rulebook` and a copy of `countries`.
  static std::shared_ptr<const Matcher> Compile(std::shared_ptr<const Rulebook> rulebook,
                                                const CountryTable& countries,
                                                const Options& options);

  const Rulebook& rulebook() const { return *rulebook_; }
  const CompiledRules& rules() const { return rules_; }
  const PhraseIndex& phrases() const { return phrases_; }
  const RegexIndex& regexes() const { return regexes_; }
  const ProbeIndex& probe(std::uint32_t index) const { return probes_[index]; }
  bool IsOpen(RuleId rule) const { return is_open_[rule]; }
  bool has_open_rules() const { return has_open_rules_; }

  /// Vocabulary languages for a line: the layout's where it states them, else the country's.
  LanguageMask LanguagesFor(std::span<const std::string> layout_languages,
                            CountryCode country) const;

 private:
  Matcher(std::shared_ptr<const Rulebook> rulebook, const CountryTable& countries,
          const Options& options);

  std::shared_ptr<const Rulebook> rulebook_;
  CountryTable countries_;
  PhraseIndex phrases_;
  RegexIndex regexes_;
  CompiledRules rules_;
  std::vector<ProbeIndex> probes_;
  std::vector<bool> is_open_;
  bool has_open_rules_ = false;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_MATCHER_H_
