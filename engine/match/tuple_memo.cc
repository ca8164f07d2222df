#include "engine/match/tuple_memo.h"

// Short keys: a call into the shared library would cost as much as the hash.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace tranche {
namespace {

constexpr std::size_t kFirstSlots = 1024;

}  // namespace

TupleMemo::TupleMemo(std::size_t width, std::size_t most_entries)
    : width_(width), most_entries_(most_entries), slots_(kFirstSlots, 0) {}

std::uint64_t TupleMemo::HashOf(std::span<const std::uint32_t> key) const {
  return XXH3_64bits(key.data(), key.size_bytes());
}

std::optional<std::uint32_t> TupleMemo::Find(std::span<const std::uint32_t> key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = HashOf(key) & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t entry = slots_[at] - 1;
    const auto candidate = KeyOf(entry);
    if (std::equal(key.begin(), key.end(), candidate.begin())) return values_[entry];
  }
  return std::nullopt;
}

void TupleMemo::Insert(std::span<const std::uint32_t> key, std::uint32_t value) {
  if (values_.size() >= most_entries_) {
    values_.clear();
    keys_.clear();
    slots_.assign(kFirstSlots, 0);
  }
  if ((values_.size() + 1) * 2 > slots_.size()) Rehash(slots_.size() * 2);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = HashOf(key) & mask;
  while (slots_[at] != 0) at = (at + 1) & mask;
  keys_.insert(keys_.end(), key.begin(), key.end());
  values_.push_back(value);
  slots_[at] = static_cast<std::uint32_t>(values_.size());
}

void TupleMemo::Rehash(std::size_t slot_count) {
  slots_.assign(slot_count, 0);
  const std::size_t mask = slot_count - 1;
  for (std::uint32_t entry = 0; entry < values_.size(); ++entry) {
    std::size_t at = HashOf(KeyOf(entry)) & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = entry + 1;
  }
}

}  // namespace tranche
