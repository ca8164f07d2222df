#include "engine/base/share.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/blanks.h"
#include "engine/base/int128.h"

namespace tranche {
namespace {

constexpr std::size_t kMaxDecimals = 4;
constexpr std::string_view kDigits = "0123456789";

/// Takes the digits at the front of `*text` away from it.
std::string_view TakeDigits(std::string_view* text) {
  const std::string_view digits = text->substr(0, text->find_first_not_of(kDigits));
  text->remove_prefix(digits.size());
  return digits;
}

std::optional<Share> Refuse(std::string_view text, std::string_view reason, std::string* why) {
  if (why != nullptr) {
    why->clear();
    why->append("'").append(text).append("' ").append(reason);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Share> Share::Parse(std::string_view text, std::string* why) {
  std::string_view rest = TrimBlanks(text);
  if (rest.empty()) return Refuse(text, "is no share; write a percentage such as 12.5 %", why);
  const bool has_sign = rest.back() == '%';
  if (has_sign) rest = TrimBlanks(rest.substr(0, rest.size() - 1));
  if (!rest.empty() && rest.front() == '-') {
    return Refuse(text, "is negative; a share lies between 0 % and 100 %", why);
  }
  std::string_view whole = TakeDigits(&rest);
  if (whole.empty()) return Refuse(text, "is no share; write a percentage such as 12.5 %", why);
  std::string_view decimals;
  if (!rest.empty()) {
    if (rest.front() == ',') {
      std::string with_point(TrimBlanks(text));
      std::replace(with_point.begin(), with_point.end(), ',', '.');
      return Refuse(text, "has a decimal comma; write a point: " + with_point, why);
    }
    if (rest.front() == '.') {
      rest.remove_prefix(1);
      decimals = TakeDigits(&rest);
      if (decimals.empty()) return Refuse(text, "has no digit behind the point", why);
    }
  }
  if (!rest.empty()) {
    return Refuse(text, "is no share; write a percentage such as 12.5 %", why);
  }
  if (!has_sign) return Refuse(text, "has no percent sign; write 30 %, not 30 or 0.3", why);
  if (decimals.size() > kMaxDecimals) {
    return Refuse(text, "has more than four decimals", why);
  }

  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  std::int32_t millionths = 0;
  if (whole.size() <= 3) {
    for (const char digit : whole) millionths = millionths * 10 + (digit - '0');
    for (std::size_t i = 0; i < kMaxDecimals; ++i) {
      millionths = millionths * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
    }
  }
  if (whole.size() > 3 || millionths > kMillionthsPerWhole) {
    return Refuse(text, "is more than 100 %", why);
  }
  return Share(millionths);
}

std::string Share::ToString() const { return PercentDigits() + " %"; }

std::string Share::PercentDigits() const { return DecimalToString(millionths_, 4, /*trim=*/true); }

std::optional<AllocatedAmount> AllocatedAmount::Of(Amount amount, Share share) {
  Int128 picos;
  if (__builtin_mul_overflow(amount.micros(), static_cast<Int128>(share.millionths()), &picos)) {
    return std::nullopt;
  }
  return AllocatedAmount(picos);
}

std::optional<AllocatedAmount> AllocatedAmount::Plus(AllocatedAmount other) const {
  Int128 sum;
  if (__builtin_add_overflow(picos_, other.picos_, &sum)) return std::nullopt;
  return AllocatedAmount(sum);
}

std::optional<AllocatedAmount> AllocatedAmount::Minus(AllocatedAmount other) const {
  Int128 difference;
  if (__builtin_sub_overflow(picos_, other.picos_, &difference)) return std::nullopt;
  return AllocatedAmount(difference);
}

std::string AllocatedAmount::ToString() const { return DecimalToString(picos_, 12, /*trim=*/true); }

bool AddTo(AllocatedAmount value, AllocatedAmount* total) {
  const std::optional<AllocatedAmount> sum = total->Plus(value);
  if (!sum) return false;
  *total = *sum;
  return true;
}

}  // namespace tranche
