#include "engine/base/yaml_source.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMaxCharacterErrors = 10;

/// Characters that the parser can be made blind for, and what it sees instead: control characters
/// that no checked text contains. (yaml-cpp takes 0x04 for the end of the file.)
struct MaskedCharacter {
  char shown;
  char mask;
};
constexpr std::array<MaskedCharacter, 6> kMasks = {
    {{'*', '\x01'}, {'&', '\x02'}, {'%', '\x03'}, {'@', '\x05'}, {'`', '\x06'}, {'\\', '\x07'}}};

std::string Hex(char32_t value, std::size_t width) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (std::size_t i = width; i-- > 0;) text += kDigits[(value >> (4 * i)) & 15];
  return text;
}

bool LooksLikeUtf16(std::string_view content) {
  return content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF") ||
         (content.size() >= 2 && (content[0] == '\0') != (content[1] == '\0'));
}

}  // namespace

YamlText::YamlText(std::shared_ptr<const SourceText> source) : source_(std::move(source)) {
  std::string_view content = source_->content();
  if (content.starts_with(kByteOrderMark)) content.remove_prefix(kByteOrderMark.size());
  text_ = content;
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    // yaml-cpp knows no lone CR.
    const bool is_alone = i + 1 == text_.size() || text_[i + 1] != '\n';
    if (text_[i] == '\r' && is_alone) text_[i] = '\n';
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  }
}

bool YamlText::CheckCharacters(Diagnostics* diagnostics) {
  if (LooksLikeUtf16(text_)) {
    diagnostics->Error({source_, 0, 0, 1}, "the file is not UTF-8; it looks like UTF-16",
                       "save it as UTF-8; editors offer that under Save as, as the encoding");
    return false;
  }
  std::size_t errors = 0;
  for (std::size_t at = 0; at < text_.size();) {
    const CodePoint point = DecodeUtf8(text_, at);
    const bool is_bad = !point.valid || (IsControl(point.value) && point.value != '\t' &&
                                         point.value != '\n' && point.value != '\r');
    if (is_bad) {
      if (++errors <= kMaxCharacterErrors) {
        if (point.valid) {
          diagnostics->Error(
              Place(at, point.size),
              "an invisible character (U+" + Hex(point.value, 4) + ") stands in the text",
              "delete it; editors hide such characters");
        } else {
          const auto byte = static_cast<unsigned char>(text_[at]);
          diagnostics->Error(
              Place(at, 1),
              "a character that is not valid UTF-8 stands here (byte 0x" + Hex(byte, 2) + ")",
              "save the file as UTF-8; editors offer that under Save as, as the encoding");
        }
      }
      std::fill_n(text_.begin() + static_cast<std::ptrdiff_t>(at), point.size, '_');
    }
    at += point.size;
  }
  if (errors > kMaxCharacterErrors) {
    diagnostics->Error(
        {source_, 0, 0, 1},
        std::to_string(errors - kMaxCharacterErrors) + " more bytes or characters that are no text",
        "see whether this is a text file at all, and save it as UTF-8");
  }
  return true;
}

bool YamlText::Mask(std::size_t offset) {
  for (const MaskedCharacter& masked : kMasks) {
    if (At(offset) != masked.shown) continue;
    text_[offset] = masked.mask;
    has_mask_ = true;
    return true;
  }
  return false;
}

void YamlText::Unmask(std::string* value) const {
  if (!has_mask_) return;
  for (const MaskedCharacter& masked : kMasks) {
    std::replace(value->begin(), value->end(), masked.mask, masked.shown);
  }
}

std::uint32_t YamlText::LineOf(std::size_t offset) const {
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(next - line_starts_.begin());
}

std::string_view YamlText::Line(std::uint32_t line) const {
  const std::size_t begin = line_starts_[line - 1];
  std::size_t end = line < line_starts_.size() ? line_starts_[line] - 1 : text_.size();
  if (end > begin && text_[end - 1] == '\r') --end;
  return std::string_view(text_).substr(begin, end - begin);
}

SourceSpan YamlText::Place(std::size_t offset, std::size_t bytes) const {
  offset = std::min(offset, text_.size());
  const std::string_view text = text_;
  // Long lines hold many values: count on from the last place instead of from the line's begin.
  const bool goes_on = last_.line != 0 && offset >= last_.offset &&
                       (last_.line == line_starts_.size() || offset < line_starts_[last_.line]);
  if (!goes_on) {
    last_.line = LineOf(offset);
    last_.offset = LineBegin(last_.line);
    last_.column = 1;
  }
  last_.column +=
      static_cast<std::uint32_t>(CountCodePoints(text.substr(last_.offset, offset - last_.offset)));
  last_.offset = offset;

  const std::size_t line_end = LineBegin(last_.line) + Line(last_.line).size();
  const std::size_t end = std::min(offset + bytes, line_end);
  const std::size_t length = end > offset ? CountCodePoints(text.substr(offset, end - offset)) : 1;
  return {source_, last_.line, last_.column,
          static_cast<std::uint32_t>(std::max<std::size_t>(length, 1))};
}

}  // namespace tranche
