#ifndef TRANCHE_ENGINE_MATCH_VALUE_MEMO_H_
#define TRANCHE_ENGINE_MATCH_VALUE_MEMO_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// Remembers a number for each distinct text, by verified key (the whole text is compared, never
/// just a hash). Bounded: when it is full it forgets everything and starts again. Not thread-safe.
///
/// A text may be remembered once per `context` (a small number: which languages apply).
class ValueMemo {
 public:
  /// `cap_bytes` is at most 2^32.
  explicit ValueMemo(std::size_t cap_bytes);

  static std::uint32_t HashOf(std::string_view key, std::uint8_t context = 0);

  std::optional<std::uint32_t> Find(std::string_view key, std::uint32_t hash,
                                    std::uint8_t context = 0) const;
  /// `key` must not be in the memo with this context.
  void Insert(std::string_view key, std::uint32_t hash, std::uint32_t value,
              std::uint8_t context = 0);
  /// True where the next Insert of `key` would make it forget everything.
  bool IsFullFor(std::string_view key) const;
  void Clear();

  /// Most of the cost of Find is waiting for memory. Whoever has many keys asks for their slots
  /// first, then for their texts, and then finds them.
  void PrefetchSlot(std::uint32_t hash) const {
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  void PrefetchKey(std::uint32_t hash) const {
    __builtin_prefetch(keys_.data() + slots_[hash & (slots_.size() - 1)].key_offset);
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t key_offset = 0;  ///< of the context's byte; the text stands behind it
    std::uint32_t key_size = 0;
    std::uint32_t value_plus_one = 0;  ///< 0: free
  };

  void Grow();

  std::size_t cap_bytes_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::string keys_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_VALUE_MEMO_H_
