#include "engine/base/diagnostic.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tranche {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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
  items_.push_back({Severity::kError, std::move(span), std::move(message), std::move(hint), {}});
  ++error_count_;
}

void Diagnostics::Warning(SourceSpan span, std::string message, std::string hint) {
  items_.push_back({Severity::kWarning, std::move(span), std::move(message), std::move(hint), {}});
}

void Diagnostics::Note(SourceSpan span, std::string message, std::string hint) {
  items_.push_back({Severity::kNote, std::move(span), std::move(message), std::move(hint), {}});
}

void Diagnostics::Report(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::kError) ++error_count_;
  items_.push_back(std::move(diagnostic));
}

std::size_t Diagnostics::CountOf(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(items_.begin(), items_.end(),
                    [severity](const Diagnostic& item) { return item.severity == severity; }));
}

void Diagnostics::Append(const Diagnostics& other) {
  // By index: appending to itself must not read a vector that moves.
  const std::size_t count = other.items_.size();
  items_.reserve(items_.size() + count);
  error_count_ += other.error_count_;
  for (std::size_t i = 0; i < count; ++i) items_.push_back(other.items_[i]);
}

}  // namespace tranche
