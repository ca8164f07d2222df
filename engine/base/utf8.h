#ifndef TRANCHE_ENGINE_BASE_UTF8_H_
#define TRANCHE_ENGINE_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tranche {

/// One step through UTF-8 text.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  ///< bytes; 1 where they are invalid
  bool valid = false;
};

/// What U+FFFD looks like in UTF-8: it stands for bytes that are no text.
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

/// The code point at `offset` of `text`, which must lie inside. Strict: overlong forms, surrogates
/// and values beyond U+10FFFF are invalid, and each invalid byte is a step of its own.
CodePoint DecodeUtf8(std::string_view text, std::size_t offset);

/// Code points in `text`, each invalid byte counted as one.
std::size_t CountCodePoints(std::string_view text);

/// Appends `value`, a valid code point, in UTF-8.
void AppendUtf8(char32_t value, std::string* out);

/// C0 and C1 controls and DEL: nothing that belongs into text, tab and line ends included.
constexpr bool IsControl(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value <= 0x9F);
}

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_UTF8_H_
