#ifndef TRANCHE_ENGINE_RULEBOOK_OUTCOME_H_
#define TRANCHE_ENGINE_RULEBOOK_OUTCOME_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/share.h"

/// Whether and as what money counts: outcomes as a book writes them (with options, `rest` and steps
/// by year) and what they come to in one year. Plain values.
namespace tranche {

using BucketId = std::uint32_t;
using OptionId = std::uint32_t;

/// A value that may change from one year to the next: each step holds until the next one begins.
/// `30 %` holds in every year; `{2025: 40 %, 2030: 30 %}` says nothing of 2024.
template <typename T>
class ByYear {
 public:
  static constexpr std::int16_t kEveryYear = INT16_MIN;

  struct Step {
    std::int16_t from_year = kEveryYear;
    T value;
    friend bool operator==(const Step&, const Step&) = default;
  };

  ByYear() = default;
  explicit ByYear(T value) { steps_.push_back({kEveryYear, std::move(value)}); }

  /// Years must ascend.
  void Add(std::int16_t from_year, T value) { steps_.push_back({from_year, std::move(value)}); }

  const std::vector<Step>& steps() const { return steps_; }
  bool IsStepped() const { return !steps_.empty() && steps_.front().from_year != kEveryYear; }
  /// Null in the years before the first step.
  const T* In(std::int16_t year) const {
    const T* value = nullptr;
    for (const Step& step : steps_) {
      if (step.from_year > year) break;
      value = &step.value;
    }
    return value;
  }

  friend bool operator==(const ByYear&, const ByYear&) = default;

 private:
  std::vector<Step> steps_;
};

/// A share as a book writes it: `30 %`, `$mobility`, or `rest`.
struct ShareTerm {
  enum class Kind : std::uint8_t { kFixed, kOption, kRest };
  Kind kind = Kind::kFixed;
  ByYear<Share> fixed;  ///< kFixed
  OptionId option = 0;  ///< kOption; its value is a share

  friend bool operator==(const ShareTerm&, const ShareTerm&) = default;
};

/// An outcome as a book writes it: a bucket, a split, or `$option`; each may step by year.
struct Outcome {
  struct Part {
    BucketId bucket = 0;
    ShareTerm share;
    friend bool operator==(const Part&, const Part&) = default;
  };
  /// What holds from one step on: the value of an option, or parts in the order written (a bucket
  /// alone is one part of 100 %).
  struct Choice {
    std::optional<OptionId> option;
    std::vector<Part> parts;
    friend bool operator==(const Choice&, const Choice&) = default;
  };
  ByYear<Choice> choices;
  SourceSpan span;

  /// All of it to one bucket, in every year.
  static Outcome Whole(BucketId bucket, SourceSpan span = {});
  /// Fixed shares in every year; they must make 100 %.
  static Outcome Split(const std::vector<std::pair<BucketId, Share>>& shares, SourceSpan span = {});

  /// The bucket where this is Whole() of it, in every year.
  std::optional<BucketId> WholeBucket() const;

  /// Written alike: it comes to the same whatever the options' values are. Places do not count.
  bool SameAs(const Outcome& other) const { return choices == other.choices; }
};

/// What an outcome comes to in one year: exact shares that make 100 %, in the order written.
struct Allocation {
  struct Part {
    BucketId bucket = 0;
    Share share;
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::vector<Part> parts;
  friend bool operator==(const Allocation&, const Allocation&) = default;
};

/// The value of an option: a share, or an outcome (which names no options itself).
using OptionValue = std::variant<ByYear<Share>, Outcome>;

/// A named value of a book, made to be varied: a share or an outcome.
struct Option {
  std::string name;
  std::string title;
  OptionValue value;               ///< after `set:` of reforms and `--set`
  std::vector<OptionValue> tries;  ///< `try:`, values worth a study; all of the kind of `value`
  std::string why;
  std::string source;
  SourceSpan span;

  bool IsShare() const { return std::holds_alternative<ByYear<Share>>(value); }
};

/// Every bucket that gets a part of `outcome` in some year, each once, in the order written; of an
/// option those of its stated value.
std::vector<BucketId> BucketsOf(const Outcome& outcome, const std::vector<Option>& options);

/// What `outcome` comes to in `year` when the options have their values in `options`. Nothing in
/// years before the first step of anything that it needs, and where its shares exceed 100 % (which
/// the loader refuses for the values that a book states).
std::optional<Allocation> Allocate(const Outcome& outcome, std::int16_t year,
                                   const std::vector<Option>& options);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_OUTCOME_H_
