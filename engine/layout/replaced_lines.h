#ifndef TRANCHE_ENGINE_LAYOUT_REPLACED_LINES_H_
#define TRANCHE_ENGINE_LAYOUT_REPLACED_LINES_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/layout/budget_line.h"

namespace tranche {

/// The lines of which a later file of a dossier takes the place: all of its countries, years and
/// phases, or those that also have one of its keys. Filled by one thread; then shared by all, and
/// remembers which of its keys were met. Memory by distinct keys.
class ReplacedLines {
 public:
  /// `reason`: under which the replaced lines are counted. `by_key`: only lines with one of the
  /// keys.
  ReplacedLines(std::string reason, bool by_key) : reason_(std::move(reason)), by_key_(by_key) {}

  /// A line of the file that replaces.
  void Add(const LineGroup& group, std::string_view key);
  /// Whether a line of an earlier file is replaced. Currencies are not compared: an amendment may
  /// be written in another.
  bool Holds(const LineGroup& group, std::string_view key) const;

  const std::string& reason() const { return reason_; }
  bool by_key() const { return by_key_; }
  std::size_t key_count() const { return met_.size(); }
  /// Lines of the file that replaces by key and have none.
  std::size_t keyless_count() const { return keyless_count_; }
  /// Keys that no line of the earlier files had, as far as they were asked for, in the order in
  /// which they came.
  std::vector<std::string_view> UnmetKeys() const;

 private:
  using Place = std::tuple<CountryCode, std::int16_t, Phase>;
  static Place PlaceOf(const LineGroup& group) { return {group.country, group.year, group.phase}; }

  std::string reason_;
  bool by_key_;
  std::map<Place, absl::flat_hash_map<std::string, std::size_t>> keys_;
  std::vector<std::string> names_;
  std::size_t keyless_count_ = 0;
  /// By key. The order of relaxed stores does not matter: none is ever taken back.
  mutable std::deque<std::atomic<bool>> met_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_REPLACED_LINES_H_
