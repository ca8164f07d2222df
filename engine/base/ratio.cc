#include "engine/base/ratio.h"

#include <algorithm>
#include <compare>
#include <optional>
#include <string>

#include "engine/base/int128.h"

namespace tranche {
namespace {

constexpr Int128 PowerOfTen(int exponent) {
  Int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

constexpr Int128 kMaxPartPicos = PowerOfTen(35);
constexpr Int128 kMaxWholeMicros = PowerOfTen(26);
constexpr int kMaxDecimals = 6;
/// 0.01 percentage points.
constexpr Int128 kAtTheLineMillionths = 100;

/// `share` of `whole` in picos.
Int128 SharePicos(Amount whole, Share share) { return whole.micros() * share.millionths(); }

/// `picos` in percent of `whole`. One percent of the whole is micros times 10^4 picos, so up to
/// four decimals only make the divisor smaller.
std::string PercentText(Int128 picos, Amount whole, int decimals) {
  decimals = std::clamp(decimals, 0, kMaxDecimals);
  const Int128 numerator = picos * PowerOfTen(std::max(decimals - 4, 0));
  const Int128 denominator = whole.micros() * PowerOfTen(std::max(4 - decimals, 0));
  return DecimalToString(DivideHalfEven(numerator, denominator), decimals, /*trim=*/false);
}

}  // namespace

std::optional<Ratio> Ratio::Of(AllocatedAmount part, Amount whole) {
  if (whole.micros() <= 0 || whole.micros() > kMaxWholeMicros) return std::nullopt;
  if (part.picos() > kMaxPartPicos || part.picos() < -kMaxPartPicos) return std::nullopt;
  return Ratio(part, whole);
}

std::string Ratio::Percent(int decimals) const {
  return PercentText(part_.picos(), whole_, decimals);
}

std::strong_ordering Ratio::Compare(Share share) const {
  return part_.picos() <=> SharePicos(whole_, share);
}

bool Ratio::IsAtTheLine(Share share) const {
  const Int128 gap = SharePicos(whole_, share) - part_.picos();
  const Int128 near = whole_.micros() * kAtTheLineMillionths;
  return gap <= near && gap >= -near;
}

std::optional<AllocatedAmount> Ratio::GapTo(Share share) const {
  return AllocatedAmount::FromPicos(SharePicos(whole_, share) - part_.picos());
}

std::string Ratio::GapPercent(Share share, int decimals) const {
  return PercentText(SharePicos(whole_, share) - part_.picos(), whole_, decimals);
}

}  // namespace tranche
