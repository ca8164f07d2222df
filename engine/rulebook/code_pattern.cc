#include "engine/rulebook/code_pattern.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/blanks.h"

namespace tranche {
namespace {

constexpr std::string_view kRangeMark = "..";

/// True where a segment of `code` ends behind its first `length` characters.
bool EndsSegment(std::string_view code, std::size_t length) {
  return code.size() == length || IsCodeSeparator(code[length]) ||
         (length > 0 && IsCodeSeparator(code[length - 1]));
}

std::optional<CodePattern> Refuse(std::string reason, std::string* why) {
  if (why != nullptr) *why = std::move(reason);
  return std::nullopt;
}

std::optional<CodePattern> ParseRange(std::string_view from, std::string_view to,
                                      std::string* why) {
  if (from.empty() || to.empty()) return Refuse("a range needs both ends, as in 12..19", why);
  if (to.find(kRangeMark) != std::string_view::npos) return Refuse("a range has two ends", why);
  if (from.size() != to.size()) {
    return Refuse("both ends of a range must have the same length, as in 12..19 or 04.1..04.5",
                  why);
  }
  if (to < from) return Refuse("the range runs backwards; write the smaller code first", why);
  return CodePattern{CodePattern::Kind::kRange, std::string(from), std::string(to), {}};
}

}  // namespace

bool IsCodeSeparator(char c) {
  // Bytes above ASCII are parts of letters: national codes may have them.
  const auto byte = static_cast<unsigned char>(c);
  const bool is_digit = c >= '0' && c <= '9';
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
  return !is_digit && !is_letter;
}

bool CountsBySegment(std::string_view scheme, std::string_view from) {
  return scheme == "cofog" || std::any_of(from.begin(), from.end(), IsCodeSeparator);
}

bool CodePattern::Matches(std::string_view code, bool by_segment) const {
  switch (kind) {
    case Kind::kExact:
      return code == from;
    case Kind::kPrefix:
      if (!code.starts_with(from)) return false;
      break;
    case Kind::kRange: {
      if (code.size() < from.size()) return false;
      const std::string_view beginning = code.substr(0, from.size());
      if (beginning < from || beginning > to) return false;
      break;
    }
  }
  return !by_segment || EndsSegment(code, from.size());
}

std::string CodePattern::Written() const {
  if (kind == Kind::kExact) return "=" + from;
  return kind == Kind::kRange ? from + ".." + to : from;
}

std::optional<CodePattern> ParseCodePattern(std::string_view written, std::string* why) {
  std::string_view text = TrimBlanks(written);
  if (text.empty()) return Refuse("the code is empty", why);
  const bool is_exact = text.front() == '=';
  if (is_exact) text = TrimBlanks(text.substr(1));
  const std::size_t mark = text.find(kRangeMark);
  if (is_exact) {
    if (text.empty()) return Refuse("there is no code behind the =", why);
    if (mark != std::string_view::npos) {
      return Refuse("= takes one code only, and 12..19 is a range; write one or the other", why);
    }
    return CodePattern{CodePattern::Kind::kExact, std::string(text), {}, {}};
  }
  if (text.find('*') != std::string_view::npos) {
    return Refuse("a code has no *: 04 alone takes everything below 04", why);
  }
  if (mark != std::string_view::npos) {
    return ParseRange(TrimBlanks(text.substr(0, mark)),
                      TrimBlanks(text.substr(mark + kRangeMark.size())), why);
  }
  return CodePattern{CodePattern::Kind::kPrefix, std::string(text), {}, {}};
}

}  // namespace tranche
