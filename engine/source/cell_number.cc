#include "engine/source/cell_number.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace tranche {
namespace {

constexpr std::size_t kSignificantDigits = 15;
constexpr int kMostDigits = 60;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// 0.DIGITS × 10^point.
struct Decimal {
  bool is_negative = false;
  std::string digits;  ///< neither the first nor the last is 0; none: zero
  int point = 0;
};

/// Reads digits with at most one `.`; sets `*rest` behind them. False without any digit.
bool ReadDigits(std::string_view* rest, Decimal* decimal) {
  bool has_digit = false;
  bool has_point = false;
  while (!rest->empty() && (IsDigit(rest->front()) || (rest->front() == '.' && !has_point))) {
    const char c = rest->front();
    rest->remove_prefix(1);
    if (c == '.') {
      has_point = true;
      continue;
    }
    has_digit = true;
    const bool is_leading_zero = c == '0' && decimal->digits.empty();
    if (!is_leading_zero) decimal->digits += c;
    if (!has_point && !is_leading_zero) ++decimal->point;
    if (has_point && is_leading_zero) --decimal->point;
  }
  return has_digit;
}

std::optional<Decimal> ReadDecimal(std::string_view text) {
  Decimal decimal;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    decimal.is_negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (!ReadDigits(&text, &decimal)) return std::nullopt;
  if (!text.empty()) {
    if (text[0] != 'E' && text[0] != 'e') return std::nullopt;
    text.remove_prefix(1);
    if (!text.empty() && text[0] == '+') text.remove_prefix(1);
    int exponent = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, exponent);
    if (error != std::errc() || rest != end || exponent > 1000 || exponent < -1000) {
      return std::nullopt;
    }
    decimal.point += exponent;
  }
  return decimal;
}

void RoundHalfEven(Decimal* decimal) {
  std::string& digits = decimal->digits;
  if (digits.size() > kSignificantDigits) {
    const char next = digits[kSignificantDigits];
    const bool has_more =
        digits.find_first_not_of('0', kSignificantDigits + 1) != std::string::npos;
    const bool is_odd = ((digits[kSignificantDigits - 1] - '0') & 1) != 0;
    const bool is_up = next > '5' || (next == '5' && (has_more || is_odd));
    digits.resize(kSignificantDigits);
    if (is_up) {
      std::size_t at = kSignificantDigits;
      while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
      if (at > 0) {
        ++digits[at - 1];
      } else {
        digits.insert(digits.begin(), '1');
        ++decimal->point;
      }
    }
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
}

std::string Written(const Decimal& decimal) {
  if (decimal.digits.empty()) return "0";
  std::string text = decimal.is_negative ? "-" : "";
  const int size = static_cast<int>(decimal.digits.size());
  if (decimal.point <= 0) {
    text += "0.";
    text.append(static_cast<std::size_t>(-decimal.point), '0');
    return text + decimal.digits;
  }
  if (decimal.point >= size) {
    text += decimal.digits;
    text.append(static_cast<std::size_t>(decimal.point - size), '0');
    return text;
  }
  const auto point = static_cast<std::size_t>(decimal.point);
  return text + decimal.digits.substr(0, point) + "." + decimal.digits.substr(point);
}

/// The first section of a format code without what it shows literally: `"kg"`, `\ `, `[Red]`.
/// `*is_elapsed`: it counts hours or minutes beyond a day (`[h]`).
std::string Bare(std::string_view code, bool* is_elapsed) {
  std::string bare;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size() - 1);
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size() - 1);
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (!inside.empty() && inside.find_first_not_of("hHmMsS") == inside.npos) *is_elapsed = true;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      bare += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
  }
  return bare;
}

std::string TwoDigits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

std::string DayText(std::int64_t day, bool from_1904) {
  using std::chrono::days;
  using std::chrono::January;
  using std::chrono::sys_days;
  using std::chrono::year;
  if (!from_1904 && day == 60) return "1900-02-29";
  if (!from_1904 && day == 0) return "1900-01-00";
  // Days behind the 29 February that 1900 did not have count one more.
  const sys_days start = from_1904 ? sys_days(year(1904) / January / 1)
                                   : sys_days(year(1899) / 12 / (day < 60 ? 31 : 30));
  const std::chrono::year_month_day date(start + days(day));
  const int number = static_cast<int>(date.year());
  return TwoDigits(number / 100) + TwoDigits(number % 100) + "-" +
         TwoDigits(static_cast<unsigned>(date.month())) + "-" +
         TwoDigits(static_cast<unsigned>(date.day()));
}

/// Seconds of the day in `decimals` (the digits behind the point), rounded.
std::int64_t SecondsOf(std::string_view decimals) {
  constexpr std::size_t kDigits = 12;
  constexpr std::int64_t kScale = 1'000'000'000'000;
  std::int64_t fraction = 0;
  for (std::size_t i = 0; i < kDigits; ++i) {
    fraction = fraction * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
  }
  return (fraction * 86'400 + kScale / 2) / kScale;
}

/// The characters beside digits that numbers are written with, as the layouts read them.
enum class NumberMark { kNone, kMark, kSpace, kOther };

/// Which of them `text` begins with; sets `*size` to its bytes.
NumberMark MarkAt(std::string_view text, std::size_t* size) {
  constexpr std::string_view kSpaces[] = {
      " ", "\t", "\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x89", "\xE2\x80\xAF"};
  constexpr std::string_view kMarks[] = {".", ",", "'", "\xE2\x80\x99"};
  constexpr std::string_view kOthers[] = {"-", "+", "(", ")", "\xE2\x88\x92", "\xE2\x80\x93"};
  const auto begins = [&](std::string_view mark) {
    if (!text.starts_with(mark)) return false;
    *size = mark.size();
    return true;
  };
  if (std::any_of(std::begin(kSpaces), std::end(kSpaces), begins)) return NumberMark::kSpace;
  if (std::any_of(std::begin(kMarks), std::end(kMarks), begins)) return NumberMark::kMark;
  if (std::any_of(std::begin(kOthers), std::end(kOthers), begins)) return NumberMark::kOther;
  return NumberMark::kNone;
}

/// `E+12` at the beginning of `text`.
bool IsExponent(std::string_view text) {
  if (text.size() < 2 || (text[0] != 'E' && text[0] != 'e')) return false;
  return IsDigit(text[1]) || text[1] == '+' || text[1] == '-';
}

}  // namespace

std::optional<std::string> PlainNumber(std::string_view stored) {
  std::optional<Decimal> decimal = ReadDecimal(stored);
  if (!decimal) return std::nullopt;
  RoundHalfEven(&*decimal);
  if (decimal->point > kMostDigits || decimal->point < -kMostDigits) return std::nullopt;
  return Written(*decimal);
}

NumberLook LookOfFormat(std::string_view code) {
  NumberLook look;
  if (code.size() >= 2 && code.find_first_not_of('0') == std::string_view::npos) {
    look.min_digits = code.size();
    return look;
  }
  bool is_elapsed = false;
  const std::string bare = Bare(code, &is_elapsed);
  const auto has = [&](char c) { return bare.find(c) != std::string::npos; };
  if (is_elapsed || bare.find("general") != std::string::npos) return look;
  if ((has('0') || has('#') || has('?')) && !has('s')) return look;
  const bool has_time = has('h') || has('s');
  if (has('y') || has('d') || (has('m') && !has_time)) {
    look.kind = NumberLook::Kind::kDate;
  } else if (has_time) {
    look.kind = NumberLook::Kind::kTime;
  }
  return look;
}

NumberLook LookOfBuiltInFormat(int id) {
  NumberLook look;
  const bool is_date =
      (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  const bool is_time = (id >= 18 && id <= 21) || id == 45 || id == 47;
  if (is_date) look.kind = NumberLook::Kind::kDate;
  if (is_time) look.kind = NumberLook::Kind::kTime;
  return look;
}

std::string WithLeadingZeros(const std::string& plain, std::size_t min_digits) {
  const bool is_whole = std::all_of(plain.begin(), plain.end(), IsDigit);
  if (!is_whole || plain.size() >= min_digits) return plain;
  return std::string(min_digits - plain.size(), '0') + plain;
}

std::optional<std::string> DateOfSerial(std::string_view plain, NumberLook::Kind kind,
                                        bool from_1904) {
  constexpr std::int64_t kLastDay = 2'958'465;  // 9999-12-31
  const std::size_t point = plain.find('.');
  const std::string_view whole = plain.substr(0, point);
  std::int64_t day = 0;
  const auto [rest, error] = std::from_chars(whole.data(), whole.data() + whole.size(), day);
  if (error != std::errc() || day < 0 || day > kLastDay || plain[0] == '-') return std::nullopt;
  std::int64_t seconds = point == std::string_view::npos ? 0 : SecondsOf(plain.substr(point + 1));
  if (seconds == 86'400) {
    seconds = 0;
    ++day;
  }
  const std::string time = TwoDigits(seconds / 3600) + ":" + TwoDigits(seconds / 60 % 60) + ":" +
                           TwoDigits(seconds % 60);
  if (kind == NumberLook::Kind::kTime) {
    if (day > 0) return std::nullopt;
    return time;
  }
  std::string text = DayText(day, from_1904);
  if (seconds > 0) text += " " + time;
  return text;
}

bool IsMarkedNumber(std::string_view text) {
  bool has_mark = false;
  bool has_digit = false;
  while (!text.empty()) {
    std::size_t size = 1;
    if (IsDigit(text.front())) {
      has_digit = true;
    } else if (!has_digit || !IsExponent(text)) {
      const NumberMark mark = MarkAt(text, &size);
      if (mark == NumberMark::kNone) return false;
      const bool is_before_digit = text.size() > size && IsDigit(text[size]);
      has_mark |= mark == NumberMark::kMark;
      has_mark |= mark == NumberMark::kSpace && has_digit && is_before_digit;
    }
    text.remove_prefix(size);
  }
  return has_mark && has_digit;
}

bool MayBeNumber(std::string_view text) {
  constexpr std::string_view kUnits[] = {"%", "$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5"};
  bool has_digit = false;
  while (!text.empty()) {
    std::size_t size = 1;
    const auto* const unit =
        std::find_if(std::begin(kUnits), std::end(kUnits),
                     [&](std::string_view each) { return text.starts_with(each); });
    if (IsDigit(text.front())) {
      has_digit = true;
    } else if (unit != std::end(kUnits)) {
      size = unit->size();
    } else if (!IsExponent(text) && MarkAt(text, &size) == NumberMark::kNone) {
      return false;
    }
    text.remove_prefix(size);
  }
  return has_digit;
}

}  // namespace tranche
