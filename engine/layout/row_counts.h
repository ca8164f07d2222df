#ifndef TRANCHE_ENGINE_LAYOUT_ROW_COUNTS_H_
#define TRANCHE_ENGINE_LAYOUT_ROW_COUNTS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/amount.h"
#include "engine/base/country.h"
#include "engine/layout/file_account.h"

namespace tranche {

/// Counts and sums by a small number (of a group, of a reason with its currency), without a map on
/// the way of every row. Overflow is remembered, never wrapped. One per thread.
class DenseSums {
 public:
  void Add(std::size_t number, Amount amount) {
    if (number >= sums_.size()) sums_.resize(number + 1);
    CountedSum& sum = sums_[number];
    ++sum.count;
    if (!AddTo(amount, &sum.sum)) overflow_ = true;
  }
  const std::vector<CountedSum>& sums() const { return sums_; }
  bool overflow() const { return overflow_; }

 private:
  std::vector<CountedSum> sums_;
  bool overflow_ = false;
};

/// Digests of amounts by a small number. One per thread.
class DenseDigests {
 public:
  void Add(std::size_t number, Amount amount) {
    if (amount.IsZero()) return;
    if (number >= digests_.size()) digests_.resize(number + 1);
    ++digests_[number].count;
    digests_[number].sum += Mixed(amount.micros());
  }
  const std::vector<AmountsDigest>& digests() const { return digests_; }

 private:
  /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014) over both halves.
  static std::uint64_t Mixed(Int128 value) {
    auto x = static_cast<std::uint64_t>(value) ^
             (static_cast<std::uint64_t>(value >> 64) * 0x9E3779B97F4A7C15U);
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
  }

  std::vector<AmountsDigest> digests_;
};

/// The largest and the smallest amount by a small number, each with the first row that has it. One
/// per thread.
class DenseExtremes {
 public:
  void Add(std::size_t number, Amount amount, std::uint64_t offset_bytes) {
    if (number >= extremes_.size()) extremes_.resize(number + 1);
    extremes_[number].Add(amount, offset_bytes);
  }
  const std::vector<Extremes>& extremes() const { return extremes_; }

 private:
  std::vector<Extremes> extremes_;
};

/// DenseSums by a reason's number and a currency.
class ReasonSums {
 public:
  void Add(std::uint32_t reason, CurrencyCode currency, Amount amount) {
    sums_.Add(NumberOf(reason, currency), amount);
  }
  /// Sets the entries of `*to`, under the reasons' texts.
  void WriteTo(const std::vector<std::string>& reasons,
               std::map<std::pair<std::string, CurrencyCode>, CountedSum>* to) const {
    for (std::size_t i = 0; i < sums_.sums().size(); ++i) {
      (*to)[{reasons[pairs_[i].reason], pairs_[i].currency}] = sums_.sums()[i];
    }
  }
  bool overflow() const { return sums_.overflow(); }

 private:
  struct Pair {
    std::uint32_t reason;
    CurrencyCode currency;
  };

  /// Few pairs come, and mostly the last one again.
  std::size_t NumberOf(std::uint32_t reason, CurrencyCode currency) {
    const auto fits = [&](const Pair& pair) {
      return pair.reason == reason && pair.currency == currency;
    };
    if (last_ < pairs_.size() && fits(pairs_[last_])) return last_;
    for (last_ = 0; last_ < pairs_.size(); ++last_) {
      if (fits(pairs_[last_])) return last_;
    }
    pairs_.push_back({reason, currency});
    return last_;
  }

  std::vector<Pair> pairs_;
  std::size_t last_ = 0;
  DenseSums sums_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_ROW_COUNTS_H_
