#ifndef TRANCHE_ENGINE_STUDY_LINE_SKETCH_H_
#define TRANCHE_ENGINE_STUDY_LINE_SKETCH_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/country.h"
#include "engine/match/matcher.h"
#include "engine/study/text_witness.h"
#include "engine/study/witness_line.h"

namespace tranche {

/// What a search wants of the truth of a condition.
enum class Wanted : std::uint8_t { kTrue, kFalse, kUnknown, kNotTrue, kNotFalse };

bool Satisfies(Tri truth, Wanted wanted);

/// A leaf of a rule and what its truth must be.
struct LeafWish {
  std::uint32_t node = 0;  ///< of the compiled rules
  Wanted wanted = Wanted::kTrue;
};

/// Makes the barest line on which leaves have the truth that is wanted: the line has nothing that
/// no wish needs. Not thread-safe; what it is made of must outlive it.
class LineSketcher {
 public:
  LineSketcher(const Matcher& matcher, const CountryTable& countries);

  /// Nothing where no line satisfies all wishes. Wishes of kNotFalse are for leaves outside texts
  /// only: the caller tries kTrue and kUnknown for texts.
  std::optional<WitnessLine> Make(const std::vector<LeafWish>& wishes);

  /// "No line" is not proved: a search was cut short.
  bool gave_up() const { return texts_.gave_up(); }
  void ResetGaveUp() { texts_.ResetGaveUp(); }
  std::size_t steps() const { return texts_.steps(); }

 private:
  struct TextWishes {
    std::vector<const RuleNode*> mentioned;
    std::vector<const RuleNode*> not_mentioned;
    std::vector<const RuleNode*> present;  ///< the scope must have a text
    std::vector<const RuleNode*> absent;   ///< the scope must have none
  };

  bool PickCountryAndYear(const std::vector<LeafWish>& wishes, WitnessLine* line) const;
  bool PickValues(const std::vector<LeafWish>& wishes, WitnessLine* line) const;
  bool PickValue(std::uint32_t probe, const std::vector<LeafWish>& wishes, WitnessLine* line) const;
  std::vector<std::string> ValuesFor(std::uint32_t probe,
                                     const std::vector<LeafWish>& wishes) const;
  bool PickTexts(const std::vector<LeafWish>& wishes, WitnessLine* line);
  bool PickTextsIn(const TextWishes& wishes, WitnessLine* line);
  bool AddText(const RuleNode& node, bool is_mentioned, const TextWishes& wishes,
               WitnessLine* line);
  std::optional<WitnessLine::Text> TextFor(const RuleNode& node, WitnessLine::Text column,
                                           const TextWishes& wishes, LanguageMask languages);
  std::vector<LanguageMask> LanguagesFor(const TextWishes& wishes) const;
  const RuleNode& node(std::uint32_t index) const { return matcher_.rules().node(index); }

  const Matcher& matcher_;
  TextWitness texts_;
  std::vector<CountryCode> countries_;
  std::vector<std::int16_t> years_;
  std::vector<LanguageMask> languages_;  ///< of the vocabulary, one by one
  std::vector<LanguageMask> country_languages_;
  std::vector<WitnessLine::Text> columns_;  ///< that a text may be put into now
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_LINE_SKETCH_H_
