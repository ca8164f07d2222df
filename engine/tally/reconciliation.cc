#include "engine/tally/reconciliation.h"

#include <map>

namespace tranche {
namespace {

std::string GroupName(const LineGroup& group) {
  return group.country.ToString() + " " + std::to_string(group.year) + " " +
         std::string(PhaseName(group.phase)) + " " + group.currency.ToString();
}

std::string Mismatch(const LineGroup& group, const CountedSum& read, const AllocatedSum* totals) {
  const std::string summed =
      totals == nullptr ? "nothing"
                        : std::to_string(totals->lines) + " lines of " + totals->amount.ToString();
  return GroupName(group) + ": read " + std::to_string(read.count) + " lines of " +
         read.sum.ToString() + ", but the totals hold " + summed;
}

bool Agree(const CountedSum& read, const AllocatedSum& totals) {
  const auto whole = AllocatedAmount::Of(read.sum);
  return whole && read.count == totals.lines && *whole == totals.amount;
}

}  // namespace

std::vector<std::string> CheckConservation(const std::vector<const FileAccount*>& files,
                                           const LineSelection& selection,
                                           const std::vector<GroupTotals>& totals) {
  std::vector<std::string> problems;
  std::map<LineGroup, CountedSum> read;
  for (const FileAccount* file : files) {
    for (std::string& violation : file->Violations()) problems.push_back(std::move(violation));
    for (const auto& [group, sum] : file->read_by_group) {
      if (!selection.Wants(group)) continue;
      CountedSum& total = read[group];
      total.count += sum.count;
      if (!AddTo(sum.sum, &total.sum)) problems.push_back(GroupName(group) + ": sum out of range");
    }
  }
  for (const GroupTotals& group : totals) {
    const auto it = read.find(group.group);
    if (it == read.end() || !Agree(it->second, group.total)) {
      problems.push_back(
          Mismatch(group.group, it == read.end() ? CountedSum{} : it->second, &group.total));
    }
    if (it != read.end()) read.erase(it);
  }
  for (const auto& [group, sum] : read) {
    if (sum.count > 0) problems.push_back(Mismatch(group, sum, nullptr));
  }
  return problems;
}

}  // namespace tranche
