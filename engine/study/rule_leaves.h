#ifndef TRANCHE_ENGINE_STUDY_RULE_LEAVES_H_
#define TRANCHE_ENGINE_STUDY_RULE_LEAVES_H_

#include "engine/rulebook/rulebook.h"

/// What findings ask of rules and of where a book's parts stand. Pure functions.
namespace tranche {

/// Calls `visit` with every condition below `condition` that has no conditions under it.
template <typename Visit>
void ForEachLeaf(const Condition& condition, const Visit& visit) {
  switch (condition.kind) {
    case Condition::Kind::kAll:
    case Condition::Kind::kAny:
    case Condition::Kind::kNot:
      for (const Condition& child : condition.children) ForEachLeaf(child, visit);
      return;
    default:
      visit(condition);
  }
}

/// True where a condition of the rule reads texts: mentions, words, regex, or a list of words.
bool ReadsTexts(const Rulebook& book, const Rule& rule);

/// True where the rule has an example that shows what it takes, and not only what it leaves alone.
bool ShowsWhatItTakes(const Rule& rule);

/// True for what is written in the book's own file. What a reform inherits, or an included file
/// says, other books may need.
bool IsInOwnFile(const Rulebook& book, const SourceSpan& span);

/// True for what stands in the folder of the book or below it, of a book that is no reform: its
/// own vocabulary. One elsewhere is shared with other books.
bool IsInOwnFolder(const Rulebook& book, const SourceSpan& span);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_RULE_LEAVES_H_
