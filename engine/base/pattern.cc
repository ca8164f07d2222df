#include "engine/base/pattern.h"

#include <re2/re2.h>
#include <re2/stringpiece.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace tranche {
namespace {

/// Enough for any expression that a person writes; a counted repetition of a counted repetition is
/// refused with a message instead of eating the machine.
constexpr std::int64_t kMaxProgramBytes = std::int64_t{16} << 20;

RE2::Options MakeOptions() {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingUTF8);
  options.set_log_errors(false);
  options.set_max_mem(kMaxProgramBytes);
  return options;
}

/// Never a null pointer, so that offsets into an empty text are defined.
re2::StringPiece Piece(std::string_view text) {
  return text.empty() ? re2::StringPiece("", 0) : re2::StringPiece(text.data(), text.size());
}

}  // namespace

class Pattern::Compiled {
 public:
  explicit Compiled(std::string_view expression) : re2(Piece(expression), MakeOptions()) {}

  const RE2 re2;
};

Pattern::Pattern(std::string expression, std::unique_ptr<const Compiled> compiled)
    : expression_(std::move(expression)), compiled_(std::move(compiled)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

absl::StatusOr<Pattern> Pattern::Compile(std::string_view expression) {
  auto compiled = std::make_unique<const Compiled>(expression);
  if (!compiled->re2.ok()) {
    const std::string& reason = compiled->re2.error();
    return absl::InvalidArgumentError(absl::string_view(reason.data(), reason.size()));
  }
  return Pattern(std::string(expression), std::move(compiled));
}

bool Pattern::MatchesWhole(std::string_view text) const {
  return compiled_->re2.Match(Piece(text), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

bool Pattern::MatchesPart(std::string_view text) const {
  return compiled_->re2.Match(Piece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

std::optional<std::pair<std::size_t, std::size_t>> Pattern::Find(std::string_view text) const {
  const re2::StringPiece piece = Piece(text);
  re2::StringPiece match;
  if (!compiled_->re2.Match(piece, 0, text.size(), RE2::UNANCHORED, &match, 1)) {
    return std::nullopt;
  }
  const auto begin = static_cast<std::size_t>(match.data() - piece.data());
  return std::pair(begin, begin + match.size());
}

std::optional<std::string_view> Pattern::FirstGroup(std::string_view text) const {
  std::array<re2::StringPiece, 2> groups;
  const int wanted = compiled_->re2.NumberOfCapturingGroups() > 0 ? 1 : 0;
  if (!compiled_->re2.Match(Piece(text), 0, text.size(), RE2::UNANCHORED, groups.data(),
                            wanted + 1)) {
    return std::nullopt;
  }
  const re2::StringPiece& group = groups[static_cast<std::size_t>(wanted)];
  if (group.data() == nullptr) return std::nullopt;
  return std::string_view(group.data(), group.size());
}

std::optional<std::string_view> SlashedPattern(std::string_view text) {
  if (text.size() < 2 || text.front() != '/' || text.back() != '/') return std::nullopt;
  const std::string_view inner = text.substr(1, text.size() - 2);
  const std::size_t last_other = inner.find_last_not_of('\\');
  const std::size_t backslashes =
      last_other == std::string_view::npos ? inner.size() : inner.size() - last_other - 1;
  if (backslashes % 2 != 0) return std::nullopt;
  return inner;
}

}  // namespace tranche
