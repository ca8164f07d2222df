#include "engine/source/encoding.h"

#include <cstdint>
#include <cstring>

#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080u;

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

std::optional<std::size_t> AppendSingleBytes(std::string_view bytes, const Encoding& encoding,
                                             std::string* out) {
  const std::size_t size_before = out->size();
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t run = AsciiRun(bytes, at);
    out->append(bytes.substr(at, run));
    at += run;
    if (at == bytes.size()) break;
    const Encoding::Letter& letter = encoding.letter(bytes[at]);
    if (letter.size == 0) {
      out->resize(size_before);
      return at;
    }
    out->append(letter.bytes.data(), letter.size);
    ++at;
  }
  return std::nullopt;
}

bool IsUndecodableMark(char byte, const Encoding& encoding) {
  return byte == kUndecodableMark && encoding.kind() == Encoding::Kind::kDecodedBefore;
}

void AppendHex(char c, std::string* out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  *out += kDigits[byte >> 4];
  *out += kDigits[byte & 0xF];
}

}  // namespace

std::optional<std::size_t> AppendAsUtf8(std::string_view bytes, const Encoding& encoding,
                                        std::string* out) {
  if (encoding.kind() == Encoding::Kind::kSingleByte) {
    return AppendSingleBytes(bytes, encoding, out);
  }
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

std::string ReadableText(std::string_view bytes, const Encoding& encoding, std::size_t max_bytes) {
  std::string text;
  std::string piece;
  std::size_t at = 0;
  while (at < bytes.size()) {
    piece.clear();
    std::size_t size = 1;
    if (encoding.kind() == Encoding::Kind::kSingleByte) {
      const Encoding::Letter& letter = encoding.letter(bytes[at]);
      piece.assign(letter.bytes.data(), letter.size);
    } else {
      const CodePoint point = DecodeUtf8(bytes, at);
      size = point.size;
      if (point.valid) piece = bytes.substr(at, size);
    }
    if (piece.empty()) {
      piece = "\\x";
      if (IsUndecodableMark(bytes[at], encoding)) {
        size = 2;  // the digits follow in the text
      } else {
        AppendHex(bytes[at], &piece);
      }
    }
    if (text.size() + piece.size() > max_bytes) break;
    text += piece;
    at += size;
  }
  return text;
}

std::string UndefinedByteReason(std::string_view bytes, std::size_t offset,
                                const Encoding& encoding) {
  std::string digits;
  if (IsUndecodableMark(bytes[offset], encoding) && offset + 1 < bytes.size()) {
    digits = bytes.substr(offset + 2, 2 * static_cast<std::size_t>(bytes[offset + 1] - '0'));
    return "has bytes that are no text in " + std::string(encoding.name()) + " (0x" + digits + ")";
  }
  AppendHex(bytes[offset], &digits);
  return "has the byte 0x" + digits + ", which is no text in " + std::string(encoding.name());
}

}  // namespace tranche
