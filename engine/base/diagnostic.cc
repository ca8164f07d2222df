#include "engine/base/diagnostic.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tranche {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// What is kept of a text that is too long: of its begin, and of its end.
constexpr std::size_t kShownBegin = 400;
constexpr std::size_t kShownEnd = 200;

bool ContinuesCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// A name of a million letters must not fill the screen, nor memory a thousand times over.
void ShortenMiddle(std::string* text) {
  if (text->size() <= kShownBegin + kShownEnd) return;
  std::size_t begin = kShownBegin;
  while (begin > 0 && ContinuesCharacter((*text)[begin])) --begin;
  std::size_t end = text->size() - kShownEnd;
  while (end < text->size() && ContinuesCharacter((*text)[end])) ++end;
  *text = text->substr(0, begin) + "…" + text->substr(end);
}

}  // namespace

SourceText::SourceText(std::string path, std::string content)
    : path_(std::move(path)), content_(std::move(content)) {
  // Editors show no byte-order mark, so it is no part of the first line.
  line_starts_.push_back(content_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  for (std::size_t i = 0; i < content_.size(); ++i) {
    const char c = content_[i];
    const bool is_last_of_end =
        c == '\n' || (c == '\r' && (i + 1 == content_.size() || content_[i + 1] != '\n'));
    if (is_last_of_end) line_starts_.push_back(i + 1);
  }
}

std::string_view SourceText::Line(std::uint32_t line) const {
  if (line == 0 || line > line_starts_.size()) return {};
  const std::size_t begin = line_starts_[line - 1];
  std::size_t end = line < line_starts_.size() ? line_starts_[line] : content_.size();
  if (end > begin && content_[end - 1] == '\n') --end;
  if (end > begin && content_[end - 1] == '\r') --end;
  return std::string_view(content_).substr(begin, end - begin);
}

std::string PlaceOf(const SourceSpan& span) {
  if (span.source == nullptr) return "";
  if (span.line == 0) return span.source->path();
  return span.source->path() + ":" + std::to_string(span.line);
}

void Diagnostics::Error(SourceSpan span, std::string message, std::string hint) {
  Report({Severity::kError, std::move(span), std::move(message), std::move(hint), {}});
}

void Diagnostics::Warning(SourceSpan span, std::string message, std::string hint) {
  Report({Severity::kWarning, std::move(span), std::move(message), std::move(hint), {}});
}

void Diagnostics::Note(SourceSpan span, std::string message, std::string hint) {
  Report({Severity::kNote, std::move(span), std::move(message), std::move(hint), {}});
}

void Diagnostics::Report(Diagnostic diagnostic) {
  std::size_t& count = counts_[static_cast<std::size_t>(diagnostic.severity)];
  if (diagnostic.severity == Severity::kError) ++error_count_;
  if (++count > kMostKept) return;
  ShortenMiddle(&diagnostic.message);
  ShortenMiddle(&diagnostic.hint);
  items_.push_back(std::move(diagnostic));
}

std::size_t Diagnostics::CountOf(Severity severity) const {
  return counts_[static_cast<std::size_t>(severity)];
}

void Diagnostics::Append(const Diagnostics& other) {
  // By index, and counts first: appending to itself must not read what changes meanwhile.
  const std::size_t count = other.items_.size();
  std::array<std::size_t, 3> not_kept = other.counts_;
  for (const Diagnostic& item : other.items_) --not_kept[static_cast<std::size_t>(item.severity)];
  items_.reserve(items_.size() + count);
  for (std::size_t i = 0; i < count; ++i) Report(other.items_[i]);
  for (std::size_t i = 0; i < not_kept.size(); ++i) counts_[i] += not_kept[i];
  error_count_ += not_kept[static_cast<std::size_t>(Severity::kError)];
}

std::vector<Diagnostic> Diagnostics::Overflow() const {
  std::vector<Diagnostic> overflow;
  if (CountOf(Severity::kError) > kMostKept) {
    overflow.push_back({Severity::kError,
                        {},
                        "there are more errors than these " + std::to_string(kMostKept),
                        "correct the first ones and check again; one mistake can make many others",
                        {}});
  }
  if (CountOf(Severity::kWarning) > kMostKept) {
    overflow.push_back({Severity::kWarning,
                        {},
                        "there are more warnings than these " + std::to_string(kMostKept),
                        "go through the first ones and check again",
                        {}});
  }
  return overflow;
}

}  // namespace tranche
