#ifndef TRANCHE_ENGINE_SOURCE_ENCODING_H_
#define TRANCHE_ENGINE_SOURCE_ENCODING_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tranche {

/// Character encodings of exports. All of them keep ASCII as it is, so delimiters, quotes and line
/// ends are found in the raw bytes and only cells with other bytes are converted.
enum class Encoding { kUtf8, kWindows1252 };

/// `utf-8`, `windows-1252`, also `UTF8`, `cp1252`, `latin1` (read as Windows-1252, as browsers do).
std::optional<Encoding> EncodingByName(std::string_view name);
std::string_view EncodingName(Encoding encoding);

/// Appends `bytes` as UTF-8 to `*out`. Returns the offset of the first byte that the encoding does
/// not define (then `*out` is unchanged), or nothing when all went well. Never replaces a byte.
std::optional<std::size_t> AppendAsUtf8(std::string_view bytes, Encoding encoding,
                                        std::string* out);

/// The offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> FirstInvalidUtf8(std::string_view bytes);

bool IsAscii(std::string_view bytes);

/// `bytes` for a person's eyes (rejected rows, messages): valid UTF-8 of at most `max_bytes` bytes,
/// cut at a character. Bytes that the encoding does not define appear as `\xE4`.
std::string ReadableText(std::string_view bytes, Encoding encoding, std::size_t max_bytes);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ENCODING_H_
