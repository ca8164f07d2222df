#include "engine/layout/number_format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "engine/layout/number_scan.h"

namespace tranche {
namespace {

constexpr int kMicroDecimals = 6;
constexpr int kPicosPerMicro = 1'000'000;
/// As many digits as a 64-bit mantissa holds without a check.
constexpr std::size_t kQuickDigits = 18;

constexpr std::array<std::int64_t, kQuickDigits + 1> kPowersOfTen = [] {
  std::array<std::int64_t, kQuickDigits + 1> powers{};
  std::int64_t power = 1;
  for (std::size_t i = 0; i < powers.size(); ++i) {
    powers[i] = power;
    if (i + 1 < powers.size()) power *= 10;
  }
  return powers;
}();

/// The inside of a number: what its marks mean is known.
struct Digits {
  NumberProblem problem = NumberProblem::kNone;
  std::uint64_t mantissa = 0;   ///< complete only where `significant` ≤ kQuickDigits
  std::size_t significant = 0;  ///< digits behind leading zeros
  std::int64_t decimals = 0;    ///< digits behind the decimal mark
};

/// `mantissa` × 10^`scale` micros × `unit`, `scale` from 0 to kQuickDigits.
ParsedNumber QuickAmount(std::uint64_t mantissa, bool negative, std::int64_t scale,
                         std::int64_t unit) {
  ParsedNumber number;
  Int128 micros = static_cast<Int128>(mantissa) * kPowersOfTen[static_cast<std::size_t>(scale)];
  if (negative) micros = -micros;
  if (unit != 1 && __builtin_mul_overflow(micros, static_cast<Int128>(unit), &micros)) {
    number.problem = NumberProblem::kTooLarge;
    return number;
  }
  number.amount = Amount::FromMicros(micros);
  return number;
}

/// Reads a run of digits into `*mantissa` and moves behind it; the length of the run.
std::ptrdiff_t TakeDigits(const char** at, const char* end, std::uint64_t* mantissa) {
  const char* const first = *at;
  for (; *at != end && IsDigit(**at); ++*at) {
    *mantissa = *mantissa * 10 + static_cast<std::uint64_t>(**at - '0');
  }
  return *at - first;
}

/// Nearly every cell: digits, perhaps in groups, a minus before and a decimal mark between, at most
/// 18 digits and six decimals. False where the cell is anything else, right or wrong.
bool ParsePlain(std::string_view cell, const NumberFormat& format, std::int64_t unit,
                ParsedNumber* number) {
  // With more marks than digits could need, the cell is for the slow path anyway.
  constexpr std::size_t kLongest = kQuickDigits + kQuickDigits / 3 + 2;
  const char* at = cell.data();
  const char* const end = at + cell.size();
  const bool negative = at != end && *at == '-';
  if (negative) ++at;
  if (cell.size() > kLongest || at == end || !IsDigit(*at)) return false;
  const bool zero_first = *at == '0';
  std::uint64_t mantissa = 0;
  std::ptrdiff_t digits = TakeDigits(&at, end, &mantissa);
  if (at != end && *at == format.group && format.group != '\0') {
    if (digits > 3 || zero_first) return false;
    while (at != end && *at == format.group) {
      ++at;
      if (TakeDigits(&at, end, &mantissa) != 3) return false;
      digits += 3;
    }
  }
  std::ptrdiff_t decimals = 0;
  if (at != end) {
    if (*at != format.decimal || format.decimal == '\0') return false;
    ++at;
    decimals = TakeDigits(&at, end, &mantissa);
    if (at != end || decimals == 0 || decimals > kMicroDecimals) return false;
  }
  if (digits + decimals > static_cast<std::ptrdiff_t>(kQuickDigits)) return false;
  *number = QuickAmount(mantissa, negative, kMicroDecimals - decimals, unit);
  return true;
}

/// True where a group mark may stand behind `length` digits, `zero_first` of the first group.
bool GroupMayEnd(bool first_group, std::size_t length, bool zero_first) {
  if (!first_group) return length == 3;
  return length >= 1 && length <= 3 && !zero_first;  // `0,123` is no grouped number
}

/// Gives each mark of `body` its meaning and reads the digits.
Digits ReadDigits(std::string_view body, const NumberFormat& format) {
  Digits digits;
  std::size_t total = 0;
  std::size_t group_length = 0;
  bool grouped = false;
  bool behind_mark = false;
  for (std::size_t i = 0; i < body.size();) {
    if (IsDigit(body[i])) {
      const auto digit = static_cast<std::uint64_t>(body[i] - '0');
      if (digits.significant > 0 || digit > 0) ++digits.significant;
      if (digits.significant <= kQuickDigits) digits.mantissa = digits.mantissa * 10 + digit;
      if (behind_mark) ++digits.decimals;
      ++total;
      ++group_length;
      ++i;
      continue;
    }
    const NumberMark mark = NumberMarkAt(body, i);
    if (mark.kind != '\0' && mark.kind == format.decimal) {
      if (behind_mark) digits.problem = NumberProblem::kNotANumber;
      if (grouped && group_length != 3) digits.problem = NumberProblem::kBadGrouping;
      behind_mark = true;
    } else if (mark.kind != '\0' && mark.kind == format.group) {
      if (behind_mark || !GroupMayEnd(!grouped, group_length, body[0] == '0')) {
        digits.problem = NumberProblem::kBadGrouping;
      }
      grouped = true;
      group_length = 0;
    } else {
      const bool open = format.decimal == '\0' && (mark.kind == '.' || mark.kind == ',');
      digits.problem = open ? NumberProblem::kAmbiguous : NumberProblem::kNotANumber;
    }
    if (digits.problem != NumberProblem::kNone) return digits;
    i += mark.size;
  }
  if (total == 0) digits.problem = NumberProblem::kNotANumber;
  if (grouped && !behind_mark && group_length != 3) digits.problem = NumberProblem::kBadGrouping;
  return digits;
}

std::uint64_t Magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

/// The digits of `body` times `factor`, as decimal digits without leading zeros; zero is empty.
std::string DigitsTimes(std::string_view body, std::uint64_t factor) {
  std::string product;
  Uint128 carry = 0;
  for (std::size_t i = body.size(); i-- > 0;) {
    if (!IsDigit(body[i])) continue;
    carry += static_cast<Uint128>(factor) * static_cast<unsigned>(body[i] - '0');
    product.push_back(static_cast<char>('0' + static_cast<int>(carry % 10)));
    carry /= 10;
  }
  for (; carry != 0; carry /= 10) {
    product.push_back(static_cast<char>('0' + static_cast<int>(carry % 10)));
  }
  while (!product.empty() && product.back() == '0') product.pop_back();
  std::reverse(product.begin(), product.end());
  return product;
}

/// A decimal digit string, `digits` × 10^`scale`, that can be cut at some place.
class Decimal {
 public:
  Decimal(std::string digits, std::int64_t scale) : digits_(std::move(digits)), scale_(scale) {}

  /// The whole number of 10^-`places`, cut off, not rounded; nothing beyond 127 bits.
  std::optional<Int128> CutAt(std::int64_t places) const { return Between(0, PositionOf(places)); }
  /// What CutAt(`places`) leaves, in units of 10^-(`places` + `more`), rounded half to even.
  Int128 RestBehind(std::int64_t places, std::int64_t more) const {
    const std::int64_t begin = PositionOf(places);
    const Int128 rest = *Between(begin, begin + more);  // `more` is small
    return rest + (RoundsUpAt(places + more, (rest & 1) != 0) ? 1 : 0);
  }
  /// Whether rounding half to even at 10^-`places` goes away from zero.
  bool RoundsUpAt(std::int64_t places, bool last_is_odd) const {
    const std::int64_t at = PositionOf(places);
    if (DigitAt(at) != 5) return DigitAt(at) > 5;
    return last_is_odd || AnyFrom(at + 1);
  }

 private:
  /// Index into the digits of what stands behind the decimal 10^-`places`; may lie outside.
  std::int64_t PositionOf(std::int64_t places) const {
    return static_cast<std::int64_t>(digits_.size()) + scale_ + places;
  }
  std::optional<Int128> Between(std::int64_t begin, std::int64_t end) const {
    Int128 value = 0;
    if (digits_.empty()) return value;
    for (std::int64_t i = begin; i < end; ++i) {
      if (__builtin_mul_overflow(value, Int128{10}, &value) ||
          __builtin_add_overflow(value, static_cast<Int128>(DigitAt(i)), &value)) {
        return std::nullopt;
      }
    }
    return value;
  }
  int DigitAt(std::int64_t index) const {
    if (index < 0 || index >= static_cast<std::int64_t>(digits_.size())) return 0;
    return digits_[static_cast<std::size_t>(index)] - '0';
  }
  bool AnyFrom(std::int64_t index) const {
    const auto from = static_cast<std::size_t>(std::max<std::int64_t>(index, 0));
    return digits_.find_first_not_of('0', from) != std::string::npos;
  }

  std::string digits_;
  std::int64_t scale_;
};

/// Any number of digits, any exponent: rare, so by long multiplication.
ParsedNumber LongAmount(const NumberShape& shape, const Digits& digits, std::int64_t unit) {
  ParsedNumber number;
  const bool negative = shape.negative != (unit < 0);
  const Decimal exact(DigitsTimes(shape.body, Magnitude(unit)), shape.exponent - digits.decimals);
  std::optional<Int128> micros = exact.CutAt(kMicroDecimals);
  Int128 off = exact.RestBehind(kMicroDecimals, kMicroDecimals);
  if (micros && exact.RoundsUpAt(kMicroDecimals, (*micros & 1) != 0)) {
    off -= kPicosPerMicro;
    if (__builtin_add_overflow(*micros, Int128{1}, &*micros)) micros.reset();
  }
  if (!micros) {
    number.problem = NumberProblem::kTooLarge;
    return number;
  }
  number.amount = Amount::FromMicros(negative ? -*micros : *micros);
  number.rounded_off_picos = negative ? -off : off;
  return number;
}

}  // namespace

ParsedNumber ParseAmount(std::string_view cell, const NumberFormat& format, std::int64_t unit) {
  ParsedNumber number;
  if (ParsePlain(cell, format, unit, &number)) return number;
  const NumberShape shape = ScanNumberShape(cell);
  number.problem = shape.problem;
  if (number.problem != NumberProblem::kNone) return number;
  // Nobody groups the digits of 7.79E+12; what looks so is something else.
  const NumberFormat used{format.decimal, shape.has_exponent ? '\0' : format.group};
  const Digits digits = ReadDigits(shape.body, used);
  number.problem = digits.problem;
  if (number.problem != NumberProblem::kNone) return number;
  const std::int64_t scale = kMicroDecimals + shape.exponent - digits.decimals;
  if (digits.significant <= kQuickDigits && scale >= 0 &&
      scale <= static_cast<std::int64_t>(kQuickDigits)) {
    return QuickAmount(digits.mantissa, shape.negative, scale, unit);
  }
  return LongAmount(shape, digits, unit);
}

}  // namespace tranche
