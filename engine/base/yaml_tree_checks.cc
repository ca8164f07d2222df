// What YamlTreeBuilder checks about keys, tags and quotes beyond the parser's own rules.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/base/yaml_tree.h"

namespace tranche {
namespace {

constexpr std::string_view kSpaces = " \t";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void YamlTreeBuilder::TakeKey(std::string key, SourceSpan span, std::size_t end, bool quoted) {
  Frame& frame = frames_.back();
  const auto [known, is_new] = frame.key_lines.try_emplace(key, span.line);
  if (key == "<<" && !quoted) {
    diagnostics_->Error(span, "'<<' takes nothing over here",
                        "take over another file with `extends` or `include`");
    frame.drops_value = true;
  } else if (!is_new && frame.repeats_first) {
    frame.drops_value = true;
  } else if (!is_new) {
    const bool is_item = frames_.size() > 1 && frames_[frames_.size() - 2].node.IsList();
    frame.repeats_first = is_item && !frame.is_flow && !frame.node.entries_.empty() &&
                          frame.node.entries_.front().key == key;
    diagnostics_->Error(
        span, "'" + key + "' is given twice; the first is in line " + std::to_string(known->second),
        frame.repeats_first
            ? "where a new part of the list begins, write '- ' before it; else keep one of "
              "the two"
            : "keep one of the two");
    frame.drops_value = true;
  }
  frame.key = std::move(key);
  frame.key_span = std::move(span);
  frame.key_end = end;
}

void YamlTreeBuilder::RefuseKey(const SourceSpan& span) {
  diagnostics_->Error(span, "a key must be plain text", "put it in quotes");
  Frame& frame = frames_.back();
  frame.key.emplace();
  frame.key_span = span;
  frame.key_end = text_->size();
  frame.drops_value = true;
}

void YamlTreeBuilder::CheckColon(const Frame& frame) {
  const std::string& key = *frame.key;
  std::size_t next = frame.key_end;
  while (next < text_->size() && kSpaces.find(text_->At(next)) != std::string_view::npos) ++next;
  if (text_->At(next) == ':' || frame.drops_value) return;
  // `? key` on a line of its own has its colon in the next line, or none.
  const std::size_t begin = text_->LineBegin(frame.key_span.line);
  const std::string_view line = text_->Line(frame.key_span.line);
  const std::size_t first = line.find_first_not_of(kSpaces);
  if (first != std::string_view::npos && text_->At(begin + first) == '?') return;

  const std::size_t colon = key.find(':');
  if (colon != std::string::npos) {
    diagnostics_->Error(frame.key_span, "no space behind the ':' in '" + key + "'",
                        "write '" + key.substr(0, colon) + ": " + key.substr(colon + 1) + "'");
  } else if (!frame.is_flow) {
    diagnostics_->Error(frame.key_span, "no ':' behind '" + key + "'", "write 'key: value'");
  }
}

bool YamlTreeBuilder::JoinDecimalComma(Frame* frame) {
  const std::string& key = *frame->key;
  if (!frame->is_flow || frame->node.entries_.empty() || key.size() >= frame->key_end) return false;
  const std::size_t comma = frame->key_end - key.size() - 1;
  YamlNode& before = frame->node.entries_.back().value;
  const bool is_number = before.IsScalar() && !before.quoted() && !before.text().empty() &&
                         IsDigit(before.text().back()) && !key.empty() && IsDigit(key.front());
  if (!is_number || text_->At(comma) != ',' || text_->At(frame->key_end) == ':') return false;
  if (text_->At(comma - 1) != before.text().back()) return false;
  const std::string number = before.text() + "." + key;
  diagnostics_->Error(
      text_->Place(comma - before.text().size(), before.text().size() + 1 + key.size()),
      "'" + before.text() + "," + key + "' has a decimal comma", "write a point: " + number);
  before.text_ = number;
  frame->key.reset();
  frame->drops_value = false;
  return true;
}

void YamlTreeBuilder::Cut() {
  if (is_cut_) return;
  is_cut_ = true;
  skipped_depth_ = 0;
  // Two levels are kept: the file and its tables (`rules:`); a part of a table is dropped.
  const bool is_inside_part = frames_.size() > 2;
  if (is_inside_part) frames_.resize(2);
  for (Frame& frame : frames_) {
    if (&frame != &frames_.front() || frames_.size() == 1) frame.key.reset();
  }
  if (frames_.empty()) return;
  if (is_inside_part) {
    if (frames_.back().node.items_.empty() && frames_.back().node.entries_.empty()) DropTable();
    return;
  }
  YamlNode* last = &frames_.back().node;
  if (frames_.size() == 1 && last->IsMap()) {
    // The line above the mistake may be to blame, as where a line of a rule is not indented.
    if (!last->entries_.empty() && last->entries_.back().value.IsScalar())
      last->entries_.pop_back();
    if (last->entries_.empty()) return;
    last = &last->entries_.back().value;
  }
  if (!last->items_.empty()) last->items_.pop_back();
  if (last->IsMap() && !last->entries_.empty()) last->entries_.pop_back();
  if (!last->IsScalar() && last->items_.empty() && last->entries_.empty()) DropTable();
}

void YamlTreeBuilder::DropTable() {
  if (frames_.size() > 1) {
    frames_.pop_back();
    frames_.front().key.reset();
  } else if (!frames_.front().node.entries_.empty()) {
    frames_.front().node.entries_.pop_back();
  }
}

void YamlTreeBuilder::CheckTag(std::string_view tag, const SourceSpan& span) {
  if (tag.empty() || tag == "?" || tag == "!") return;
  diagnostics_->Error(span, "a value cannot begin with '!'",
                      "put text that begins with '!' in quotes");
}

void YamlTreeBuilder::CheckControls(const YamlNode& node) {
  if (!node.quoted()) return;
  for (std::size_t at = 0; at < node.text().size();) {
    const CodePoint point = DecodeUtf8(node.text(), at);
    const char32_t value = point.value;
    if (IsControl(value) && value != '\t' && value != '\n' && value != '\r') {
      diagnostics_->Error(node.span(),
                          "a backslash in double quotes makes an invisible character here",
                          "write patterns in single quotes: '\\b'");
      return;
    }
    at += point.size;
  }
}

std::size_t YamlTreeBuilder::SkipProperties(std::size_t offset) const {
  const std::string_view text = text_->text();
  while (text_->At(offset) == '&' || text_->At(offset) == '!') {
    const std::size_t word_end = text.find_first_of(" \t\r\n,]}", offset);
    const std::size_t next = text.find_first_not_of(" \t\r\n", word_end);
    if (word_end == std::string_view::npos || next == std::string_view::npos) return offset;
    offset = next;
  }
  return offset;
}

std::size_t YamlTreeBuilder::ScalarEnd(std::size_t offset, std::string_view value, bool quoted) {
  const std::string_view text = text_->text();
  const char first = text_->At(offset);
  if (quoted && (first == '\'' || first == '"')) return QuoteEnd(offset);
  if (quoted && (first == '|' || first == '>')) return offset + 1;
  if (text.substr(offset, value.size()) == value) return offset + value.size();
  // Plain text over several lines: to the end of its first.
  const std::string_view line = text.substr(offset, text.find_first_of("\r\n", offset) - offset);
  const std::size_t comment = line.find(" #");
  const std::string_view shown = line.substr(0, comment);
  const std::size_t last = shown.find_last_not_of(kSpaces);
  return offset + (last == std::string_view::npos ? 1 : last + 1);
}

std::size_t YamlTreeBuilder::QuoteEnd(std::size_t offset) {
  const char quote = text_->At(offset);
  std::size_t at = offset + 1;
  for (; at < text_->size(); ++at) {
    const char c = text_->At(at);
    if (quote == '"' && (c == '\\' || c == '\x07')) {
      // The escaped character is passed over, also where the backslash is masked.
      ++at;
    } else if (c == quote) {
      if (quote != '\'' || text_->At(at + 1) != quote) break;
      ++at;
    }
  }
  if (at >= text_->size()) {
    diagnostics_->Error(text_->Place(offset, 1), "this quote is never closed",
                        std::string("put ") + quote + " at the end of the text");
    Cut();
    return text_->size();
  }
  if (text_->LineOf(at) != text_->LineOf(offset)) long_quote_ = Quote{offset, at};
  return at + 1;
}

}  // namespace tranche
