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

/// Year, month and day of `31.12.2024`, `31-12-24`, as text that sorts; nothing for another form.
std::optional<std::string> DateOf(std::string_view text) {
  std::array<std::string_view, 3> parts;
  for (std::string_view& part : parts) {
    const std::size_t end = std::min(text.find_first_of(".-"), text.size());
    part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!IsNumber(part)) return std::nullopt;
  }
  const bool has_year = parts[2].size() == 4 || parts[2].size() == 2;
  if (!text.empty() || !has_year || parts[0].size() > 2 || parts[1].size() > 2) {
    return std::nullopt;
  }
  const auto two = [](std::string_view part) {
    return (part.size() == 1 ? "0" : "") + std::string(part);
  };
  return (parts[2].size() == 2 ? "20" : "") + std::string(parts[2]) + two(parts[1]) + two(parts[0]);
}

/// Takes the digits at the beginning of `*text`, or all that stands before the next one.
std::string_view TakePiece(std::string_view* text) {
  const bool is_digit = IsDigitChar(text->front());
  const auto end = std::find_if(text->begin(), text->end(),
                                [is_digit](char c) { return IsDigitChar(c) != is_digit; });
  const std::string_view piece = text->substr(0, static_cast<std::size_t>(end - text->begin()));
  text->remove_prefix(piece.size());
  return piece;
}

/// As people count: v2 before v10, 1.9 before 1.10, 02 before 3.
bool IsEarlierInCounting(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    std::string_view piece_a = TakePiece(&a);
    std::string_view piece_b = TakePiece(&b);
    if (IsNumber(piece_a) && IsNumber(piece_b)) {
      piece_a.remove_prefix(std::min(piece_a.find_first_not_of('0'), piece_a.size()));
      piece_b.remove_prefix(std::min(piece_b.find_first_not_of('0'), piece_b.size()));
      if (piece_a.size() != piece_b.size()) return piece_a.size() < piece_b.size();
    }
    if (piece_a != piece_b) return piece_a < piece_b;
  }
  return a.empty() && !b.empty();
}

}  // namespace

bool IsEarlierVersion(std::string_view a, std::string_view b) {
  const std::optional<std::string> date_a = DateOf(a);
  const std::optional<std::string> date_b = DateOf(b);
  if (date_a && date_b) return *date_a < *date_b;
  return IsEarlierInCounting(a, b);
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
