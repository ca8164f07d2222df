#include "engine/report/marked_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "engine/base/fold.h"
#include "engine/base/utf8.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

constexpr std::string_view kTitleArrow = " > ";

/// What one character of a text looks like on the screen.
struct Glyph {
  std::string text;
  std::size_t width = 0;
  char sign = ' ';
};

char SignAt(std::size_t offset, std::span<const TextMark> marks) {
  for (const TextMark& mark : marks) {
    if (mark.begin <= offset && offset < mark.end) return mark.sign;
  }
  return ' ';
}

std::vector<Glyph> GlyphsOf(std::string_view text, std::span<const TextMark> marks) {
  std::vector<Glyph> glyphs;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    const char sign = SignAt(at, marks);
    if (point.value == static_cast<unsigned char>(kLabelSeparator)) {
      for (const char c : kTitleArrow) glyphs.push_back({std::string(1, c), 1, ' '});
    } else if (!point.valid || IsControl(point.value)) {
      glyphs.push_back({"?", 1, sign});
    } else {
      glyphs.push_back(
          {std::string(text.substr(at, point.size)), TerminalWidth(point.value), sign});
    }
    at += point.size;
  }
  return glyphs;
}

/// One past the last glyph of the line that begins at `begin`.
std::size_t LineEnd(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t width) {
  std::size_t taken = 0;
  std::size_t last_space = begin;
  for (std::size_t i = begin; i < glyphs.size(); ++i) {
    if (glyphs[i].text == " ") last_space = i;
    taken += glyphs[i].width;
    if (taken <= width || i == begin) continue;
    return last_space > begin ? last_space : i;
  }
  return glyphs.size();
}

void AppendTrimmed(std::string line, std::string* out) {
  line.erase(line.find_last_not_of(' ') + 1);
  out->append(line).append("\n");
}

}  // namespace

std::size_t TerminalWidth(char32_t character) {
  const auto point = static_cast<UChar32>(character);
  const auto type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

void AppendMarked(std::string_view first_indent, std::size_t indent, std::string_view text,
                  std::span<const TextMark> marks, std::string* out) {
  const std::vector<Glyph> glyphs = GlyphsOf(text, marks);
  const std::size_t width = kTextWidth - std::min(indent, kTextWidth / 2);
  std::string line(first_indent);
  std::size_t begin = 0;
  do {
    const std::size_t end = LineEnd(glyphs, begin, width);
    std::string signs(indent, ' ');
    for (std::size_t i = begin; i < end; ++i) {
      line += glyphs[i].text;
      signs.append(glyphs[i].width, glyphs[i].sign);
    }
    AppendTrimmed(std::move(line), out);
    if (signs.find_first_not_of(' ') != std::string::npos) AppendTrimmed(std::move(signs), out);
    line.assign(indent, ' ');
    begin = end;
    while (begin < glyphs.size() && glyphs[begin].text == " ") ++begin;
  } while (begin < glyphs.size());
}

}  // namespace tranche
