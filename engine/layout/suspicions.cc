#include "engine/layout/suspicions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/layout/bound_layout.h"
#include "engine/layout/row_numbers.h"

namespace tranche {
namespace {

constexpr Int128 kLargestOf32Bits = (Int128{1} << 31) - 1;

/// A sentence about a row whose number is not yet known: it goes between the two parts.
struct Draft {
  std::string before;
  std::uint64_t offset_bytes = 0;
  std::string behind;
};

std::string MoneyOf(const LineGroup& group, Amount amount) {
  return group.currency.ToString() + " " + amount.ToString();
}

std::string NameOf(const LineGroup& group) {
  return std::to_string(group.year) + " (" + std::string(PhaseName(group.phase)) + ")";
}

/// A line that is as large as all others of its group together.
std::optional<Draft> TotalByAmount(const LineGroup& group, const Extremes& extremes, Amount sum) {
  constexpr std::uint64_t kLeastLines = 4;
  if (extremes.count < kLeastLines || sum.IsZero()) return std::nullopt;
  const bool is_largest = extremes.largest.Plus(extremes.largest) == sum;
  const bool is_smallest = extremes.smallest.Plus(extremes.smallest) == sum;
  if (!is_largest && !is_smallest) return std::nullopt;
  return Draft{"the amount of " + NameOf(group),
               is_largest ? extremes.largest_offset_bytes : extremes.smallest_offset_bytes,
               ", " + MoneyOf(group, is_largest ? extremes.largest : extremes.smallest) +
                   ", equals the sum of all " + std::to_string(extremes.count - 1) +
                   " other lines: if it is a total, drop its row `as: control`, or the money "
                   "counts twice"};
}

/// Amounts at the end of what 32 bits can hold, in a group that never leaves it.
std::optional<Draft> Wrapped(const LineGroup& group, const Extremes& extremes, std::int64_t unit) {
  const Int128 step = Int128{unit} * Amount::kMicrosPerUnit;
  const Int128 largest = extremes.largest.micros();
  const Int128 smallest = extremes.smallest.micros();
  if (largest > kLargestOf32Bits * step || smallest < -(kLargestOf32Bits + 1) * step) {
    return std::nullopt;
  }
  constexpr std::string_view kAdvice =
      " is near the end of what 32 bits can hold, and no amount goes beyond: larger ones may "
      "have "
      "been wrapped or cut; compare it with the source";
  const bool is_cut = largest == kLargestOf32Bits * step;
  const bool is_wrapped =
      largest > kLargestOf32Bits / 2 * step && smallest < -(kLargestOf32Bits / 2) * step;
  if (!is_cut && !is_wrapped) return std::nullopt;
  const Amount amount = is_cut ? extremes.largest : extremes.smallest;
  return Draft{"the amount " + amount.ToString(),
               is_cut ? extremes.largest_offset_bytes : extremes.smallest_offset_bytes,
               " of " + NameOf(group) + std::string(kAdvice)};
}

std::vector<Draft> Drafts(const FilePlan::Bound& plan, const FileAccount& account) {
  std::vector<Draft> drafts;
  for (const auto& [what, cells] : account.noticed) {
    drafts.push_back(
        {std::to_string(cells.count) + " " + what + "; the first is " + QuotedCell(cells.first),
         cells.first_offset_bytes, ""});
  }
  for (const auto& [group, extremes] : account.extremes) {
    const Amount sum = account.read_by_group.at(group).sum;
    std::optional<Draft> draft = TotalByAmount(group, extremes, sum);
    if (draft) drafts.push_back(*std::move(draft));
    draft = Wrapped(group, extremes, plan.unit.value.value_or(1));
    if (draft) drafts.push_back(*std::move(draft));
  }
  return drafts;
}

/// Levels that hold other sums than the one that is read: those above it, and those below it that
/// have more, so that some of their codes have no row of the level that is read.
void TellOfLevels(const FilePlan::Bound& plan, const FileAccount& account,
                  std::vector<std::string>* sentences) {
  if (!plan.level) return;
  std::map<CurrencyCode, Amount> read;
  for (const auto& [group, sum] : account.read_by_group) {
    if (!AddTo(sum.sum, &read[group.currency])) return;
  }
  for (const auto& [key, sum] : account.cells_dropped) {
    if (!AddTo(sum.sum, &read[key.second])) return;
  }
  for (std::size_t size = 1; size < plan.level->reasons.size(); ++size) {
    if (size == plan.level->size) continue;
    const bool is_below = size > plan.level->size;
    const std::string& reason = plan.row_drop_reasons[plan.level->reasons[size]];
    for (const auto& [currency, amount] : read) {
      const auto above = account.rows_dropped.find({reason, currency});
      if (above == account.rows_dropped.end() || above->second.sum.IsZero()) continue;
      const std::optional<Amount> difference = above->second.sum.Minus(amount);
      if (!difference || difference->IsZero()) continue;
      if (is_below && difference->IsNegative() != amount.IsNegative()) continue;
      sentences->push_back(
          (is_below ? "a level below (" : "the level above (") + reason + ") adds up to " +
          currency.ToString() + " " + above->second.sum.ToString() + ", the one that is read to " +
          amount.ToString() + ", difference " + difference->ToString() + WrapHint(*difference) +
          "; `leaves_of` keeps what the level that is read lacks");
    }
  }
}

}  // namespace

absl::StatusOr<std::vector<std::string>> SuspicionsOf(const FilePlan& plan, InputFile& input,
                                                      const FileAccount& account) {
  std::vector<std::string> sentences = plan.bound().suspicions;
  const std::vector<Draft> drafts = Drafts(plan.bound(), account);
  std::vector<std::uint64_t> offsets;
  for (const Draft& draft : drafts) offsets.push_back(draft.offset_bytes);
  const auto rows = RowNumbersOf(std::move(offsets), plan.head(), input);
  if (!rows.ok()) return rows.status();
  TellOfLevels(plan.bound(), account, &sentences);
  for (const Draft& draft : drafts) {
    const auto row = rows->find(draft.offset_bytes);
    sentences.push_back(draft.before +
                        (row == rows->end() ? "" : " in row " + std::to_string(row->second)) +
                        draft.behind);
  }
  return sentences;
}

std::string WrapHint(Amount difference) {
  constexpr Int128 kWrap = Int128{1} << 32;
  const Int128 micros = difference.micros();
  if (micros == 0) return "";
  // In currency units, or in the thousands or millions that the file counts.
  for (const std::int64_t unit : {1'000'000, 1000, 1}) {
    const Int128 step = kWrap * unit * Amount::kMicrosPerUnit;
    if (micros % step != 0) continue;
    const auto times = static_cast<std::int64_t>(micros / step);
    return ", which is " + std::to_string(times < 0 ? -times : times) + " times 4,294,967,296" +
           (unit == 1 ? "" : " in units of " + std::to_string(unit)) +
           ": a program that counts in 32 bits has wrapped an amount";
  }
  return "";
}

std::string QuotedCell(std::string_view cell) {
  constexpr std::size_t kShownBytes = 60;
  std::size_t end = std::min(cell.size(), kShownBytes);
  if (end < cell.size()) {
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) --end;
  }
  std::string quoted = "'";
  quoted += cell.substr(0, end);
  quoted += end < cell.size() ? "…'" : "'";
  return quoted;
}

}  // namespace tranche
