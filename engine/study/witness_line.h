#ifndef TRANCHE_ENGINE_STUDY_WITNESS_LINE_H_
#define TRANCHE_ENGINE_STUDY_WITNESS_LINE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/country.h"
#include "engine/match/matcher.h"
#include "engine/match/text_judge.h"
#include "engine/match/tri.h"

namespace tranche {

/// A line made up to show what a rulebook does: "such a line would reach this rule".
struct WitnessLine {
  struct Text {
    std::string name;
    bool own = true;
    std::string text;
    /// Regular expressions that are taken to find something here. They are opaque: no text is made
    /// up for them, and they are taken to find nothing in any other text.
    std::vector<std::string> regexes;
  };

  CountryCode country;
  std::int16_t year = 0;
  /// By probe of the compiled rules; null: the line has no such thing.
  std::map<std::uint32_t, std::string> values;
  std::vector<Text> texts;
  LanguageMask languages = 0;

  /// For people: `a line of Germany (DEU) in 2024, with cofog "04.5" and the text "army road"`.
  std::string ToSentence(const Matcher& matcher, const CountryTable& countries) const;
};

/// The truth of rules on witness lines, over the same atoms as the fast path. Scratch: not
/// thread-safe; the matcher must outlive it.
class WitnessTruth {
 public:
  /// What regular expressions find in a text of a line: only what it is taken for, or that and what
  /// they find in its letters.
  enum class Regexes : std::uint8_t { kOpaque, kTried };
  explicit WitnessTruth(const Matcher& matcher, Regexes regexes = Regexes::kOpaque);

  void Load(const WitnessLine& line);
  /// On the line loaded last.
  Tri Of(RuleId rule) const;
  /// Unknown is enough for a rule that says `if_unknown: undecided`.
  bool Takes(RuleId rule) const;

 private:
  Tri LeafTruth(const RuleNode& node) const;

  const Matcher& matcher_;
  TextJudge judge_;
  std::map<std::pair<CountryCode, std::int16_t>, std::vector<Tri>> constants_of_;
  const std::vector<Tri>* constants_ = nullptr;
  const WitnessLine* line_ = nullptr;
  std::vector<std::optional<std::vector<AtomId>>> probe_atoms_;
  std::vector<std::optional<std::vector<AtomId>>> scope_atoms_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_WITNESS_LINE_H_
