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
  std::uint64_t fitting = 0;          ///< its key, label and amount
  std::uint64_t same_label = 0;       ///< its key and label, another amount
  std::uint64_t same_amount = 0;      ///< its key and amount, another label
  std::uint64_t other = 0;            ///< its key only
  bool is_ambiguous = false;          ///< several lines of one phase fit
  std::optional<SeenLine> nearest;    ///< of its key, the first of the best kind that does not fit
  std::optional<SeenLine> other_key;  ///< the first with its label and amount under another key

  bool IsStale() const { return fitting == 0 && same_label + same_amount + other > 0; }
  bool IsUnfound() const { return fitting + same_label + same_amount + other == 0; }
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
  /// Of countries and years that this run has no line of: neither good nor bad.
  std::uint64_t elsewhere = 0;
  std::uint64_t applied = 0;  ///< decisions that fit a line
  std::vector<DecidedMoney> money;

  bool HasFindings() const { return !stale.empty() || !unfound.empty() || !review_passed.empty(); }
};

/// What decisions moved, by group. Nothing where a sum leaves 128 bits.
std::optional<std::vector<DecidedMoney>> FoldDecided(const Tally& tally, const Rulebook& book);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_DECISIONS_H_
