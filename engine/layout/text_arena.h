#ifndef TRANCHE_ENGINE_LAYOUT_TEXT_ARENA_H_
#define TRANCHE_ENGINE_LAYOUT_TEXT_ARENA_H_

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace tranche {

/// Text that many views point into: addresses stay where they are until Reset, which keeps the
/// memory for the next batch. Not thread-safe while it is written; movable (views stay valid).
class TextArena {
 public:
  /// Copies `text`; the copy lives until Reset.
  std::string_view Copy(std::string_view text);
  /// Forgets all text and keeps the blocks.
  void Reset();

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size_bytes = 0;
  };

  std::vector<Block> blocks_;
  std::size_t block_ = 0;  ///< the block being filled
  std::size_t used_bytes_ = 0;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_TEXT_ARENA_H_
