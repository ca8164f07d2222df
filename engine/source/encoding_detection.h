#ifndef TRANCHE_ENGINE_SOURCE_ENCODING_DETECTION_H_
#define TRANCHE_ENGINE_SOURCE_ENCODING_DETECTION_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/source/encoding.h"

namespace tranche {

/// What the first bytes of an input say about its encoding.
struct EncodingGuess {
  Encoding encoding;
  std::size_t mark_bytes = 0;  ///< size of the byte-order mark at the beginning
  /// How it was found and how sure that is: "assumed, sure: letters as in Czech".
  std::string because;
};

/// The encoding that a byte-order mark at the beginning of `bytes` names, or nothing.
std::optional<EncodingGuess> EncodingOfMark(std::string_view bytes);

/// UTF-16 or UTF-32 without a mark, by the places of zero bytes, or nothing.
std::optional<EncodingGuess> EncodingOfZeros(std::string_view bytes, bool is_whole);

/// The encoding of text that begins with `bytes`; `is_whole`: it also ends with them. In this
/// order: a byte-order mark; zero bytes; UTF-8, where all of the bytes or nearly all are valid;
/// East Asian encodings that are valid and give frequent characters; else the encoding of one byte
/// per character which gives the most likely letters of any language.
EncodingGuess DetectEncoding(std::string_view bytes, bool is_whole);

/// The same where a layout states `encoding`, which holds; what the bytes say against it stands in
/// `because`, which is empty otherwise. Only the order of bytes that a mark names is believed more.
EncodingGuess StatedEncoding(const Encoding& encoding, std::string_view bytes, bool is_whole);

/// The last step of DetectEncoding.
EncodingGuess DetectSingleByteEncoding(std::string_view bytes);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ENCODING_DETECTION_H_
