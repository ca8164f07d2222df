// How messages look: as text for people and as JSON for programs.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/utf8.h"

namespace tranche {
namespace {

/// Longer lines are cut around the caret.
constexpr std::size_t kMaxExcerptCharacters = 100;
/// Of a cut line, how much is shown before the caret.
constexpr std::size_t kContextBeforeCaret = 40;
constexpr std::string_view kCutMark = "…";

std::string_view SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  return "error";
}

bool HasPlace(const SourceSpan& span) { return span.source != nullptr && span.line > 0; }

std::string_view PathOf(const SourceSpan& span) {
  return span.source == nullptr ? std::string_view{} : std::string_view(span.source->path());
}

/// By file, line and column; messages without a place come first, equal ones as reported.
std::vector<const Diagnostic*> InReadingOrder(const std::vector<Diagnostic>& items) {
  std::vector<const Diagnostic*> order;
  order.reserve(items.size());
  for (const Diagnostic& item : items) order.push_back(&item);
  const auto place = [](const Diagnostic* item) {
    return std::tuple(PathOf(item->span), item->span.line, item->span.column);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const Diagnostic* a, const Diagnostic* b) { return place(a) < place(b); });
  return order;
}

/// A stretch of code points that terminals draw with another width than one column.
struct WidthRange {
  char32_t first;
  char32_t last;
  int columns;
};

/// Wide and zero-width blocks, coarse: they only place a caret.
constexpr std::array<WidthRange, 18> kWidths = {{
    {0x0300, 0x036F, 0},
    {0x0483, 0x0489, 0},
    {0x1100, 0x115F, 2},
    {0x1AB0, 0x1AFF, 0},
    {0x1DC0, 0x1DFF, 0},
    {0x200B, 0x200F, 0},
    {0x20D0, 0x20FF, 0},
    {0x2E80, 0x303E, 2},
    {0x3041, 0xA4CF, 2},
    {0xAC00, 0xD7A3, 2},
    {0xF900, 0xFAFF, 2},
    {0xFE00, 0xFE0F, 0},
    {0xFE20, 0xFE2F, 0},
    {0xFE30, 0xFE6F, 2},
    {0xFF00, 0xFF60, 2},
    {0xFFE0, 0xFFE6, 2},
    {0x1F300, 0x1FAFF, 2},
    {0x20000, 0x3FFFD, 2},
}};

std::size_t ColumnsOf(char32_t value) {
  for (const WidthRange& range : kWidths) {
    if (value >= range.first && value <= range.last) return static_cast<std::size_t>(range.columns);
  }
  return 1;
}

/// The characters of a line as they are shown: what no terminal should get (control characters,
/// invalid bytes) becomes U+FFFD, so that one character stays one column.
std::u32string ShownCharacters(std::string_view line) {
  std::u32string shown;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = DecodeUtf8(line, at);
    const bool is_unsafe = IsControl(point.value) && point.value != '\t';
    shown.push_back(is_unsafe ? char32_t{0xFFFD} : point.value);
    at += point.size;
  }
  return shown;
}

/// Two lines: the text with its number, and the carets below. Tabs are copied, so that the carets
/// stand right whatever a terminal's tab width is.
void AppendExcerpt(const SourceSpan& span, std::string* out) {
  std::u32string line = ShownCharacters(span.source->Line(span.line));
  std::size_t caret = std::min<std::size_t>(std::max<std::size_t>(span.column, 1) - 1, line.size());
  std::size_t length = std::max<std::size_t>(span.length, 1);

  bool is_cut_before = false;
  bool is_cut_after = false;
  if (line.size() > kMaxExcerptCharacters) {
    const std::size_t first =
        std::min(caret > kContextBeforeCaret ? caret - kContextBeforeCaret : 0,
                 line.size() - kMaxExcerptCharacters);
    is_cut_before = first > 0;
    is_cut_after = first + kMaxExcerptCharacters < line.size();
    line = line.substr(first, kMaxExcerptCharacters);
    caret -= first;
  }
  length = std::clamp<std::size_t>(length, 1, std::max<std::size_t>(line.size() - caret, 1));

  const std::string number = std::to_string(span.line);
  *out += "  " + number + " | ";
  if (is_cut_before) *out += kCutMark;
  for (const char32_t character : line) AppendUtf8(character, out);
  if (is_cut_after) *out += kCutMark;
  out->erase(out->find_last_not_of(" \t") + 1);

  *out += "\n  " + std::string(number.size(), ' ') + " | ";
  if (is_cut_before) *out += ' ';
  for (std::size_t i = 0; i < caret; ++i) {
    if (line[i] == '\t') {
      *out += '\t';
    } else {
      out->append(ColumnsOf(line[i]), ' ');
    }
  }
  std::size_t carets = 0;
  for (std::size_t i = caret; i < std::min(caret + length, line.size()); ++i) {
    carets += ColumnsOf(line[i]);
  }
  out->append(std::max<std::size_t>(carets, 1), '^');
  *out += '\n';
}

/// Text of a message: what the user's file put into it must not steer a terminal.
std::string Printable(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!point.valid) {
      shown += kReplacementCharacter;
    } else if (IsControl(point.value)) {
      shown += "\\x";
      shown += kHex[point.value >> 4];
      shown += kHex[point.value & 15];
    } else {
      shown += text.substr(at, point.size);
    }
    at += point.size;
  }
  return shown;
}

}  // namespace

std::string Diagnostics::ToText() const {
  std::string text;
  for (const Diagnostic* item : InReadingOrder(items_)) {
    const SourceSpan& span = item->span;
    if (span.source != nullptr) {
      text += Printable(span.source->path()) + ":";
      if (HasPlace(span)) {
        text += std::to_string(span.line) + ":" + std::to_string(span.column) + ":";
      }
      text += " ";
    }
    text += std::string(SeverityName(item->severity)) + ": " + Printable(item->message) + "\n";
    if (HasPlace(span)) AppendExcerpt(span, &text);
    for (const std::string& reason : item->reasons) {
      text += "  because: " + Printable(reason) + "\n";
    }
    if (!item->hint.empty()) text += "  hint: " + Printable(item->hint) + "\n";
  }
  return text;
}

std::string Diagnostics::ToJson() const {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const Diagnostic* item : InReadingOrder(items_)) {
    const SourceSpan& span = item->span;
    Json entry;
    entry["severity"] = std::string(SeverityName(item->severity));
    entry["file"] = span.source == nullptr ? Json(nullptr) : Json(span.source->path());
    const bool has_place = HasPlace(span);
    entry["line"] = has_place ? Json(span.line) : Json(nullptr);
    entry["column"] = has_place ? Json(span.column) : Json(nullptr);
    entry["length"] = has_place ? Json(span.length) : Json(nullptr);
    entry["message"] = item->message;
    entry["reasons"] = item->reasons;
    entry["hint"] = item->hint;
    list.push_back(std::move(entry));
  }
  return list.dump(2, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tranche
