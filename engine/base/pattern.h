#ifndef TRANCHE_ENGINE_BASE_PATTERN_H_
#define TRANCHE_ENGINE_BASE_PATTERN_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

namespace tranche {

/// A compiled regular expression. The only place of the engine that makes RE2 objects: it sets the
/// options (UTF-8, no logging, bounded program size), checks `ok()`, and keeps RE2 out of headers.
/// Immutable; safe to share between threads; cheap to move, not copyable.
class Pattern {
 public:
  /// Compiles `expression`. InvalidArgument carries RE2's reason and the part it refuses.
  static absl::StatusOr<Pattern> Compile(std::string_view expression);

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  const std::string& expression() const { return expression_; }
  /// How large the compiled expression is.
  std::int64_t instructions() const;
  bool MatchesWhole(std::string_view text) const;
  bool MatchesPart(std::string_view text) const;
  /// The place of the first match in `text` as [begin, end), or nothing.
  std::optional<std::pair<std::size_t, std::size_t>> Find(std::string_view text) const;
  /// The first capturing group (the whole match where the expression has none) of the first match;
  /// nothing where nothing matches or the group took no part (`(a)?b` on `b`). Views into `text`.
  std::optional<std::string_view> FirstGroup(std::string_view text) const;
  /// The names of the groups that have one, `code` in `(?P<code>\d+)`, in the order in which they
  /// stand, each with its number.
  std::vector<std::pair<std::string, std::size_t>> NamedGroups() const;
  /// True where all of `text` matches; `groups[i]` then is group i + 1, a view into `text`, or a
  /// view whose `data()` is null where the group took no part. At most kMostGroups are filled.
  static constexpr std::size_t kMostGroups = 15;
  bool Groups(std::string_view text, std::span<std::string_view> groups) const;

 private:
  class Compiled;
  explicit Pattern(std::string expression, std::unique_ptr<const Compiled> compiled);

  std::string expression_;
  std::unique_ptr<const Compiled> compiled_;
};

/// What is wrong with a regular expression, in words for somebody who has never met one.
struct PatternFault {
  std::string reason;  ///< "a bracket [ is never closed"
  std::string advice;  ///< what to do
  std::size_t begin =
      0;  ///< the bytes of the expression to blame; all of it where they are unknown
  std::size_t end = 0;
};
/// Nothing where Pattern::Compile takes the expression.
std::optional<PatternFault> FaultOf(std::string_view expression);

/// What a regular expression costs on texts that it does not match.
struct PatternCost {
  /// RE2's instructions: tens for what people write, thousands for large counts in braces. Time on
  /// a text grows with it where the ways to match overlap.
  std::size_t instructions = 0;
  /// Texts without a certain word (of three letters or more) are passed over, see PatternSet.
  bool asks_for_a_word = false;
};
/// Compiles the expression anew: for checks, not for every text.
PatternCost CostOf(const Pattern& pattern);

/// Many expressions over the same texts. An expression is only tried where the text holds the
/// words that it cannot do without, and all of these are found in one walk, so that the cost of a
/// text hardly grows with the number of expressions.
///
/// Each expression keeps what it learns about texts, to search faster; the set shares 64 MiB for
/// this among its expressions (at least 1 MiB each), and one that has used its part up searches
/// slower with the same answer.
///
/// Add, then Build, then FindIn. After Build it is immutable and safe to share between threads.
/// Texts must be folded (see fold.h): the words are compared in small letters.
class PatternSet {
 public:
  PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  ~PatternSet();

  /// Its number: 0, 1, 2, …
  std::uint32_t Add(const Pattern& pattern);
  /// Call once, after the last Add.
  void Build();
  bool empty() const;
  /// Appends the numbers of all expressions that match a part of `folded`, each once.
  void FindIn(std::string_view folded, std::vector<std::uint32_t>* found) const;

 private:
  class Compiled;
  std::unique_ptr<Compiled> compiled_;
};

/// `expression` with groups named as people write them, `(?<code>\d+)`, in the form that every
/// version of RE2 takes, `(?P<code>\d+)`.
std::string WithNamedGroups(std::string_view expression);

/// The pattern between slashes (`/\d{4}/` gives `\d{4}`), or nothing where `text` is no `/…/`. The
/// pattern may be empty; a last slash that a backslash escapes closes nothing. Views into `text`.
std::optional<std::string_view> SlashedPattern(std::string_view text);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_PATTERN_H_
