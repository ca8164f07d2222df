#include "engine/layout/lookup.h"

#include <filesystem>
#include <optional>
#include <utility>

#include "engine/base/suggest.h"
#include "engine/layout/cell_text.h"
#include "engine/source/small_table.h"

namespace tranche {
namespace {

constexpr std::string_view kYearMark = "{year}";

absl::Status MissingColumn(const SmallTable& table, const std::string& name) {
  std::string message = table.path() + " has no column '" + name + "'";
  const std::string hint = DidYouMean(name, table.header());
  if (!hint.empty()) message += " (" + hint + ")";
  message += "; its columns are:";
  for (std::size_t i = 0; i < table.header().size(); ++i) {
    message += (i == 0 ? " '" : ", '") + table.header()[i] + "'";
  }
  return absl::InvalidArgumentError(message);
}

}  // namespace

absl::StatusOr<LookupTable> LookupTable::Read(const std::string& path, const std::string& key,
                                              const std::string& take) {
  absl::StatusOr<SmallTable> table = SmallTable::Read(path);
  if (!table.ok()) return table.status();
  const std::optional<std::size_t> key_column = table->Column(key);
  if (!key_column) return MissingColumn(*table, key);
  const std::optional<std::size_t> take_column = table->Column(take);
  if (!take_column) return MissingColumn(*table, take);
  LookupTable lookup;
  for (std::size_t i = 0; i < table->row_count(); ++i) {
    const std::string_view value = TrimCell(table->row(i)[*key_column]);
    if (value.empty()) continue;
    const std::string_view text = TrimCell(table->row(i)[*take_column]);
    const auto [entry, is_new] = lookup.texts_.emplace(value, text);
    if (!is_new && entry->second != text) ++lookup.contradiction_count_;
  }
  return lookup;
}

std::string_view LookupTable::Find(std::string_view key) const {
  const auto entry = texts_.find(key);
  if (entry == texts_.end()) return {};
  return entry->second;
}

Lookup::Lookup(const std::string& path_pattern, const std::string& data_path, std::string key,
               std::string take, SourceSpan span)
    : key_(std::move(key)),
      take_(std::move(take)),
      span_(std::move(span)),
      by_year_(path_pattern.find(kYearMark) != std::string::npos) {
  const std::filesystem::path folder = std::filesystem::path(data_path).parent_path();
  path_pattern_ = (folder / path_pattern).string();
}

std::string Lookup::PathFor(std::int16_t year) const {
  std::string path = path_pattern_;
  for (std::size_t at = 0; (at = path.find(kYearMark, at)) != std::string::npos;) {
    const std::string digits = std::to_string(year);
    path.replace(at, kYearMark.size(), digits);
    at += digits.size();
  }
  return path;
}

absl::Status Lookup::Load(std::int16_t year) {
  const std::int16_t number = NumberOf(year);
  if (tables_.contains(number)) return absl::OkStatus();
  absl::StatusOr<LookupTable> table = LookupTable::Read(PathFor(year), key_, take_);
  if (!table.ok()) return table.status();
  tables_.emplace(number, *std::move(table));
  return absl::OkStatus();
}

std::string_view Lookup::Find(std::int16_t year, std::string_view key) const {
  const auto table = tables_.find(NumberOf(year));
  if (table == tables_.end()) return {};
  return table->second.Find(key);
}

}  // namespace tranche
