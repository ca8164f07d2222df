#ifndef TRANCHE_ENGINE_TALLY_DECISIONS_H_
#define TRANCHE_ENGINE_TALLY_DECISIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/amount.h"
#include "engine/rulebook/rulebook.h"
#include "engine/tally/tally.h"

/// What became of the decisions that people made on single lines. Plain values.
namespace tranche {

/// A line that a decision met.
struct SeenLine {
  std::string file;
  std::uint64_t row = 0;  ///< as a spreadsheet counts
  std::string key;
  std::string label;
  Amount amount;
};

/// The lines of a run as one decision met them.
struct DecisionSighting {
  std::uint64_t fitting = 0;          ///< lines with its key, label and amount
  bool is_ambiguous = false;          ///< of these, one phase has more than rows decided them
  bool is_stale = false;              ///< it fits no line, and it is known which one was meant
  bool label_holds = false;           ///< that one still has its label
  bool is_wanted = false;             ///< such lines are counted in this run
  std::uint64_t of_key = 0;           ///< where it fits none: lines with its key
  std::optional<SeenLine> nearest;    ///< is_stale: the line
  std::optional<SeenLine> other_key;  ///< the first with its label and amount under another key

  bool IsUnfound() const { return fitting == 0 && !is_stale; }
};

/// Money of one group that people decided.
struct DecidedMoney {
  LineGroup group;
  TallyCell decided;  ///< all lines that a decision fits
  TallyCell moved;    ///< of these, what the rules would have put elsewhere
  TallyCell stale;    ///< undecided, for the decision is stale
};

/// Decisions of a run and what became of them.
struct DecisionsResult {
  std::string path;
  std::string text;  ///< the file's bytes
  std::vector<std::string> notes;
  std::uint64_t open_rows = 0;
  std::vector<DecisionSighting> sightings;  ///< by DecisionId
  std::vector<DecisionId> stale, unfound, ambiguous;
  std::vector<DecisionId> review_passed;
  /// Of countries, years and phases that this run does not count: neither good nor bad.
  std::uint64_t elsewhere = 0;
  std::uint64_t applied = 0;  ///< decisions that fit a line
  std::vector<DecidedMoney> money;

  bool HasFindings() const {
    return !stale.empty() || !unfound.empty() || !ambiguous.empty() || !review_passed.empty();
  }
};

/// What decisions moved, by group. Nothing where a sum leaves 128 bits.
std::optional<std::vector<DecidedMoney>> FoldDecided(const Tally& tally, const Rulebook& book);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_DECISIONS_H_
