#include "engine/source/text_decoder.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 16;
constexpr std::size_t kMostInvalidBytes = 9;
constexpr char32_t kByteOrderMark = 0xFEFF;

bool IsHighSurrogate(UChar unit) { return (unit & 0xFC00) == 0xD800; }
bool IsLowSurrogate(UChar unit) { return (unit & 0xFC00) == 0xDC00; }

void AppendUndecodable(std::string_view bytes, std::string* out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  bytes = bytes.substr(0, kMostInvalidBytes);
  *out += kUndecodableMark;
  *out += static_cast<char>('0' + bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    *out += kDigits[byte >> 4];
    *out += kDigits[byte & 0xF];
  }
}

}  // namespace

class TextDecoder::Conversion {
 public:
  explicit Conversion(const Encoding& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    converter_ = ::ucnv_open(std::string(encoding.converter()).c_str(), &status);
    if (converter_ == nullptr) return;
    ::ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  ~Conversion() {
    if (converter_ != nullptr) ::ucnv_close(converter_);
  }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  void Append(std::string_view bytes, bool is_last, std::string* out) {
    if (converter_ == nullptr) {  // no memory for it
      if (!bytes.empty()) AppendUndecodable(bytes, out);
      return;
    }
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    for (;;) {
      UChar* target = units_.data();
      UErrorCode status = U_ZERO_ERROR;
      const char* const source_before = source;
      ::ucnv_toUnicode(converter_, &target, units_.data() + units_.size(), &source, end, nullptr,
                       static_cast<UBool>(is_last), &status);
      AppendUnits(units_.data(), target, out);
      if (U_SUCCESS(status)) break;
      if (status == U_BUFFER_OVERFLOW_ERROR) continue;
      // Behind the bytes that are no text it goes on.
      AppendInvalid(out);
      if (source == source_before && target == units_.data() && source == end) break;
    }
    if (is_last) AppendHigh(out);
  }

 private:
  void AppendUnits(const UChar* unit, const UChar* end, std::string* out) {
    while (unit < end) {
      if (*unit < 0x80 && high_ == 0) {
        const UChar* const run = unit;
        while (unit < end && *unit < 0x80) ++unit;
        const std::size_t size_before = out->size();
        out->resize(size_before + static_cast<std::size_t>(unit - run));
        std::transform(run, unit, out->begin() + static_cast<std::ptrdiff_t>(size_before),
                       [](UChar ascii) { return static_cast<char>(ascii); });
        is_at_start_ = false;
        continue;
      }
      AppendUnit(*unit++, out);
    }
  }

  void AppendUnit(UChar unit, std::string* out) {
    if (high_ != 0 && IsLowSurrogate(unit)) {
      AppendCodePoint(0x10000 + ((char32_t{high_} & 0x3FF) << 10) + (unit & 0x3FFu), out);
      high_ = 0;
      return;
    }
    AppendHigh(out);
    if (IsHighSurrogate(unit)) {
      high_ = unit;
    } else if (IsLowSurrogate(unit)) {
      AppendHalf(unit, out);
    } else {
      AppendCodePoint(unit, out);
    }
  }

  void AppendCodePoint(char32_t value, std::string* out) {
    if (!is_at_start_ || value != kByteOrderMark) AppendUtf8(value, out);
    is_at_start_ = false;
  }

  // One half of a character alone, which some encodings can write.
  static void AppendHalf(UChar unit, std::string* out) {
    AppendUndecodable(std::string{static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)},
                      out);
  }
  void AppendHigh(std::string* out) {
    if (high_ != 0) AppendHalf(high_, out);
    high_ = 0;
  }

  void AppendInvalid(std::string* out) {
    char bytes[kMostInvalidBytes] = {};
    auto count = static_cast<std::int8_t>(sizeof(bytes));
    UErrorCode status = U_ZERO_ERROR;
    ::ucnv_getInvalidChars(converter_, bytes, &count, &status);
    AppendHigh(out);
    AppendUndecodable(
        std::string_view(bytes, U_SUCCESS(status) ? static_cast<std::size_t>(count) : 0), out);
    is_at_start_ = false;
  }

  UConverter* converter_ = nullptr;
  std::array<UChar, 1 << 13> units_;
  UChar high_ = 0;  // the first half of a character whose second is still to come
  bool is_at_start_ = true;
};

TextDecoder::TextDecoder(const Encoding& encoding)
    : conversion_(std::make_unique<Conversion>(encoding)) {}
TextDecoder::~TextDecoder() = default;

void TextDecoder::Append(std::string_view bytes, bool is_last, std::string* out) {
  conversion_->Append(bytes, is_last, out);
}

namespace {

class DecodingStream : public ByteStream {
 public:
  DecodingStream(std::unique_ptr<ByteStream> stream, const Encoding& encoding)
      : stream_(std::move(stream)), decoder_(encoding), piece_(kPieceBytes, '\0') {}

  absl::StatusOr<std::size_t> Read(char* buffer, std::size_t size_bytes) override {
    while (taken_ == text_.size() && !at_end_) {
      text_.clear();
      taken_ = 0;
      absl::StatusOr<std::size_t> got = stream_->Read(piece_.data(), piece_.size());
      if (!got.ok()) return got.status();
      at_end_ = *got == 0;
      decoder_.Append(std::string_view(piece_.data(), *got), at_end_, &text_);
    }
    const std::size_t size = std::min(size_bytes, text_.size() - taken_);
    std::memcpy(buffer, text_.data() + taken_, size);
    taken_ += size;
    return size;
  }

 private:
  std::unique_ptr<ByteStream> stream_;
  TextDecoder decoder_;
  std::string piece_;
  std::string text_;  // decoded, handed out up to taken_
  std::size_t taken_ = 0;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> DecodedStream(std::unique_ptr<ByteStream> stream,
                                          const Encoding& encoding) {
  if (encoding.kind() != Encoding::Kind::kDecodedBefore) return stream;
  return std::make_unique<DecodingStream>(std::move(stream), encoding);
}

std::string DecodedText(std::string_view bytes, const Encoding& encoding, bool is_whole) {
  if (encoding.kind() != Encoding::Kind::kDecodedBefore) return std::string(bytes);
  std::string text;
  TextDecoder(encoding).Append(bytes, is_whole, &text);
  return text;
}

}  // namespace tranche
