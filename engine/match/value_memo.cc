#include "engine/match/value_memo.h"

// Short keys: a call into the shared library would cost as much as the hash.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <utility>

namespace tranche {
namespace {

constexpr std::size_t kFirstSlots = 1024;

}  // namespace

ValueMemo::ValueMemo(std::size_t cap_bytes) : cap_bytes_(cap_bytes), slots_(kFirstSlots) {}

std::uint32_t ValueMemo::HashOf(std::string_view key, std::uint8_t context) {
  return static_cast<std::uint32_t>(XXH3_64bits_withSeed(key.data(), key.size(), context));
}

std::optional<std::uint32_t> ValueMemo::Find(std::string_view key, std::uint32_t hash,
                                             std::uint8_t context) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.value_plus_one == 0) return std::nullopt;
    if (slot.hash != hash || slot.key_size != key.size()) continue;
    const char* known = keys_.data() + slot.key_offset;
    if (*known == static_cast<char>(context) && std::string_view(known + 1, key.size()) == key) {
      return slot.value_plus_one - 1;
    }
  }
}

bool ValueMemo::IsFullFor(std::string_view key) const {
  const std::size_t slots_after = used_ * 2 >= slots_.size() ? slots_.size() * 2 : slots_.size();
  return keys_.size() + key.size() + 1 + slots_after * sizeof(Slot) > cap_bytes_;
}

void ValueMemo::Insert(std::string_view key, std::uint32_t hash, std::uint32_t value,
                       std::uint8_t context) {
  if (IsFullFor(key)) Clear();
  if (used_ * 2 >= slots_.size()) Grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].value_plus_one != 0) at = (at + 1) & mask;
  slots_[at] = {hash, static_cast<std::uint32_t>(keys_.size()),
                static_cast<std::uint32_t>(key.size()), value + 1};
  keys_ += static_cast<char>(context);
  keys_.append(key);
  ++used_;
}

void ValueMemo::Clear() {
  slots_.assign(kFirstSlots, Slot{});
  keys_.clear();
  used_ = 0;
}

void ValueMemo::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.value_plus_one == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].value_plus_one != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace tranche
