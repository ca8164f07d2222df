#include <optional>
#include <utility>

#include "engine/layout/bound_layout.h"
#include "engine/layout/file_plan.h"
#include "engine/layout/suspicions.h"

namespace tranche {
namespace {

using Sums = std::map<LineGroup, CountedSum>;

/// The control totals of one file, one after the other.
class TotalsCheck {
 public:
  TotalsCheck(const FilePlan::Bound& plan, const FileAccount& account)
      : plan_(plan), account_(account), read_(account.read_by_group) {
    // What was published is what stands in the file, also where later files take its place.
    for (const auto& [group, sum] : account.replaced_by_group) Add(group, sum, &read_);
  }

  ControlsCheck Run() {
    for (std::size_t i = 0; i < plan_.layout.control_totals.size(); ++i) Check(i);
    return std::move(result_);
  }

 private:
  void Check(std::size_t index);
  void Compare(const ControlTotal& total, const CountedSum& read, const std::string& currency);
  /// What `total` sums up, by country, year, phase and currency.
  Sums SumsOf(const ControlTotal& total, const Sums& all) const;
  static std::string NameOf(const ControlTotal& total);
  void Report(const std::string& sentence) {
    result_.unmet.push_back(plan_.data_name + ": " + sentence);
  }

  /// A sum of 128 bits that does not hold both is an overflow of the run, found elsewhere.
  static void Add(const LineGroup& group, const CountedSum& sum, Sums* to) {
    CountedSum& target = (*to)[group];
    target.count += sum.count;
    static_cast<void>(AddTo(sum.sum, &target.sum));
  }

  const FilePlan::Bound& plan_;
  const FileAccount& account_;
  Sums read_;
  ControlsCheck result_;
};

Sums TotalsCheck::SumsOf(const ControlTotal& total, const Sums& all) const {
  // Beside a budget stand outlooks of other years: a layout that states a phase means that one.
  const std::optional<Phase> phase = total.phase ? total.phase : plan_.layout.phase.value;
  Sums sums;
  for (const auto& [group, sum] : all) {
    const bool is_meant =
        (!total.year || group.year == *total.year) && (!phase || group.phase == *phase);
    if (is_meant) sums.emplace(group, sum);
  }
  return sums;
}

std::string TotalsCheck::NameOf(const ControlTotal& total) {
  std::string name = "the control total";
  for (const ControlTotal::Cell& cell : total.of) {
    name += (&cell == &total.of.front() ? " for " : " and ") + cell.column.name + " " + cell.value;
  }
  if (total.year) name += " of " + std::to_string(*total.year);
  if (total.phase) name += " (" + std::string(PhaseName(*total.phase)) + ")";
  return name;
}

void TotalsCheck::Check(std::size_t index) {
  const ControlTotal& total = plan_.layout.control_totals[index];
  // A layout is for the files of many years, a dossier speaks of one file.
  if (total.year && !total.of_this_file && SumsOf(total, read_).empty()) return;
  const Sums sums = total.of.empty() ? SumsOf(total, read_)
                    : index < account_.control_groups.size()
                        ? SumsOf(total, account_.control_groups[index])
                        : Sums();
  if (sums.size() > 1) {
    Report(NameOf(total) +
           " cannot be checked: it is of several countries, years, phases or "
           "currencies; say `year` or `phase` beside its amount");
    return;
  }
  if (sums.empty()) {
    Report(NameOf(total) + " is not met: the file has no line of it");
    return;
  }
  const auto& [group, read] = *sums.begin();
  Compare(total, read, " " + group.currency.ToString());
}

void TotalsCheck::Compare(const ControlTotal& total, const CountedSum& read,
                          const std::string& currency) {
  const std::optional<Amount> expected = total.amount.Plus(total.differs_by);
  const std::optional<Amount> difference = expected ? read.sum.Minus(*expected) : std::nullopt;
  const bool is_known = !total.differs_by.IsZero();
  const std::string known = is_known ? "the known difference of " + total.differs_by.ToString() +
                                           currency + " (" + total.because + ")"
                                     : "";
  const auto is_within = [&total](const std::optional<Amount>& off) {
    const std::optional<Amount> size = off && off->IsNegative() ? off->Negated() : off;
    return size && *size <= total.tolerance;
  };
  if (is_within(difference)) {
    ++result_.met;
    if (is_known) result_.known.push_back(NameOf(total) + " is met but for " + known);
    return;
  }
  std::string sentence = NameOf(total) + " is not met: read " + read.sum.ToString() + currency +
                         ", expected " + total.amount.ToString() + currency;
  if (is_known && is_within(read.sum.Minus(total.amount))) {
    Report(sentence + ": " + known + " is gone; take `differs_by` out");
    return;
  }
  if (is_known) sentence += " and " + known;
  if (difference) {
    sentence += ", difference " + difference->ToString() + currency + WrapHint(*difference);
  }
  if (!total.tolerance.IsZero()) {
    sentence += " (tolerance " + total.tolerance.ToString() + ")";
  }
  if (!total.source.empty()) sentence += "; the total is from " + total.source;
  Report(sentence);
}

}  // namespace

ControlsCheck CheckControlTotals(const FilePlan& plan, const FileAccount& account) {
  return TotalsCheck(plan.bound(), account).Run();
}

}  // namespace tranche
