#include "engine/tally/untested.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace tranche {
namespace {

/// Something of a line that a condition asks about.
struct Need {
  std::string name;  ///< as a person names it
  bool is_in_every_file = false;
};

bool HasText(const LineSchema& schema, const TextScope& scope) {
  return std::any_of(schema.texts.begin(), schema.texts.end(),
                     [&scope](const TextColumn& text) { return scope.Takes(text.name, text.own); });
}

std::string ScopeName(const TextScope& scope) {
  switch (scope.kind) {
    case TextScope::Kind::kAll:
      return "texts";
    case TextScope::Kind::kOwn:
      return "the line's own texts";
    case TextScope::Kind::kParents:
      return "texts above the line";
    case TextScope::Kind::kNamed:
      break;
  }
  std::string names;
  for (const std::string& name : scope.names) names += (names.empty() ? "" : " or ") + name;
  return "the text " + names;
}

template <typename HasIt>
Need NeedOf(std::string name, const std::vector<const LineSchema*>& schemas, const HasIt& has_it) {
  return {std::move(name),
          std::all_of(schemas.begin(), schemas.end(),
                      [&has_it](const LineSchema* schema) { return has_it(*schema); })};
}

bool Contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Need CodesOf(const std::string& scheme, const std::vector<const LineSchema*>& schemas) {
  return NeedOf("codes of " + scheme, schemas,
                [&scheme](const LineSchema& schema) { return Contains(schema.schemes, scheme); });
}

Need TextsIn(const TextScope& scope, const std::vector<const LineSchema*>& schemas) {
  return NeedOf(ScopeName(scope), schemas,
                [&scope](const LineSchema& schema) { return HasText(schema, scope); });
}

void CollectNeeds(const Condition& condition, const Rulebook& book,
                  const std::vector<const LineSchema*>& schemas, std::vector<Need>* needs) {
  switch (condition.kind) {
    case Condition::Kind::kCode:
      needs->push_back(CodesOf(condition.name, schemas));
      break;
    case Condition::Kind::kField:
      needs->push_back(NeedOf("the field " + condition.name, schemas, [&](const LineSchema& s) {
        return Contains(s.fields, condition.name);
      }));
      break;
    case Condition::Kind::kNature:
      needs->push_back(
          NeedOf("the nature", schemas, [](const LineSchema& s) { return s.has_nature; }));
      break;
    case Condition::Kind::kListed: {
      const std::string& scheme = book.lists[condition.list].scheme;
      needs->push_back(scheme.empty() ? TextsIn(condition.scope, schemas)
                                      : CodesOf(scheme, schemas));
      break;
    }
    case Condition::Kind::kMentions:
    case Condition::Kind::kWords:
    case Condition::Kind::kRegex:
      needs->push_back(TextsIn(condition.scope, schemas));
      break;
    default:
      break;
  }
  for (const Condition& child : condition.children) CollectNeeds(child, book, schemas, needs);
}

/// By what rules are folded. Where no file lacks a column, the cells were empty.
using FoldKey = std::pair<bool, std::vector<std::string>>;

FoldKey KeyOf(const Rule& rule, const Rulebook& book,
              const std::vector<const LineSchema*>& schemas) {
  std::vector<Need> needs;
  CollectNeeds(rule.when, book, schemas, &needs);
  std::set<std::string> lacking;
  std::set<std::string> all;
  for (const Need& need : needs) {
    all.insert(need.name);
    if (!need.is_in_every_file) lacking.insert(need.name);
  }
  const std::set<std::string>& missing = lacking.empty() ? all : lacking;
  return {lacking.empty(), {missing.begin(), missing.end()}};
}

}  // namespace

std::optional<std::vector<UntestedRules>> FoldUntested(
    const Tally& tally, const Rulebook& book, const std::vector<const LineSchema*>& schemas) {
  std::map<RuleId, UntestedRules*> fold_of_rule;
  std::map<FoldKey, UntestedRules> folds;
  for (const auto& [group, cells] : tally.groups()) {
    for (const auto& [signature, cell] : cells) {
      const auto amount = AllocatedAmount::Of(cell.sum);
      if (!amount) return std::nullopt;
      std::set<UntestedRules*> met;
      for (const RuleId rule : signature.untested) {
        UntestedRules*& fold = fold_of_rule[rule];
        if (fold == nullptr) {
          fold = &folds[KeyOf(book.rules[rule], book, schemas)];
          fold->rules.push_back(rule);
        }
        met.insert(fold);
      }
      for (UntestedRules* fold : met) {
        AllocatedSum& sum = fold->sums[group];
        sum.lines += cell.lines;
        if (!AddTo(*amount, &sum.amount)) return std::nullopt;
      }
    }
  }
  std::vector<UntestedRules> list;
  for (auto& [key, fold] : folds) {
    std::sort(fold.rules.begin(), fold.rules.end());
    fold.cells_are_empty = key.first;
    fold.missing = key.second;
    list.push_back(std::move(fold));
  }
  return list;
}

}  // namespace tranche
