// Totals that a layout drops `as: control`, against the rows that they sum up.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/layout/bound_layout.h"
#include "engine/layout/file_plan.h"
#include "engine/layout/row_numbers.h"
#include "engine/layout/suspicions.h"

namespace tranche {
namespace {

/// A cell of a total that is not what its rows add up to.
struct Unmet {
  std::uint64_t offset_bytes = 0;
  std::string sentence;  ///< behind the row's number
};

/// The rows of a group that `total` sums up. Nothing where they are of several countries, phases or
/// currencies, and the total does not say of which.
std::optional<ControlSums::Rows> RowsOf(const ControlSums::Group& group,
                                        const ControlSums::Total& total) {
  if (total.group) {
    const auto found = group.rows.find(*total.group);
    return found == group.rows.end() ? ControlSums::Rows() : found->second;
  }
  if (group.rows.empty()) return ControlSums::Rows();
  if (group.rows.size() > 1) return std::nullopt;
  return group.rows.begin()->second;
}

std::string RowsInWords(const BoundControl& control, std::uint64_t count) {
  std::string text = std::to_string(count) + (count == 1 ? " row" : " rows");
  switch (control.of) {
    case RowControl::Of::kFile:
      return text + " of the file";
    case RowControl::Of::kRowsAbove:
      return text + " between it and the total above";
    case RowControl::Of::kColumns:
      break;
  }
  text += count == 1 ? " that agrees with it in " : " that agree with it in ";
  for (const std::string& name : control.column_names) {
    text += (name == control.column_names.front() ? "" : " and ") + name;
  }
  return text;
}

/// True where `sum` is `stated` with up to three zeros more.
bool MayHaveLostZeros(Amount stated, Amount sum) {
  if (stated.IsZero()) return false;
  for (const Int128 factor : {Int128{10}, Int128{100}, Int128{1000}}) {
    if (sum.micros() % factor == 0 && sum.micros() / factor == stated.micros()) return true;
  }
  return false;
}

bool HasTotals(const ControlSums& sums, std::uint32_t control) {
  for (const auto& [key, group] : sums.groups()) {
    if (key.first == control && !group.totals.empty()) return true;
  }
  return false;
}

class Check {
 public:
  explicit Check(const FilePlan& plan) : plan_(plan.bound()) {}

  void CheckGroup(const BoundControl& control, const ControlSums::Group& group) {
    for (const ControlSums::Total& total : group.totals) {
      TellUnreadable(control, total);
      const std::optional<ControlSums::Rows> rows = RowsOf(group, total);
      if (!rows) {
        unmet_.push_back({total.offset_bytes,
                          " (" + control.because +
                              ") cannot be checked: it does not say of which year, phase, country "
                              "or currency, and its rows have several"});
        continue;
      }
      for (std::size_t i = 0; i < total.stated.size(); ++i) {
        if (total.stated[i]) CheckCell(control, *rows, total, i);
      }
    }
  }

  std::size_t met() const { return met_; }
  std::vector<Unmet>& unmet() { return unmet_; }

 private:
  void TellUnreadable(const BoundControl& control, const ControlSums::Total& total) {
    if (total.has_no_unit) {
      unmet_.push_back({total.offset_bytes,
                        " (" + control.because + ") cannot be checked: its unit cannot be read"});
    }
    for (const std::size_t column : total.unreadable) {
      unmet_.push_back({total.offset_bytes, " (" + control.because + ", column " +
                                                plan_.amounts[column].column +
                                                ") cannot be checked: its amount cannot be read"});
    }
  }

  void CheckCell(const BoundControl& control, const ControlSums::Rows& rows,
                 const ControlSums::Total& total, std::size_t column) {
    const Amount sum = column < rows.sums.size() ? rows.sums[column] : Amount();
    const Amount stated = *total.stated[column];
    const std::optional<Amount> difference = sum.Minus(stated);
    if (difference) {
      const std::optional<Amount> size =
          difference->IsNegative() ? difference->Negated() : difference;
      if (size && *size <= control.tolerance) {
        ++met_;
        return;
      }
    }
    std::string sentence = " (" + control.because + ", column " + plan_.amounts[column].column +
                           ") is not met: it says " + stated.ToString() + ", the " +
                           RowsInWords(control, rows.count) + " add up to " + sum.ToString();
    if (MayHaveLostZeros(stated, sum)) {
      sentence += ", which is the same but for zeros: zeros at its end may be lost";
    }
    if (difference) sentence += ", difference " + difference->ToString() + WrapHint(*difference);
    unmet_.push_back({total.offset_bytes, std::move(sentence)});
  }

  const FilePlan::Bound& plan_;
  std::size_t met_ = 0;
  std::vector<Unmet> unmet_;
};

}  // namespace

absl::StatusOr<ControlsCheck> CheckRowControls(const FilePlan& plan, InputFile& input,
                                               const FileAccount& account) {
  Check check(plan);
  for (const auto& [key, group] : account.controls.groups()) {
    check.CheckGroup(plan.bound().controls[key.first], group);
  }
  std::vector<Unmet>& unmet = check.unmet();
  std::stable_sort(unmet.begin(), unmet.end(), [](const Unmet& a, const Unmet& b) {
    return std::pair(a.offset_bytes, a.sentence) < std::pair(b.offset_bytes, b.sentence);
  });
  std::vector<std::uint64_t> offsets;
  for (const Unmet& each : unmet) offsets.push_back(each.offset_bytes);
  const auto rows = RowNumbersOf(std::move(offsets), plan.head(), input);
  if (!rows.ok()) return rows.status();
  ControlsCheck result;
  result.met = check.met();
  const std::vector<BoundControl>& controls = plan.bound().controls;
  for (std::uint32_t control = 0; control < controls.size(); ++control) {
    if (HasTotals(account.controls, control)) continue;
    result.unproved.push_back("no row is a total of '" + controls[control].because +
                              "' (as: control), so nothing was proved by them");
  }
  for (const Unmet& each : unmet) {
    const auto row = rows->find(each.offset_bytes);
    const std::string number = row == rows->end() ? "" : " in row " + std::to_string(row->second);
    result.unmet.push_back(plan.bound().data_name + ": the total" + number + each.sentence);
  }
  return result;
}

}  // namespace tranche
