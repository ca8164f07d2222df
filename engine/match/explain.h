#ifndef TRANCHE_ENGINE_MATCH_EXPLAIN_H_
#define TRANCHE_ENGINE_MATCH_EXPLAIN_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fold.h"
#include "engine/layout/budget_line.h"
#include "engine/match/line_class.h"
#include "engine/match/matcher.h"
#include "engine/match/signature.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

struct Explanation;  // explanation.h
struct RuleTrace;

/// Why one condition of a rule holds: the place in the line that proves it.
struct Evidence {
  std::string column;     ///< text field, code scheme, field, or `nature`
  std::string found;      ///< the words or the code as they stand in the line
  std::size_t begin = 0;  ///< byte offsets of `found` in the cell
  std::size_t end = 0;
  std::string condition;  ///< what it met: `road: *brücke*`, `04.5`, `words: fondo *`
};

/// The decision on one line with its proof.
struct Decision {
  Signature signature;
  /// Of the conditions that a cell made true, of the deciding rule and the one in conflict with it.
  std::vector<Evidence> evidence;

  /// `description "Rheinbrücke" (bridge: *brucke*); deu-funktion "725" (72)`: for lines.csv.
  std::string EvidenceText() const;
};

/// Judges single lines slowly and says why. It puts every rule to the line, in book order, without
/// memos and triggers, over the same atoms as the fast path. Not thread-safe (scratch); the matcher
/// and the schema must outlive it.
class Explainer {
 public:
  Explainer(const Matcher& matcher, const LineSchema& schema);

  /// `cells` are one row of a batch.
  Decision Explain(std::span<const std::string_view> cells, const LineGroup& group) const;

  /// The same decision, and what every other rule says of the line.
  Explanation ExplainFully(std::span<const std::string_view> cells, const LineGroup& group) const;

  /// What one rule says of the line: which of its conditions hold, and which do not.
  RuleTrace Trace(RuleId rule, std::span<const std::string_view> cells,
                  const LineGroup& group) const;

 private:
  /// The longer expression that a void phrase is part of.
  struct Cover {
    std::string found;         ///< as it stands in the cell
    std::string reason;        ///< `an exception of bridge`, `a word for loan`
    bool is_own_word = false;  ///< a word of the same concept: nothing is lost
  };

  /// A phrase found in a text cell, with its place.
  struct TextHit {
    std::size_t column = 0;
    AtomId atom = 0;
    bool is_inline = false;
    bool is_void = false;  ///< lies inside a longer expression that means something else
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string written;
    Cover cover = {};  ///< is_void: what makes it so
  };

  /// A line with what was found in it.
  struct Line {
    std::span<const std::string_view> cells;
    const LineGroup& group;
    std::vector<Tri> constants;
    std::vector<TextHit> hits;
  };

  Line Look(std::span<const std::string_view> cells, const LineGroup& group) const;
  Tri TruthAt(std::uint32_t node, const Line& line) const;
  Decision Decide(const Line& line, const std::vector<Tri>& truths) const;
  RuleTrace TraceOf(RuleId rule, const Line& line) const;
  std::string WhyNot(std::uint32_t node, const Line& line) const;
  std::string WhatTheLineHas(const RuleNode& node, const Line& line) const;
  bool MissesByOne(RuleId rule, const Line& line) const;
  /// `places` are those of the tokens that the matches count.
  Cover CoverOf(std::span<const PhraseMatch> matches, std::size_t index, std::string_view cell,
                std::span<const FoldedToken> places) const;
  std::vector<TextHit> FindTexts(std::span<const std::string_view> cells,
                                 LanguageMask languages) const;
  Tri LeafTruth(const RuleNode& node, const Line& line) const;
  void CollectEvidence(std::uint32_t node, const Line& line, std::vector<Evidence>* evidence) const;
  void AddLeafEvidence(const RuleNode& node, const Line& line,
                       std::vector<Evidence>* evidence) const;

  const Matcher& matcher_;
  SchemaBinding binding_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_EXPLAIN_H_
