#ifndef TRANCHE_ENGINE_BASE_PATTERN_H_
#define TRANCHE_ENGINE_BASE_PATTERN_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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
  bool MatchesWhole(std::string_view text) const;
  bool MatchesPart(std::string_view text) const;
  /// The place of the first match in `text` as [begin, end), or nothing.
  std::optional<std::pair<std::size_t, std::size_t>> Find(std::string_view text) const;
  /// The first capturing group (the whole match where the expression has none) of the first match;
  /// nothing where nothing matches or the group took no part (`(a)?b` on `b`). Views into `text`.
  std::optional<std::string_view> FirstGroup(std::string_view text) const;

 private:
  class Compiled;
  explicit Pattern(std::string expression, std::unique_ptr<const Compiled> compiled);

  std::string expression_;
  std::unique_ptr<const Compiled> compiled_;
};

/// The pattern between slashes (`/\d{4}/` gives `\d{4}`), or nothing where `text` is no `/…/`. The
/// pattern may be empty; a last slash that a backslash escapes closes nothing. Views into `text`.
std::optional<std::string_view> SlashedPattern(std::string_view text);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_PATTERN_H_
