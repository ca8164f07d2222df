#include <algorithm>
#include <optional>

#include "engine/layout/bound_layout.h"
#include "engine/layout/file_plan.h"
#include "engine/layout/suspicions.h"

namespace tranche {
namespace {

using Sums = std::map<LineGroup, CountedSum>;

/// The groups of a year that its control total speaks of: those of the layout's own phase where it
/// states one (beside a budget stand outlooks of other years), otherwise all.
Sums SumsOf(std::int16_t year, std::optional<Phase> phase, const FileAccount& account) {
  Sums sums;
  for (const auto& [group, sum] : account.read_by_group) {
    if (group.year == year && (!phase || group.phase == *phase)) sums.emplace(group, sum);
  }
  return sums;
}

std::optional<std::string> Check(const std::string& file, std::int16_t year,
                                 const ControlTotal& control, const Sums& sums) {
  const std::string total = file + ": the control total of " + std::to_string(year);
  if (sums.size() > 1) {
    return total + " cannot be checked: the file has several countries, phases or currencies";
  }
  const auto& [group, read] = *sums.begin();
  std::string currency = " ";
  currency += group.currency.ToString();
  const std::optional<Amount> difference = read.sum.Minus(control.amount);
  if (difference) {
    const std::optional<Amount> size =
        difference->IsNegative() ? difference->Negated() : difference;
    if (size && *size <= control.tolerance) return std::nullopt;
  }
  std::string sentence = total + " is not met: read " + read.sum.ToString() + currency +
                         ", expected " + control.amount.ToString() + currency;
  if (difference) {
    sentence += ", difference " + difference->ToString() + currency + WrapHint(*difference);
  }
  if (!control.tolerance.IsZero()) {
    sentence += " (tolerance " + control.tolerance.ToString() + ")";
  }
  return sentence;
}

}  // namespace

ControlsCheck CheckControlTotals(const FilePlan& plan, const FileAccount& account) {
  ControlsCheck check;
  if (!plan.bound().terms.replaced.empty()) return check;
  for (const auto& [year, control] : plan.layout().control_totals) {
    const Sums sums = SumsOf(year, plan.layout().phase.value, account);
    if (sums.empty()) continue;
    std::optional<std::string> sentence = Check(plan.bound().data_name, year, control, sums);
    if (sentence) {
      check.unmet.push_back(*std::move(sentence));
    } else {
      ++check.met;
    }
  }
  return check;
}

}  // namespace tranche
