#include "engine/layout/text_arena.h"

#include <algorithm>
#include <cstring>

namespace tranche {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 16;

}  // namespace

std::string_view TextArena::Copy(std::string_view text) {
  while (block_ < blocks_.size() && blocks_[block_].size_bytes - used_bytes_ < text.size()) {
    ++block_;
    used_bytes_ = 0;
  }
  if (block_ == blocks_.size()) {
    const std::size_t size = std::max(kBlockBytes, text.size());
    blocks_.push_back({std::unique_ptr<char[]>(new char[size]), size});
  }
  char* begin = blocks_[block_].bytes.get() + used_bytes_;
  if (!text.empty()) std::memcpy(begin, text.data(), text.size());
  used_bytes_ += text.size();
  return {begin, text.size()};
}

void TextArena::Reset() {
  block_ = 0;
  used_bytes_ = 0;
}

}  // namespace tranche
