#include "engine/study/rule_use.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/match/tri.h"

namespace tranche {
namespace {

/// Currency, phase, taker, and the first of the rules that say what the losers say.
using TakenKey = std::tuple<CurrencyCode, Phase, RuleId, RuleId>;

struct TakenParts {
  AllocatedSum sum;
  std::set<RuleId> losers;
};

/// For each rule the first of the book that says the same.
std::vector<RuleId> FirstsThatSayTheSame(const Rulebook& book) {
  std::map<ItemId, RuleId> first_of_item;
  std::vector<RuleId> without_item;
  std::vector<RuleId> firsts;
  for (RuleId rule = 0; rule < book.rules.size(); ++rule) {
    if (const auto item = book.rules[rule].item) {
      firsts.push_back(first_of_item.try_emplace(*item, rule).first->second);
      continue;
    }
    const auto same = std::find_if(without_item.begin(), without_item.end(),
                                   [&](RuleId other) { return book.SayTheSame(other, rule); });
    firsts.push_back(same == without_item.end() ? rule : *same);
    if (same == without_item.end()) without_item.push_back(rule);
  }
  return firsts;
}

/// Truth of `condition` where only country and year of a line are known.
Tri TruthIn(const Condition& condition, const LineGroup& group) {
  Tri truth = condition.kind == Condition::Kind::kAny ? Tri::kFalse : Tri::kTrue;
  switch (condition.kind) {
    case Condition::Kind::kAll:
      for (const Condition& child : condition.children) truth = And(truth, TruthIn(child, group));
      return truth;
    case Condition::Kind::kAny:
      for (const Condition& child : condition.children) truth = Or(truth, TruthIn(child, group));
      return truth;
    case Condition::Kind::kNot:
      return Not(TruthIn(condition.children.front(), group));
    case Condition::Kind::kCountry:
      return TriOf(std::find(condition.countries.begin(), condition.countries.end(),
                             group.country) != condition.countries.end());
    case Condition::Kind::kYear:
      return TriOf(
          std::any_of(condition.years.begin(), condition.years.end(), [&](const auto& range) {
            return range.first <= group.year && group.year <= range.second;
          }));
    default:
      return Tri::kUnknown;
  }
}

bool AsksForOthers(const Rule& rule, const Tally& tally) {
  return std::all_of(tally.groups().begin(), tally.groups().end(), [&rule](const auto& group) {
    return TruthIn(rule.when, group.first) == Tri::kFalse;
  });
}

/// How far each rule got on any line.
struct Reached {
  std::vector<bool> decided;
  std::vector<bool> matched;
  std::vector<bool> untested;
};

void Mark(const Signature& signature, Reached* reached) {
  for (const RuleHit& hit : signature.open) {
    (hit.is_unknown ? reached->untested : reached->matched)[hit.rule] = true;
  }
  for (const RuleId rule : signature.untested) reached->untested[rule] = true;
  if (!signature.open.empty()) reached->decided[signature.open.front().rule] = true;
}

[[nodiscard]] bool AddTaken(const Signature& signature, const LineGroup& group,
                            const TallyCell& cell, const std::vector<RuleId>& firsts,
                            std::map<TakenKey, TakenParts>* taken) {
  if (signature.open.size() < 2) return true;
  const auto amount = AllocatedAmount::Of(cell.sum);
  if (!amount) return false;
  const RuleHit& taker = signature.open.front();
  std::set<TakenParts*> met;
  for (const RuleHit& loser : signature.open) {
    const bool is_same = !taker.is_unknown && firsts[taker.rule] == firsts[loser.rule];
    if (loser.rule == taker.rule || loser.is_unknown || is_same) continue;
    TakenParts& parts = (*taken)[{group.currency, group.phase, taker.rule, firsts[loser.rule]}];
    parts.losers.insert(loser.rule);
    if (!met.insert(&parts).second) continue;
    parts.sum.lines += cell.lines;
    if (!AddTo(*amount, &parts.sum.amount)) return false;
  }
  return true;
}

}  // namespace

std::optional<RuleUse> StudyRuleUse(const Tally& tally, const Rulebook& book) {
  const std::size_t rule_count = book.rules.size();
  Reached reached{std::vector<bool>(rule_count), std::vector<bool>(rule_count),
                  std::vector<bool>(rule_count)};
  const std::vector<RuleId> firsts = FirstsThatSayTheSame(book);
  std::map<TakenKey, TakenParts> taken;
  for (const auto& [group, cells] : tally.groups()) {
    for (const auto& [signature, cell] : cells) {
      Mark(signature, &reached);
      if (!AddTaken(signature, group, cell, firsts, &taken)) return std::nullopt;
    }
  }
  RuleUse use;
  for (RuleId rule = 0; rule < rule_count; ++rule) {
    if (reached.decided[rule]) continue;
    if (reached.matched[rule]) {
      use.never_decided.push_back(rule);
    } else if (!reached.untested[rule]) {
      (AsksForOthers(book.rules[rule], tally) ? use.elsewhere : use.never_matched).push_back(rule);
    }
  }
  for (const auto& [key, parts] : taken) {
    const auto& [currency, phase, taker, first] = key;
    use.taken.push_back(
        {taker, {parts.losers.begin(), parts.losers.end()}, currency, phase, parts.sum});
  }
  std::stable_sort(use.taken.begin(), use.taken.end(),
                   [](const TakenMoney& a, const TakenMoney& b) {
                     return std::tie(a.currency, a.phase, b.sum.amount) <
                            std::tie(b.currency, b.phase, a.sum.amount);
                   });
  return use;
}

}  // namespace tranche
