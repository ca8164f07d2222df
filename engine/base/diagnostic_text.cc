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

/// By file, line and column; messages without a place come first, equal ones as reported. What
/// `overflow` says stands last.
std::vector<const Diagnostic*> InReadingOrder(const std::vector<Diagnostic>& items,
                                              const std::vector<Diagnostic>& overflow) {
  std::vector<const Diagnostic*> order;
  order.reserve(items.size() + overflow.size());
  for (const Diagnostic& item : items) order.push_back(&item);
  const auto place = [](const Diagnostic* item) {
    return std::tuple(PathOf(item->span), item->span.line, item->span.column);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const Diagnostic* a, const Diagnostic* b) { return place(a) < place(b); });
  for (const Diagnostic& item : overflow) order.push_back(&item);
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

/// A part of a line around a place in it. What no terminal should get (control characters, invalid
/// bytes) is U+FFFD in it, so that one character stays one column.
struct Excerpt {
  std::u32string characters;
  std::size_t caret = 0;  ///< index in `characters`
  bool is_cut_before = false;
  bool is_cut_after = false;
};

/// Cuts excerpts out of lines. Places are asked for in reading order: a line may hold millions of
/// characters, and is then walked through once and not for each message.
class ExcerptCutter {
 public:
  Excerpt Cut(const SourceSpan& span);

 private:
  /// Goes on to character `index` of the line, or its end.
  void MoveTo(std::size_t index);

  const SourceText* source_ = nullptr;
  std::uint32_t line_number_ = 0;
  std::string_view line_;
  std::size_t index_ = 0;   ///< in characters
  std::size_t offset_ = 0;  ///< the same in bytes
};

void ExcerptCutter::MoveTo(std::size_t index) {
  if (index < index_) index_ = offset_ = 0;
  for (; index_ < index && offset_ < line_.size(); ++index_) {
    offset_ += DecodeUtf8(line_, offset_).size;
  }
}

Excerpt ExcerptCutter::Cut(const SourceSpan& span) {
  if (span.source.get() != source_ || span.line != line_number_) {
    source_ = span.source.get();
    line_number_ = span.line;
    line_ = source_->Line(line_number_);
    index_ = offset_ = 0;
  }
  const std::size_t wanted = std::max<std::size_t>(span.column, 1) - 1;
  MoveTo(wanted > kMaxExcerptCharacters ? wanted - kMaxExcerptCharacters : 0);
  Excerpt excerpt;
  const std::size_t first = index_;
  std::size_t at = offset_;
  const std::size_t last = wanted + kMaxExcerptCharacters;
  for (std::size_t i = first; i <= last && at < line_.size(); ++i) {
    const CodePoint point = DecodeUtf8(line_, at);
    const bool is_unsafe = IsControl(point.value) && point.value != '\t';
    excerpt.characters.push_back(is_unsafe ? char32_t{0xFFFD} : point.value);
    at += point.size;
  }
  const std::size_t size = excerpt.characters.size();
  excerpt.caret = std::min(wanted - first, size);
  excerpt.is_cut_before = first > 0;
  excerpt.is_cut_after = at < line_.size();
  if (size > kMaxExcerptCharacters) {
    const std::size_t cut =
        std::min(excerpt.caret > kContextBeforeCaret ? excerpt.caret - kContextBeforeCaret : 0,
                 size - kMaxExcerptCharacters);
    excerpt.is_cut_before = excerpt.is_cut_before || cut > 0;
    excerpt.is_cut_after = excerpt.is_cut_after || cut + kMaxExcerptCharacters < size;
    excerpt.characters = excerpt.characters.substr(cut, kMaxExcerptCharacters);
    excerpt.caret -= cut;
  }
  return excerpt;
}

/// Two lines: the text with its number, and the carets below. Tabs are copied, so that the carets
/// stand right whatever a terminal's tab width is.
void AppendExcerpt(const SourceSpan& span, const Excerpt& excerpt, std::string* out) {
  const std::u32string& line = excerpt.characters;
  const std::size_t caret = excerpt.caret;
  std::size_t length = std::max<std::size_t>(span.length, 1);
  length = std::clamp<std::size_t>(length, 1, std::max<std::size_t>(line.size() - caret, 1));

  const std::string number = std::to_string(span.line);
  *out += "  " + number + " | ";
  if (excerpt.is_cut_before) *out += kCutMark;
  for (const char32_t character : line) AppendUtf8(character, out);
  if (excerpt.is_cut_after) *out += kCutMark;
  out->erase(out->find_last_not_of(" \t") + 1);

  *out += "\n  " + std::string(number.size(), ' ') + " | ";
  if (excerpt.is_cut_before) *out += ' ';
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
  ExcerptCutter cutter;
  const std::vector<Diagnostic> overflow = Overflow();
  for (const Diagnostic* item : InReadingOrder(items_, overflow)) {
    const SourceSpan& span = item->span;
    if (span.source != nullptr) {
      text += Printable(span.source->path()) + ":";
      if (HasPlace(span)) {
        text += std::to_string(span.line) + ":" + std::to_string(span.column) + ":";
      }
      text += " ";
    }
    text += std::string(SeverityName(item->severity)) + ": " + Printable(item->message) + "\n";
    if (HasPlace(span)) AppendExcerpt(span, cutter.Cut(span), &text);
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
  const std::vector<Diagnostic> overflow = Overflow();
  for (const Diagnostic* item : InReadingOrder(items_, overflow)) {
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
