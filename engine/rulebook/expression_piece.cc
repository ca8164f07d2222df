#include "engine/rulebook/expression_piece.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "engine/base/fold.h"
#include "engine/base/pattern.h"
#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr char32_t kFirstTried = 0x20;
/// Behind them stand rare ideographs, which stand before them as well.
constexpr char32_t kLastTried = 0x1FFFF;

bool IsSurrogate(char32_t value) { return value >= 0xD800 && value <= 0xDFFF; }
bool IsCherokee(char32_t value) { return value >= 0x13A0 && value <= 0x13FF; }

std::optional<NamedCharacter> NumberAt(std::string_view digits, int base, std::size_t size) {
  std::uint32_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  const bool is_character = value <= 0x10FFFF && !IsSurrogate(value);
  if (read.ptr != digits.data() + digits.size() || digits.empty() || !is_character) {
    return std::nullopt;
  }
  NamedCharacter named;
  AppendUtf8(value, &named.character);
  named.size = size;
  return named;
}

}  // namespace

bool StandsInFoldedText(std::string_view character) {
  return character == " " || Fold(character) == character;
}

PieceReach ReachOf(std::string_view piece, bool ignores_case) {
  PieceReach reach;
  const auto pattern = Pattern::Compile((ignores_case ? "(?i)" : "") + std::string(piece));
  if (!pattern.ok()) {
    reach.meets_folded = true;
    return reach;
  }
  reach.takes_capitals = pattern->MatchesWhole("A");
  std::string character;
  for (char32_t value = kFirstTried; value <= kLastTried; ++value) {
    if (IsSurrogate(value) || (reach.takes_capitals && IsCherokee(value))) continue;
    character.clear();
    AppendUtf8(value, &character);
    if (!pattern->MatchesWhole(character) || !StandsInFoldedText(character)) continue;
    reach.meets_folded = true;
    return reach;
  }
  return reach;
}

std::optional<NamedCharacter> NamedCharacterAt(std::string_view expression, std::size_t at) {
  const std::string_view rest = expression.substr(std::min(at, expression.size()));
  if (rest.size() < 2 || rest[0] != '\\') return std::nullopt;
  const char c = rest[1];
  constexpr std::string_view kNames = "aftnrv";
  constexpr std::string_view kNamed = "\a\f\t\n\r\v";
  if (const std::size_t name = kNames.find(c); name != std::string_view::npos) {
    return NamedCharacter{std::string(1, kNamed[name]), 2};
  }
  if (c == 'x' && rest.substr(2).starts_with('{')) {
    const std::size_t end = std::min(rest.find('}'), rest.size() - 1);
    return NumberAt(rest.substr(3, end - std::min<std::size_t>(end, 3)), 16, end + 1);
  }
  if (c == 'x') return NumberAt(rest.substr(2, 2), 16, 4);
  if (c < '0' || c > '7') return std::nullopt;
  const std::size_t end = std::min(rest.substr(0, 4).find_first_not_of("01234567", 1), rest.size());
  const std::size_t size = std::min<std::size_t>(end, 4);
  return NumberAt(rest.substr(1, size - 1), 8, size);
}

}  // namespace tranche
