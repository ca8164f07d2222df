#include "engine/base/int128.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace tranche {
namespace {

/// The distance from zero; also right for the smallest value, whose negation does not exist.
Uint128 Magnitude(Int128 value) {
  const auto bits = static_cast<Uint128>(value);
  return value < 0 ? Uint128{0} - bits : bits;
}

std::string Digits(Uint128 value) {
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace

std::string Int128ToString(Int128 value) {
  std::string digits = Digits(Magnitude(value));
  return value < 0 ? "-" + digits : digits;
}

std::string DecimalToString(Int128 value, int places, bool trim) {
  std::string digits = Digits(Magnitude(value));
  const auto decimals = static_cast<std::size_t>(std::max(places, 0));
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals > 0) {
    digits.insert(digits.size() - decimals, 1, '.');
    if (trim) {
      digits.erase(digits.find_last_not_of('0') + 1);
      if (digits.back() == '.') digits.pop_back();
    }
  }
  return value < 0 ? "-" + digits : digits;
}

Int128 DivideHalfEven(Int128 numerator, Int128 denominator) {
  const Int128 quotient = numerator / denominator;
  const Int128 remainder = numerator % denominator;
  if (remainder == 0) return quotient;
  // The remainder is smaller than the denominator, so twice its size fits without a sign.
  const Uint128 twice = Magnitude(remainder) * 2;
  const auto whole = static_cast<Uint128>(denominator);
  const bool is_odd = quotient % 2 != 0;
  if (twice < whole || (twice == whole && !is_odd)) return quotient;
  return numerator < 0 ? quotient - 1 : quotient + 1;
}

}  // namespace tranche
