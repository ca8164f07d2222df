#include "engine/study/slow_regexes.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "engine/base/pattern.h"
#include "engine/study/place_names.h"
#include "engine/study/rule_leaves.h"

namespace tranche {
namespace {

/// Measured on labels of budgets: up to this size expressions take a third of a microsecond on a
/// text, above it several to many.
constexpr std::size_t kMostOnEveryText = 150;
/// The same where only texts with a certain word are tried.
constexpr std::size_t kMostOnFewTexts = 2000;

}  // namespace

void CheckSlowRegexes(const Rulebook& book, Diagnostics* diagnostics) {
  std::set<std::string> seen;
  std::vector<std::string> on_every_text;
  SourceSpan first;
  const auto check = [&](const Condition& leaf) {
    if (leaf.kind != Condition::Kind::kRegex) return;
    const std::string& expression = leaf.regex->expression();
    if (!seen.insert(expression).second) return;
    const PatternCost cost = CostOf(*leaf.regex);
    const std::size_t most = cost.asks_for_a_word ? kMostOnFewTexts : kMostOnEveryText;
    if (cost.instructions > most) {
      diagnostics->Warning(
          leaf.span, "this expression is slow: it can fit a text in very many ways",
          cost.asks_for_a_word
              ? "write smaller numbers in braces, or split it into two conditions"
              : "write smaller numbers in braces, and a word that every such text has");
    } else if (!cost.asks_for_a_word) {
      if (on_every_text.empty()) first = leaf.span;
      on_every_text.push_back(expression);
    }
  };
  for (const Rule& rule : book.rules) ForEachLeaf(rule.when, check);
  if (on_every_text.empty()) return;
  const bool is_one = on_every_text.size() == 1;
  diagnostics->Note(first,
                    Enumerated(on_every_text, 6) + (is_one ? " is" : " are") +
                        " tried on every text, for want of a word that a text must have",
                    "nothing to do for a few of them; many make a run slower, and a word of three "
                    "letters or more helps");
}

}  // namespace tranche
