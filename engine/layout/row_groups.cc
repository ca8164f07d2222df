#include "engine/layout/row_groups.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tranche {
namespace {

bool IsDigitChar(char c) { return c >= '0' && c <= '9'; }

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigitChar);
}

/// Year, month and day of `31.12.2024`, as text that sorts; nothing for another form.
std::optional<std::string> DateOf(std::string_view text) {
  std::array<std::string_view, 3> parts;
  for (std::string_view& part : parts) {
    const std::size_t end = std::min(text.find('.'), text.size());
    part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!IsNumber(part)) return std::nullopt;
  }
  if (!text.empty() || parts[2].size() != 4 || parts[0].size() > 2 || parts[1].size() > 2) {
    return std::nullopt;
  }
  const auto two = [](std::string_view part) {
    return (part.size() == 1 ? "0" : "") + std::string(part);
  };
  return std::string(parts[2]) + two(parts[1]) + two(parts[0]);
}

}  // namespace

bool IsEarlierVersion(std::string_view a, std::string_view b) {
  if (IsNumber(a) && IsNumber(b)) return std::pair(a.size(), a) < std::pair(b.size(), b);
  const std::optional<std::string> date_a = DateOf(a);
  const std::optional<std::string> date_b = DateOf(b);
  if (date_a && date_b) return *date_a < *date_b;
  return a < b;
}

void VersionTable::Add(std::string_view key, std::string_view version) {
  if (version.empty()) return;
  if (all_.size() < kMostKept) all_.emplace(version);
  const auto [entry, is_new] = last_.try_emplace(std::string(key), version);
  if (!is_new && IsEarlierVersion(entry->second, version)) entry->second = version;
}

std::string_view VersionTable::LastOf(std::string_view key) const {
  const auto found = last_.find(key);
  return found == last_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace tranche
