#include "engine/layout/file_account.h"

#include <algorithm>

namespace tranche {
namespace {

void AddSum(const CountedSum& from, CountedSum* to, bool* overflow) {
  to->count += from.count;
  if (!AddTo(from.sum, &to->sum)) *overflow = true;
}

template <typename Key>
void AddSums(const std::map<Key, CountedSum>& from, std::map<Key, CountedSum>* to, bool* overflow) {
  for (const auto& [key, sum] : from) AddSum(sum, &(*to)[key], overflow);
}

template <typename Key>
std::uint64_t CountOf(const std::map<Key, CountedSum>& sums) {
  std::uint64_t count = 0;
  for (const auto& [key, sum] : sums) count += sum.count;
  return count;
}

std::string Number(std::uint64_t value) { return std::to_string(value); }

}  // namespace

void Extremes::Merge(const Extremes& other) {
  if (other.count == 0) return;
  const bool is_larger = count == 0 || other.largest > largest;
  const bool is_smaller = count == 0 || other.smallest < smallest;
  if (is_larger ||
      (other.largest == largest && other.largest_offset_bytes < largest_offset_bytes)) {
    largest = other.largest;
    largest_offset_bytes = other.largest_offset_bytes;
  }
  if (is_smaller ||
      (other.smallest == smallest && other.smallest_offset_bytes < smallest_offset_bytes)) {
    smallest = other.smallest;
    smallest_offset_bytes = other.smallest_offset_bytes;
  }
  count += other.count;
}

void NoticedCells::Merge(const NoticedCells& other) {
  if (other.count == 0) return;
  if (count == 0 || other.first_offset_bytes < first_offset_bytes) {
    first_offset_bytes = other.first_offset_bytes;
    first = other.first;
  }
  count += other.count;
}

void FileAccount::Merge(const FileAccount& other) {
  rows_read += other.rows_read;
  rows_used += other.rows_used;
  rows_rejected += other.rows_rejected;
  AddSums(other.rows_dropped, &rows_dropped, &overflow);
  cells_used += other.cells_used;
  lines += other.lines;
  cells_empty += other.cells_empty;
  cells_rejected += other.cells_rejected;
  AddSums(other.cells_dropped, &cells_dropped, &overflow);
  lines_not_asked += other.lines_not_asked;
  AddSums(other.counted_below, &counted_below, &overflow);
  if (__builtin_add_overflow(rounded_off_picos, other.rounded_off_picos, &rounded_off_picos)) {
    overflow = true;
  }
  AddSums(other.read_by_group, &read_by_group, &overflow);
  for (const auto& [group, each] : other.extremes) extremes[group].Merge(each);
  for (const auto& [what, cells] : other.noticed) noticed[what].Merge(cells);
  for (const auto& [group, digest] : other.amounts_digest) {
    amounts_digest[group].count += digest.count;
    amounts_digest[group].sum += digest.sum;
  }
  controls.Merge(other.controls);
  AddSums(other.replaced_by_group, &replaced_by_group, &overflow);
  control_groups.resize(std::max(control_groups.size(), other.control_groups.size()));
  for (std::size_t i = 0; i < other.control_groups.size(); ++i) {
    AddSums(other.control_groups[i], &control_groups[i], &overflow);
  }
  overflow = overflow || other.overflow || controls.overflow();
}

std::vector<std::string> FileAccount::Violations() const {
  std::vector<std::string> sentences;
  const std::uint64_t dropped = CountOf(rows_dropped);
  if (rows_read != rows_used + dropped + rows_rejected) {
    sentences.push_back("rows read (" + Number(rows_read) + ") are not rows used (" +
                        Number(rows_used) + ") + dropped (" + Number(dropped) + ") + rejected (" +
                        Number(rows_rejected) + ")");
  }
  const std::uint64_t cells_without_line = CountOf(cells_dropped);
  if (cells_used != lines + cells_empty + cells_rejected + cells_without_line + lines_not_asked) {
    sentences.push_back("amount cells of used rows (" + Number(cells_used) + ") are not lines (" +
                        Number(lines) + ") + empty (" + Number(cells_empty) + ") + rejected (" +
                        Number(cells_rejected) + ") + dropped (" + Number(cells_without_line) +
                        ") + not asked for (" + Number(lines_not_asked) + ")");
  }
  const std::uint64_t summed = CountOf(read_by_group);
  if (summed != lines + lines_not_asked) {
    sentences.push_back("amounts summed (" + Number(summed) + ") are not lines (" + Number(lines) +
                        ") + not asked for (" + Number(lines_not_asked) + ")");
  }
  return sentences;
}

}  // namespace tranche
