#ifndef TRANCHE_ENGINE_BASE_RATIO_H_
#define TRANCHE_ENGINE_BASE_RATIO_H_

#include <compare>
#include <optional>
#include <string>

#include "engine/base/amount.h"
#include "engine/base/share.h"

namespace tranche {

/// `part` of `whole` as an exact fraction: what "% of GDP" is made of. Rounded only when printed.
/// A value type, safe to share.
///
/// `share` of `whole` in picos is millionths times micros, so every question below is a comparison
/// or one division of 128-bit integers. Of() holds the range in which none of them can overflow,
/// for every Share that exists (32-bit millionths) and six decimals: a part of up to 10^35 picos
/// (10^23 units) and a whole of up to 10^26 micros (10^20 units; Indonesia's GDP is 2 * 10^16
/// rupiah).
class Ratio {
 public:
  /// Nothing where `whole` is not positive or one of them is beyond the range above.
  static std::optional<Ratio> Of(AllocatedAmount part, Amount whole);

  /// Percent with exactly `decimals` places (0 to 6), rounded half-even: `2.10` for 2.1049…; zero
  /// has no sign.
  std::string Percent(int decimals) const;
  /// Compares unrounded: `ratio >= 2 %` holds for exactly 2 % and not for 1.99999 %.
  std::strong_ordering Compare(Share share) const;
  /// True within 0.01 percentage points of `share`, on either side: "at the line".
  bool IsAtTheLine(Share share) const;
  /// The money between this and `share` of the same whole: positive where the share is not reached.
  /// Always there: the range of Of() leaves room.
  std::optional<AllocatedAmount> GapTo(Share share) const;
  /// `share` minus this in percent, `decimals` places, half-even; positive where money is missing.
  std::string GapPercent(Share share, int decimals) const;

  AllocatedAmount part() const { return part_; }
  Amount whole() const { return whole_; }

 private:
  Ratio(AllocatedAmount part, Amount whole) : part_(part), whole_(whole) {}

  AllocatedAmount part_;
  Amount whole_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_RATIO_H_
