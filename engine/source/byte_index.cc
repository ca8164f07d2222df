#include "engine/source/byte_index.h"

#include <algorithm>
#include <bit>
#include <cstring>

// Highway compiles this file once for each instruction set and picks one when the program runs.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/source/byte_index.cc"
#include "hwy/foreach_target.h"
// Must come behind foreach_target.h.
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace tranche {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kBlockBytes = 64;

#if HWY_TARGET == HWY_SCALAR || HWY_HAVE_SCALABLE

// A bit for each byte of the block that is one of the marks. Joins all bytes to `*seen`.
inline std::uint64_t BlockBits(const std::uint8_t* block, const RowMarks& marks,
                               std::uint8_t* seen) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kBlockBytes; ++i) {
    const char byte = static_cast<char>(block[i]);
    const bool is_mark = byte == marks.delimiter || byte == marks.quote || byte == marks.line_end;
    bits |= std::uint64_t{is_mark} << i;
    *seen = static_cast<std::uint8_t>(*seen | block[i]);
  }
  return bits;
}

struct Block {
  explicit Block(const RowMarks& row_marks) : marks(row_marks) {}
  std::uint64_t Bits(const std::uint8_t* block) { return BlockBits(block, marks, &seen); }
  bool SawOnlyAscii() const { return seen < 0x80; }
  const RowMarks& marks;
  std::uint8_t seen = 0;
};

#else

class Block {
 public:
  explicit HWY_INLINE Block(const RowMarks& marks)
      : delimiter_(hn::Set(Tag(), static_cast<std::uint8_t>(marks.delimiter))),
        quote_(hn::Set(Tag(), static_cast<std::uint8_t>(marks.quote))),
        line_end_(hn::Set(Tag(), static_cast<std::uint8_t>(marks.line_end))),
        seen_(hn::Zero(Tag())) {}

  // A bit for each byte of the block that is one of the marks.
  HWY_INLINE std::uint64_t Bits(const std::uint8_t* block) {
    std::uint64_t bits = 0;
    for (std::size_t at = 0; at < kBlockBytes; at += kLanes) {
      const auto bytes = hn::LoadU(Tag(), block + at);
      seen_ = hn::Or(seen_, bytes);
      const auto is_mark = hn::Or(hn::Eq(bytes, delimiter_),
                                  hn::Or(hn::Eq(bytes, quote_), hn::Eq(bytes, line_end_)));
      std::uint8_t packed[8];
      hn::StoreMaskBits(Tag(), is_mark, packed);
      Word word = 0;
      std::memcpy(&word, packed, sizeof(word));
      bits |= std::uint64_t{word} << at;
    }
    return bits;
  }

  HWY_INLINE bool SawOnlyAscii() const {
    return hn::AllTrue(Tag(), hn::Lt(seen_, hn::Set(Tag(), std::uint8_t{0x80})));
  }

 private:
  using Tag = hn::CappedTag<std::uint8_t, kBlockBytes>;
  using Vector = hn::Vec<Tag>;
  static constexpr std::size_t kLanes = hn::MaxLanes(Tag());
  using Word = std::conditional_t<kLanes == 64, std::uint64_t,
                                  std::conditional_t<kLanes == 32, std::uint32_t, std::uint16_t>>;
  static_assert(sizeof(Word) * 8 == kLanes);

  Vector delimiter_;
  Vector quote_;
  Vector line_end_;
  Vector seen_;
};

#endif

// Four at a time without a question: most blocks have that many or fewer.
HWY_INLINE std::uint32_t* AppendPlaces(std::uint64_t bits, std::size_t base,
                                       std::uint32_t* places) {
  const auto count = static_cast<std::size_t>(std::popcount(bits));
  for (std::size_t done = 0; done < count; done += 4) {
    for (std::size_t i = 0; i < 4; ++i) {
      places[done + i] =
          static_cast<std::uint32_t>(base + static_cast<std::size_t>(std::countr_zero(bits)));
      bits &= bits - 1;
    }
  }
  return places + count;
}

bool FindMarksOnTarget(const char* data, std::size_t size, const RowMarks& marks,
                       std::uint32_t* places) {
  Block block(marks);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(data);
  std::size_t at = 0;
  for (; at + kBlockBytes <= size; at += kBlockBytes) {
    places = AppendPlaces(block.Bits(bytes + at), at, places);
  }
  if (at < size) {
    // NUL is no mark, so that the padding is silent.
    std::uint8_t last[kBlockBytes] = {};
    std::memcpy(last, bytes + at, size - at);
    places = AppendPlaces(block.Bits(last), at, places);
  }
  *places = kNoMorePlaces;
  return block.SawOnlyAscii();
}

}  // namespace HWY_NAMESPACE
}  // namespace tranche
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace tranche {

HWY_EXPORT(FindMarksOnTarget);

bool FindMarks(std::string_view bytes, const RowMarks& marks, std::uint32_t* places) {
  return HWY_DYNAMIC_DISPATCH(FindMarksOnTarget)(bytes.data(), bytes.size(), marks, places);
}

}  // namespace tranche
#endif  // HWY_ONCE
