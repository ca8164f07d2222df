#ifndef TRANCHE_ENGINE_LAYOUT_ROW_GROUPS_H_
#define TRANCHE_ENGINE_LAYOUT_ROW_GROUPS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/amount.h"
#include "engine/layout/text_map.h"

/// What only the whole file tells of groups of rows: filled by a first pass, immutable and safe to
/// share between threads from then on. Memory by groups. Keys are those of HierarchyKey.
namespace tranche {

/// `versions`: which version of a group is the last.
class VersionTable {
 public:
  void Add(std::string_view key, std::string_view version);
  /// The last version of the group; empty for one that was not seen.
  std::string_view LastOf(std::string_view key) const;
  /// All versions, at most kMostKept of them.
  static constexpr std::size_t kMostKept = 100;
  const std::set<std::string>& all() const { return all_; }

 private:
  TextMap<std::string> last_;
  std::set<std::string> all_;
};

/// True where version `a` comes before `b`: whole numbers by size, 31.12.2024 by date, others as
/// text, so that 2024-12-31 is by date, too.
bool IsEarlierVersion(std::string_view a, std::string_view b);

/// `once_per`: the first row of each group, and its amounts.
class RepeatTable {
 public:
  struct First {
    std::uint64_t row_number = 0;  ///< in the file, from 1
    std::uint64_t offset_bytes = 0;
    std::vector<std::optional<Amount>> amounts;
  };

  /// A row that has an amount.
  void Add(std::string_view key, const First& row) { first_.try_emplace(std::string(key), row); }
  /// Null for a group that was not seen.
  const First* Find(std::string_view key) const {
    const auto found = first_.find(key);
    return found == first_.end() ? nullptr : &found->second;
  }

 private:
  TextMap<First> first_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_ROW_GROUPS_H_
