#include "engine/layout/number_scan.h"

#include <algorithm>
#include <array>

namespace tranche {
namespace {

constexpr std::int32_t kExponentLimit = 1'000'000;

/// No-break, figure, thin and narrow no-break space: spreadsheets group digits with any of them.
constexpr std::array<std::string_view, 4> kWideSpaces = {"\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x89",
                                                         "\xE2\x80\xAF"};
constexpr std::string_view kTypographicApostrophe = "\xE2\x80\x99";
/// Hyphen, minus sign, en dash.
constexpr std::array<std::string_view, 3> kMinusSigns = {"-", "\xE2\x88\x92", "\xE2\x80\x93"};
constexpr std::string_view kEmDash = "\xE2\x80\x94";

std::size_t SpaceAtFront(std::string_view text) {
  if (text.empty()) return 0;
  const char c = text.front();
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  for (const std::string_view space : kWideSpaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t SpaceAtBack(std::string_view text) {
  if (text.empty()) return 0;
  const char c = text.back();
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  for (const std::string_view space : kWideSpaces) {
    if (text.ends_with(space)) return space.size();
  }
  return 0;
}

std::string_view Trimmed(std::string_view text) {
  while (const std::size_t size = SpaceAtFront(text)) text.remove_prefix(size);
  while (const std::size_t size = SpaceAtBack(text)) text.remove_suffix(size);
  return text;
}

/// Takes one pair of marks away from both ends; false where they are not there.
bool TakeAround(char open, char close, std::string_view* text) {
  if (text->size() < 2 || text->front() != open || text->back() != close) return false;
  text->remove_prefix(1);
  text->remove_suffix(1);
  *text = Trimmed(*text);
  return true;
}

bool TakeMinusAtFront(std::string_view* text) {
  for (const std::string_view minus : kMinusSigns) {
    if (!text->starts_with(minus)) continue;
    *text = Trimmed(text->substr(minus.size()));
    return true;
  }
  return false;
}

bool TakeMinusAtBack(std::string_view* text) {
  for (const std::string_view minus : kMinusSigns) {
    if (!text->ends_with(minus)) continue;
    *text = Trimmed(text->substr(0, text->size() - minus.size()));
    return true;
  }
  return false;
}

bool IsLoneDash(std::string_view text) {
  return text == kEmDash ||
         std::find(kMinusSigns.begin(), kMinusSigns.end(), text) != kMinusSigns.end();
}

/// Takes `E+12` from the end of `shape->body`; false where what follows the E is no whole number.
bool TakeExponent(NumberShape* shape) {
  const std::size_t at = shape->body.find_first_of("eE");
  if (at == std::string_view::npos) return true;
  std::string_view digits = shape->body.substr(at + 1);
  bool negative = false;
  if (!digits.empty() && (digits.front() == '+' || digits.front() == '-')) {
    negative = digits.front() == '-';
    digits.remove_prefix(1);
  }
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), IsDigit)) return false;
  std::int32_t value = 0;
  for (const char c : digits) value = std::min(value * 10 + (c - '0'), kExponentLimit);
  shape->has_exponent = true;
  shape->exponent = negative ? -value : value;
  shape->body = shape->body.substr(0, at);
  return true;
}

}  // namespace

NumberMark NumberMarkAt(std::string_view body, std::size_t offset) {
  const char c = body[offset];
  if (c == '.' || c == ',' || c == '\'' || c == ' ') return {c, 1};
  const std::string_view rest = body.substr(offset);
  if (rest.starts_with(kTypographicApostrophe)) return {'\'', kTypographicApostrophe.size()};
  for (const std::string_view space : kWideSpaces) {
    if (rest.starts_with(space)) return {' ', space.size()};
  }
  return {};
}

NumberShape ScanNumberShape(std::string_view cell) {
  NumberShape shape;
  std::string_view text = Trimmed(cell);
  TakeAround('"', '"', &text);
  if (text.empty() || IsLoneDash(text)) {
    shape.problem = NumberProblem::kEmpty;
    return shape;
  }
  // One way to write a sign at a time: `(-5)` or `-5-` may mean anything.
  if (TakeAround('(', ')', &text) || TakeMinusAtFront(&text) || TakeMinusAtBack(&text)) {
    shape.negative = true;
  } else if (text.front() == '+') {
    text = Trimmed(text.substr(1));
  }
  shape.body = text;
  if (text.empty() || !TakeExponent(&shape) || shape.body.empty()) {
    shape.problem = NumberProblem::kNotANumber;
    return shape;
  }
  for (std::size_t i = 0; i < shape.body.size();) {
    if (IsDigit(shape.body[i])) {
      ++i;
    } else if (const NumberMark mark = NumberMarkAt(shape.body, i); mark.kind != '\0') {
      i += mark.size;
    } else {
      shape.problem = NumberProblem::kNotANumber;
      break;
    }
  }
  return shape;
}

}  // namespace tranche
