#ifndef TRANCHE_ENGINE_LAYOUT_CROSSWALK_H_
#define TRANCHE_ENGINE_LAYOUT_CROSSWALK_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/layout/text_map.h"

namespace tranche {

/// Codes of one scheme in terms of another: a table with the columns `from` and `to`. Immutable;
/// safe to share between threads.
///
/// The longest entry that is a beginning of the code wins, so an exact entry comes first. Where any
/// entry is written with dots, beginnings end at a dot (`04.5` takes `04.5.1`, not `04.51`);
/// otherwise they end anywhere (`45` takes `452A`).
class Crosswalk {
 public:
  /// Reads the file. Besides files that cannot be read: InvalidArgument where `from` or `to` is
  /// missing, an entry is empty, or a code stands twice with different targets.
  static absl::StatusOr<Crosswalk> Read(const std::string& path);

  /// The target of `code`, or a view whose `data()` is null. Lives as long as the crosswalk.
  std::string_view Find(std::string_view code) const;

  const std::string& path() const { return path_; }
  /// All targets with the row that names each, for checks.
  struct Target {
    std::string name;
    std::uint64_t row_number;
  };
  const std::vector<Target>& targets() const { return targets_; }

 private:
  std::string path_;
  TextMap<std::string> entries_;
  std::vector<std::size_t> sizes_;  ///< that entries have, longest first
  std::vector<Target> targets_;
  bool dotted_ = false;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_CROSSWALK_H_
