#ifndef TRANCHE_ENGINE_MATCH_TUPLE_MEMO_H_
#define TRANCHE_ENGINE_MATCH_TUPLE_MEMO_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tranche {

/// Remembers a number for each distinct tuple of numbers, all tuples of one width, by verified key.
/// Bounded: when full it forgets everything. Not thread-safe.
class TupleMemo {
 public:
  TupleMemo(std::size_t width, std::size_t most_entries);

  std::optional<std::uint32_t> Find(std::span<const std::uint32_t> key) const;
  /// `key` must not be in the memo.
  void Insert(std::span<const std::uint32_t> key, std::uint32_t value);

 private:
  std::uint64_t HashOf(std::span<const std::uint32_t> key) const;
  std::span<const std::uint32_t> KeyOf(std::uint32_t entry) const {
    return {keys_.data() + std::size_t{entry} * width_, width_};
  }
  void Rehash(std::size_t slot_count);

  std::size_t width_;
  std::size_t most_entries_;
  std::vector<std::uint32_t> slots_;   ///< entry + 1; 0 is free
  std::vector<std::uint32_t> keys_;    ///< width_ numbers per entry
  std::vector<std::uint32_t> values_;  ///< by entry
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_TUPLE_MEMO_H_
