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
class ValueMemo {
 public:
  explicit ValueMemo(std::size_t cap_bytes);

  static std::uint64_t HashOf(std::string_view key);

  std::optional<std::uint32_t> Find(std::string_view key, std::uint64_t hash) const;
  /// `key` must not be in the memo.
  void Insert(std::string_view key, std::uint64_t hash, std::uint32_t value);
  /// True where the next Insert of `key` would make it forget everything.
  bool IsFullFor(std::string_view key) const;
  void Clear();

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint64_t key_offset = 0;
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
