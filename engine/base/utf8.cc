#include "engine/base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tranche {
namespace {

constexpr CodePoint kInvalid{0xFFFD, 1, false};

constexpr bool IsContinuation(char32_t byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

CodePoint DecodeUtf8(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? char32_t{static_cast<unsigned char>(text[i])} : char32_t{0};
  };
  const char32_t first = byte(offset);
  if (first < 0x80) return {first, 1, true};
  if (first < 0xC2 || first > 0xF4) return kInvalid;

  const char32_t second = byte(offset + 1);
  if (!IsContinuation(second)) return kInvalid;
  if (first < 0xE0) return {((first & 0x1F) << 6) | (second & 0x3F), 2, true};

  const char32_t third = byte(offset + 2);
  if (!IsContinuation(third)) return kInvalid;
  if (first < 0xF0) {
    const char32_t value = ((first & 0x0F) << 12) | ((second & 0x3F) << 6) | (third & 0x3F);
    if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF)) return kInvalid;
    return {value, 3, true};
  }

  const char32_t fourth = byte(offset + 3);
  if (!IsContinuation(fourth)) return kInvalid;
  const char32_t value =
      ((first & 0x07) << 18) | ((second & 0x3F) << 12) | ((third & 0x3F) << 6) | (fourth & 0x3F);
  if (value < 0x10000 || value > 0x10FFFF) return kInvalid;
  return {value, 4, true};
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += DecodeUtf8(text, at).size) ++count;
  return count;
}

void AppendUtf8(char32_t value, std::string* out) {
  const auto put = [out](char32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

}  // namespace tranche
