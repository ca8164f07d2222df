#ifndef TRANCHE_ENGINE_BASE_AMOUNT_H_
#define TRANCHE_ENGINE_BASE_AMOUNT_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/base/int128.h"

namespace tranche {

/// Exact money: a signed count of 10^-6 currency units. The currency is not part of it; whoever
/// adds amounts has grouped them by currency before. There is no way from or to `double`.
///
/// A value type, cheap to copy, safe to share. Arithmetic never wraps: each operation that could
/// leave the range answers `std::nullopt` instead.
class Amount {
 public:
  static constexpr std::int64_t kMicrosPerUnit = 1'000'000;

  constexpr Amount() = default;
  static constexpr Amount FromMicros(Int128 micros) { return Amount(micros); }
  /// Whole currency units; cannot overflow.
  static constexpr Amount FromUnits(std::int64_t units) {
    return Amount(static_cast<Int128>(units) * kMicrosPerUnit);
  }

  constexpr Int128 micros() const { return micros_; }
  constexpr bool IsZero() const { return micros_ == 0; }
  constexpr bool IsNegative() const { return micros_ < 0; }

  /// The exact sum, or nothing where it leaves 128 bits.
  [[nodiscard]] std::optional<Amount> Plus(Amount other) const {
    Int128 sum;
    if (__builtin_add_overflow(micros_, other.micros_, &sum)) return std::nullopt;
    return Amount(sum);
  }
  [[nodiscard]] std::optional<Amount> Minus(Amount other) const {
    Int128 difference;
    if (__builtin_sub_overflow(micros_, other.micros_, &difference)) return std::nullopt;
    return Amount(difference);
  }
  /// The exact product with a whole number (a layout's `unit`), or nothing on overflow.
  [[nodiscard]] std::optional<Amount> Times(std::int64_t factor) const {
    Int128 product;
    if (__builtin_mul_overflow(micros_, static_cast<Int128>(factor), &product)) return std::nullopt;
    return Amount(product);
  }
  [[nodiscard]] std::optional<Amount> Negated() const { return Amount().Minus(*this); }

  /// Plain decimal with `.` and every significant digit: `443133329500`, `-12.5`, `0`.
  std::string ToString() const;

  friend constexpr bool operator==(Amount, Amount) = default;
  friend constexpr auto operator<=>(Amount a, Amount b) { return a.micros_ <=> b.micros_; }

 private:
  explicit constexpr Amount(Int128 micros) : micros_(micros) {}

  Int128 micros_ = 0;
};

/// Adds `value` to `*total`; false, and `*total` untouched, where the sum leaves the range.
[[nodiscard]] bool AddTo(Amount value, Amount* total);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_AMOUNT_H_
