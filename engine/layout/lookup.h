#ifndef TRANCHE_ENGINE_LAYOUT_LOOKUP_H_
#define TRANCHE_ENGINE_LAYOUT_LOOKUP_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/text_map.h"

namespace tranche {

/// A table beside the data that gives a key its text: the names of programmes. Immutable; safe to
/// share between threads.
class LookupTable {
 public:
  /// Reads the columns `key` and `take`; rows without a key are passed over. Of several rows with
  /// one key the first wins. InvalidArgument where a column is missing (with the header found).
  static absl::StatusOr<LookupTable> Read(const std::string& path, const std::string& key,
                                          const std::string& take);

  /// The text of `key`, or a view whose `data()` is null. Lives as long as the table.
  std::string_view Find(std::string_view key) const;
  /// Keys that stand more than once with different texts.
  std::size_t contradiction_count() const { return contradiction_count_; }

 private:
  TextMap<std::string> texts_;
  std::size_t contradiction_count_ = 0;
};

/// The lookup that a layout names, `{year}` in its file's name filled in: a table per year. Loaded
/// before any line is made, so that a missing file stops the run at its beginning. Immutable once
/// loaded; safe to share between threads.
class Lookup {
 public:
  /// `path_pattern` is relative to the folder of `data_path` unless it is absolute.
  /// `span` is where the layout names it.
  Lookup(const std::string& path_pattern, const std::string& data_path, std::string key,
         std::string take, SourceSpan span);

  /// True where the file depends on the year of the row.
  bool by_year() const { return by_year_; }
  /// The path for `year`, as it is tried.
  std::string PathFor(std::int16_t year) const;
  /// Loads the table for `year` (any year where it is not by_year()).
  absl::Status Load(std::int16_t year);
  /// The text of `key` in `year`'s table, or a view whose `data()` is null.
  std::string_view Find(std::int16_t year, std::string_view key) const;

  /// The table for a year that was loaded.
  const LookupTable& TableFor(std::int16_t year) const { return tables_.at(NumberOf(year)); }
  const SourceSpan& span() const { return span_; }

 private:
  std::int16_t NumberOf(std::int16_t year) const { return by_year_ ? year : std::int16_t{0}; }

  std::string path_pattern_;
  std::string key_;
  std::string take_;
  SourceSpan span_;
  bool by_year_;
  std::map<std::int16_t, LookupTable> tables_;  ///< under year 0 where not by year
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_LOOKUP_H_
