#ifndef TRANCHE_ENGINE_SOURCE_ENCODING_H_
#define TRANCHE_ENGINE_SOURCE_ENCODING_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tranche {

/// A character encoding of exports: everything that ICU converts. A small value; what it points to
/// is immutable, so copies may be used from any thread.
///
/// There are three kinds, by where in the path of a table they are converted:
///  - UTF-8, and encodings of one byte per character that keep ASCII (windows-1250, iso-8859-7,
///    cp852, koi8-u …): delimiters, quotes and line ends are found in the raw bytes, and only cells
///    with other bytes are converted, through a table;
///  - all others (UTF-16, UTF-32, GB18030, Shift_JIS …): the whole input is converted to UTF-8
///    before it is cut into rows (text_decoder.h), and everything behind that sees UTF-8.
class Encoding {
 public:
  enum class Kind : std::uint8_t {
    kUtf8,
    kSingleByte,
    kDecodedBefore,  ///< rows see UTF-8; kUndecodableMark stands for what was no text
  };
  /// The UTF-8 of one byte; `size` is 0 where the encoding defines none.
  struct Letter {
    std::array<char, 3> bytes = {};
    std::uint8_t size = 0;
  };

  /// UTF-8.
  Encoding() = default;

  Kind kind() const { return set_ == nullptr ? Kind::kUtf8 : set_->kind; }
  bool IsUtf8() const { return set_ == nullptr; }
  /// As a layout names it: `utf-8`, `windows-1250`, `utf-16le`.
  std::string_view name() const { return set_ == nullptr ? std::string_view("utf-8") : set_->name; }
  /// ICU's name of the converter; empty for UTF-8.
  std::string_view converter() const {
    return set_ == nullptr ? std::string_view() : set_->converter;
  }
  /// For kSingleByte only.
  const Letter& letter(char byte) const { return set_->letters[static_cast<unsigned char>(byte)]; }
  /// `utf-16` and `utf-32` as such: the order of their bytes is for the file to say.
  bool HasOpenByteOrder() const { return name() == "utf-16" || name() == "utf-32"; }

  friend bool operator==(const Encoding& a, const Encoding& b) { return a.name() == b.name(); }

 private:
  friend std::optional<Encoding> EncodingByName(std::string_view name);

  struct Set {
    std::string name;
    std::string converter;
    Kind kind = Kind::kDecodedBefore;
    std::array<Letter, 256> letters;
  };
  std::shared_ptr<const Set> set_;  // null: UTF-8
};

/// In text that was decoded before: what stands for bytes that are no text in their encoding,
/// followed by how many they are (one digit) and by them in hexadecimal digits. A byte that valid
/// UTF-8 never has, so that the row is rejected as any other with a wrong byte.
inline constexpr char kUndecodableMark = '\xFF';

/// Any name that ICU knows: `utf-8`, `Windows-1250`, `latin2`, `cp852`, `UTF-16LE`, `gbk`. As
/// browsers do, `latin1` is read as windows-1252 and `latin5` as windows-1254, which hold all of
/// them. Control characters beyond ASCII are no text: no table has them.
std::optional<Encoding> EncodingByName(std::string_view name);

/// For a name that EncodingByName does not know: `did you mean 'windows-1250'?`, or which there
/// are.
std::string EncodingAdvice(std::string_view wrong_name);

/// Appends `bytes` as UTF-8 to `*out`. Returns the offset of the first byte that the encoding does
/// not define (then `*out` is unchanged), or nothing when all went well. Never replaces a byte. For
/// an encoding that was decoded before, `bytes` are UTF-8 already.
std::optional<std::size_t> AppendAsUtf8(std::string_view bytes, const Encoding& encoding,
                                        std::string* out);

/// The offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> FirstInvalidUtf8(std::string_view bytes);

bool IsAscii(std::string_view bytes);

/// `bytes` for a person's eyes (rejected rows, messages): valid UTF-8 of at most `max_bytes` bytes,
/// cut at a character. Bytes that the encoding does not define appear as `\xE4`.
std::string ReadableText(std::string_view bytes, const Encoding& encoding, std::size_t max_bytes);

/// Why the byte at `offset` of `bytes` is wrong: "has the byte 0x81, which is no text in
/// windows-1252".
std::string UndefinedByteReason(std::string_view bytes, std::size_t offset,
                                const Encoding& encoding);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_ENCODING_H_
