#ifndef TRANCHE_ENGINE_MATCH_EXPLANATION_H_
#define TRANCHE_ENGINE_MATCH_EXPLANATION_H_

#include <cstddef>
#include <string>
#include <vector>

#include "engine/match/explain.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// A rule that matters for understanding a decision although it did not make it.
struct RuleTrace {
  RuleId rule = kOtherwiseRule;
  /// What holds on the line, with its places.
  std::vector<Evidence> evidence;
  /// The conditions that do not hold, or that could not be tested: `cofog 04.5: the line has 02.1`.
  std::vector<std::string> failed;
};

/// A word that was found and does not count, because a longer expression around it means something
/// else: `bridge` inside `bridge loan`.
struct VoidWord {
  std::string column;
  std::size_t begin = 0;  ///< byte offsets in the cell
  std::size_t end = 0;
  std::string found;
  std::string concept_name;
  std::string written;       ///< the word of the vocabulary
  std::string cover;         ///< the longer expression: `bridge loan`
  std::string cover_reason;  ///< what makes it count: `an exception of bridge`, `a word for loan`
};

/// Everything that can be said of how a book decides one line.
struct Explanation {
  Decision decision;
  std::vector<RuleTrace> also_matching;  ///< match as well, and come after the deciding rule
  /// Rules whose `when` holds but for one of its conditions, something in the line's cells among
  /// those that hold (a shared country, year or nature alone makes no near miss).
  std::vector<RuleTrace> near_misses;
  std::vector<RuleTrace> untested;  ///< could not be tested, wherever they stand in the book
  std::vector<VoidWord> void_words;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_EXPLANATION_H_
