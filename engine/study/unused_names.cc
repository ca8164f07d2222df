#include "engine/study/unused_names.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "engine/study/rule_leaves.h"

namespace tranche {
namespace {

/// What of a book something else names, by index.
class Uses {
 public:
  explicit Uses(const Rulebook& book)
      : buckets(book.buckets.size()),
        options(book.options.size()),
        items(book.items.size()),
        lists(book.lists.size()) {
    AddOutcome(book.otherwise);
    for (const Option& option : book.options) {
      AddValue(option.value);
      for (const OptionValue& value : option.tries) AddValue(value);
    }
    for (const Target& target : book.targets) {
      for (const BucketId bucket : target.of) buckets[bucket] = true;
      for (const auto& [bucket, cap] : target.caps) buckets[bucket] = true;
    }
    for (const Item& item : book.items) {
      AddOutcome(item.counts);
      for (const Outcome& outcome : item.tries) AddOutcome(outcome);
    }
    for (const LineDecision& decision : book.decisions) {
      if (decision.item) items[*decision.item] = true;
    }
    for (const Rule& rule : book.rules) AddRule(rule);
  }

  std::vector<bool> buckets;
  std::vector<bool> options;
  std::vector<bool> items;
  std::vector<bool> lists;

 private:
  void AddValue(const OptionValue& value) {
    if (const auto* outcome = std::get_if<Outcome>(&value)) AddOutcome(*outcome);
  }

  void AddOutcome(const Outcome& outcome) {
    for (const auto& step : outcome.choices.steps()) {
      if (step.value.option) options[*step.value.option] = true;
      for (const Outcome::Part& part : step.value.parts) {
        buckets[part.bucket] = true;
        if (part.share.kind == ShareTerm::Kind::kOption) options[part.share.option] = true;
      }
    }
  }

  void AddRule(const Rule& rule) {
    if (rule.item) items[*rule.item] = true;
    if (rule.outcome) AddOutcome(*rule.outcome);
    ForEachLeaf(rule.when, [this](const Condition& leaf) {
      if (leaf.kind == Condition::Kind::kListed) lists[leaf.list] = true;
    });
  }
};

/// Those of `all` that are in the book's own file and not in `used`.
template <typename T>
std::vector<const T*> UnusedOf(const Rulebook& book, const std::vector<T>& all,
                               const std::vector<bool>& used) {
  std::vector<const T*> unused;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!used[i] && IsInOwnFile(book, all[i].span)) unused.push_back(&all[i]);
  }
  return unused;
}

}  // namespace

void CheckUnusedNames(const Rulebook& book, Diagnostics* diagnostics) {
  const Uses uses(book);
  for (const Bucket* bucket : UnusedOf(book, book.buckets, uses.buckets)) {
    diagnostics->Warning(bucket->span, "nothing can count as '" + bucket->name + "'",
                         "let an item count as it, or remove the bucket");
  }
  for (const Option* option : UnusedOf(book, book.options, uses.options)) {
    diagnostics->Warning(
        option->span,
        "nothing uses the option '" + option->name + "', so its value makes no difference",
        "write $" + option->name + " where an item says what it counts as, or remove the option");
  }
  for (const Item* item : UnusedOf(book, book.items, uses.items)) {
    diagnostics->Warning(
        item->span, "no rule recognises the item '" + item->name + "'",
        "write a rule with is: " + item->name +
            ", or remove the item; where people's decisions name it, check with --decisions");
  }
  for (const WordList* list : UnusedOf(book, book.lists, uses.lists)) {
    diagnostics->Warning(list->span, "no rule looks for the list '" + list->name + "'",
                         "write listed: " + list->name + " in a rule, or remove the list");
  }
}

}  // namespace tranche
