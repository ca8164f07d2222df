#include "engine/report/side_by_side.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

constexpr std::size_t kLabelEnd = 17;
constexpr std::string_view kBetween = " | ";
constexpr std::size_t kCellWidth = (kTextWidth - kLabelEnd - kBetween.size()) / 2;

/// Bytes of the first `count` characters of `text`.
std::size_t BytesOf(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) at += DecodeUtf8(text, at).size;
  return at;
}

/// How much of a word that is too long stands in the first line.
std::size_t BreakOf(std::string_view word, std::size_t width) {
  const std::size_t most = BytesOf(word, width);
  const std::size_t slash = word.substr(0, most).rfind('/');
  return slash == std::string_view::npos || slash == 0 ? most : slash + 1;
}

void WrapParagraph(std::string_view text, std::size_t width, std::vector<std::string>* lines) {
  std::string line;
  std::size_t used = 0;
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (word.empty()) continue;
    if (used > 0 && used + 1 + CountCodePoints(word) > width) {
      lines->push_back(std::move(line));
      line.clear();
      used = 0;
    }
    for (; CountCodePoints(word) > width; word.remove_prefix(BreakOf(word, width))) {
      lines->emplace_back(word.substr(0, BreakOf(word, width)));
    }
    if (used > 0) line.push_back(' ');
    line.append(word);
    used = CountCodePoints(line);
  }
  lines->push_back(std::move(line));
}

void AppendPadded(std::string_view text, std::size_t width, std::string* out) {
  out->append(text);
  out->append(width - std::min(width, CountCodePoints(text)), ' ');
}

}  // namespace

std::vector<std::string> WrappedLines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (;;) {
    const std::size_t end = text.find('\n');
    WrapParagraph(text.substr(0, end), width, &lines);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

void AppendSideBySide(std::string_view label, std::string_view left, std::string_view right,
                      std::string* out) {
  if (CountCodePoints(label) >= kLabelEnd) {
    out->append(label).append("\n");
    label = "";
  }
  const std::vector<std::string> left_lines = WrappedLines(left, kCellWidth);
  const std::vector<std::string> right_lines = WrappedLines(right, kCellWidth);
  const std::size_t height = std::max(left_lines.size(), right_lines.size());
  for (std::size_t i = 0; i < height; ++i) {
    std::string line;
    AppendPadded(i == 0 ? label : "", kLabelEnd, &line);
    AppendPadded(i < left_lines.size() ? left_lines[i] : "", kCellWidth, &line);
    line += kBetween;
    if (i < right_lines.size()) line += right_lines[i];
    line.erase(line.find_last_not_of(' ') + 1);
    out->append(line).push_back('\n');
  }
}

}  // namespace tranche
