#ifndef TRANCHE_ENGINE_BASE_SHARE_H_
#define TRANCHE_ENGINE_BASE_SHARE_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/amount.h"

namespace tranche {

/// A percentage with at most four decimals, kept as a whole number of 10^-6: 12.5 % is 125,000 and
/// 100 % is 1,000,000. So amount times share is exact in 10^-12 currency units (AllocatedAmount).
class Share {
 public:
  static constexpr std::int32_t kMillionthsPerWhole = 1'000'000;

  constexpr Share() = default;
  static constexpr Share Whole() { return Share(kMillionthsPerWhole); }
  static constexpr Share FromMillionths(std::int32_t millionths) { return Share(millionths); }

  /// Reads `30 %`, `30%`, `12.5 %`, `0.0001 %`; the percent sign is required, the decimal mark is
  /// `.`, at most four decimals, 0 to 100. Anything else answers nothing and, where `why` is given,
  /// a sentence for the author of the text.
  static std::optional<Share> Parse(std::string_view text, std::string* why = nullptr);

  constexpr std::int32_t millionths() const { return millionths_; }
  /// `30 %`, `12.5 %`: as a person would write it.
  std::string ToString() const;
  /// `30`, `12.5`: the number of percents for CSV and JSON.
  std::string PercentDigits() const;

  friend constexpr bool operator==(Share, Share) = default;
  friend constexpr auto operator<=>(Share, Share) = default;

 private:
  explicit constexpr Share(std::int32_t millionths) : millionths_(millionths) {}

  std::int32_t millionths_ = 0;
};

/// Exact money after a share was taken: a signed count of 10^-12 currency units. Every breakdown
/// (buckets, items, areas, lines) is kept in these, so that the parts always add up to the whole.
class AllocatedAmount {
 public:
  static constexpr std::int64_t kPicosPerMicro = 1'000'000;

  constexpr AllocatedAmount() = default;
  static constexpr AllocatedAmount FromPicos(Int128 picos) { return AllocatedAmount(picos); }
  /// The whole of `amount`; nothing where it leaves the range (beyond 1.7 * 10^26 units).
  static std::optional<AllocatedAmount> Of(Amount amount) { return Of(amount, Share::Whole()); }
  /// Exactly `share` of `amount`, no rounding.
  static std::optional<AllocatedAmount> Of(Amount amount, Share share);

  constexpr Int128 picos() const { return picos_; }
  constexpr bool IsZero() const { return picos_ == 0; }
  [[nodiscard]] std::optional<AllocatedAmount> Plus(AllocatedAmount other) const;
  [[nodiscard]] std::optional<AllocatedAmount> Minus(AllocatedAmount other) const;
  /// Every significant decimal, `.` as mark: `1234.5`.
  std::string ToString() const;

  friend constexpr bool operator==(AllocatedAmount, AllocatedAmount) = default;
  friend constexpr auto operator<=>(AllocatedAmount a, AllocatedAmount b) {
    return a.picos_ <=> b.picos_;
  }

 private:
  explicit constexpr AllocatedAmount(Int128 picos) : picos_(picos) {}

  Int128 picos_ = 0;
};

[[nodiscard]] bool AddTo(AllocatedAmount value, AllocatedAmount* total);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_SHARE_H_
