#ifndef TRANCHE_ENGINE_SOURCE_TEXT_DECODER_H_
#define TRANCHE_ENGINE_SOURCE_TEXT_DECODER_H_

#include <memory>
#include <string>
#include <string_view>

#include "engine/source/encoding.h"
#include "engine/source/input_file.h"

namespace tranche {

/// Converts an input in an encoding of the kind kDecodedBefore to UTF-8, piece by piece, before it
/// is cut into rows. A byte-order mark at the beginning is taken away. Nothing is replaced: bytes
/// that are no text become kUndecodableMark and their hexadecimal digits, those of a character that
/// the end of the input cuts off too. The same text comes out however the input is cut into pieces.
/// Not thread-safe.
class TextDecoder {
 public:
  /// `encoding` is of the kind kDecodedBefore.
  explicit TextDecoder(const Encoding& encoding);
  ~TextDecoder();
  TextDecoder(const TextDecoder&) = delete;
  TextDecoder& operator=(const TextDecoder&) = delete;

  /// Appends the text of the next bytes. With `is_last`, nothing follows them.
  void Append(std::string_view bytes, bool is_last, std::string* out);

 private:
  class Conversion;
  std::unique_ptr<Conversion> conversion_;
};

/// The UTF-8 of a table's bytes: `stream` itself where they need no decoding before rows are cut.
std::unique_ptr<ByteStream> DecodedStream(std::unique_ptr<ByteStream> stream,
                                          const Encoding& encoding);

/// All of `bytes` decoded, as by DecodedStream; `bytes` themselves where they need none. Without
/// `is_whole`, a character that the end cuts off is left out.
std::string DecodedText(std::string_view bytes, const Encoding& encoding, bool is_whole);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_TEXT_DECODER_H_
