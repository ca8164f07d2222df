#include "engine/source/encoding.h"

#include <array>
#include <cstdint>
#include <cstring>

#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080u;

// 0x80 to 0x9F of Windows-1252; 0 where the encoding defines nothing. All other bytes are the code
// point of their own value.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The code point of a byte, or 0 where there is none (NUL never reaches a cell).
char32_t Windows1252CodePoint(unsigned char byte) {
  return byte < 0x80 || byte > 0x9F ? byte : kWindows1252[byte - 0x80u];
}

// Bytes of plain ASCII from `offset` on.
std::size_t AsciiRun(std::string_view bytes, std::size_t offset) {
  std::size_t at = offset;
  while (at + 8 <= bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & kHighBits) != 0) break;
    at += 8;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at - offset;
}

std::optional<std::size_t> AppendWindows1252(std::string_view bytes, std::string* out) {
  const std::size_t size_before = out->size();
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t run = AsciiRun(bytes, at);
    out->append(bytes.substr(at, run));
    at += run;
    if (at == bytes.size()) break;
    const char32_t value = Windows1252CodePoint(static_cast<unsigned char>(bytes[at]));
    if (value == 0) {
      out->resize(size_before);
      return at;
    }
    AppendUtf8(value, out);
    ++at;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Encoding> EncodingByName(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (plain == "utf8") return Encoding::kUtf8;
  for (const char* alias : {"windows1252", "cp1252", "latin1", "iso88591"}) {
    if (plain == alias) return Encoding::kWindows1252;
  }
  return std::nullopt;
}

std::string_view EncodingName(Encoding encoding) {
  return encoding == Encoding::kUtf8 ? "utf-8" : "windows-1252";
}

std::optional<std::size_t> AppendAsUtf8(std::string_view bytes, Encoding encoding,
                                        std::string* out) {
  if (encoding == Encoding::kWindows1252) return AppendWindows1252(bytes, out);
  const std::optional<std::size_t> invalid = FirstInvalidUtf8(bytes);
  if (!invalid) out->append(bytes);
  return invalid;
}

std::optional<std::size_t> FirstInvalidUtf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) {
      at += AsciiRun(bytes, at);
      continue;
    }
    // Two-byte letters are nearly all there is in Greek, Cyrillic and accented text.
    if (lead >= 0xC2 && lead <= 0xDF) {
      if (at + 1 == bytes.size() || (static_cast<unsigned char>(bytes[at + 1]) & 0xC0) != 0x80) {
        return at;
      }
      at += 2;
      continue;
    }
    const CodePoint point = DecodeUtf8(bytes, at);
    if (!point.valid) return at;
    at += point.size;
  }
  return std::nullopt;
}

bool IsAscii(std::string_view bytes) { return AsciiRun(bytes, 0) == bytes.size(); }

std::string ReadableText(std::string_view bytes, Encoding encoding, std::size_t max_bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  std::string piece;
  std::size_t at = 0;
  while (at < bytes.size()) {
    piece.clear();
    const auto byte = static_cast<unsigned char>(bytes[at]);
    std::size_t size = 1;
    if (encoding == Encoding::kUtf8) {
      const CodePoint point = DecodeUtf8(bytes, at);
      size = point.size;
      if (point.valid) piece = bytes.substr(at, size);
    } else if (const char32_t value = Windows1252CodePoint(byte); value != 0) {
      AppendUtf8(value, &piece);
    }
    if (piece.empty()) piece = {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 0xF]};
    if (text.size() + piece.size() > max_bytes) break;
    text += piece;
    at += size;
  }
  return text;
}

}  // namespace tranche
