#include "engine/tally/decisions.h"

#include <utility>

#include "engine/match/verdict.h"

namespace tranche {
namespace {

[[nodiscard]] bool Add(const TallyCell& cell, TallyCell* total) {
  total->lines += cell.lines;
  return AddTo(cell.sum, &total->sum);
}

/// True where the rules alone put the money of such lines elsewhere.
bool Moves(const Signature& signature, const Rulebook& book, std::int16_t year) {
  return book.AllocationOf(VerdictOf(signature, book).outcome, year) !=
         book.AllocationOf(VerdictOfRules(signature, book).outcome, year);
}

}  // namespace

std::optional<std::vector<DecidedMoney>> FoldDecided(const Tally& tally, const Rulebook& book) {
  std::vector<DecidedMoney> all;
  for (const auto& [group, cells] : tally.groups()) {
    DecidedMoney money;
    money.group = group;
    for (const auto& [signature, cell] : cells) {
      if (signature.decision == kNoDecision) continue;
      if (signature.decision_is_stale) {
        if (!Add(cell, &money.stale)) return std::nullopt;
        continue;
      }
      if (!Add(cell, &money.decided)) return std::nullopt;
      if (Moves(signature, book, group.year) && !Add(cell, &money.moved)) return std::nullopt;
    }
    if (money.decided.lines + money.stale.lines > 0) all.push_back(money);
  }
  return all;
}

}  // namespace tranche
