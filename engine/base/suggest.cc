#include "engine/base/suggest.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/fold.h"
#include "engine/base/utf8.h"

namespace tranche {
namespace {

constexpr std::size_t kMaxDistance = 3;
/// Names longer than this are no typing mistakes, and the cost of a suggestion must have an end.
constexpr std::size_t kMaxBytes = 200;
constexpr std::size_t kMaxNames = 10'000;

/// Characters without case and accents; punctuation stays, for `-` and `_` are typing mistakes,
/// too.
std::u32string Characters(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const bool is_capital = byte >= 'A' && byte <= 'Z';
      characters.push_back(static_cast<char32_t>(is_capital ? byte - 'A' + 'a' : byte));
      ++at;
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    const std::string folded = Fold(text.substr(at, point.size));
    if (folded.empty()) characters.push_back(point.value);
    for (std::size_t i = 0; i < folded.size();) {
      const CodePoint letter = DecodeUtf8(folded, i);
      characters.push_back(letter.value);
      i += letter.size;
    }
    at += point.size;
  }
  return characters;
}

/// Edits (change, insert, delete, swap of neighbours) from `a` to `b`, or `limit` + 1 where there
/// are more than `limit`.
std::size_t Distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

}  // namespace

std::vector<std::string> NearestNames(std::string_view wrong, std::span<const std::string> names,
                                      std::size_t limit) {
  std::vector<std::pair<std::size_t, const std::string*>> near;
  if (wrong.size() > kMaxBytes) return {};
  const std::u32string typed = Characters(wrong);
  for (const std::string& name : names.first(std::min(names.size(), kMaxNames))) {
    if (name.size() > kMaxBytes) continue;
    const std::u32string meant = Characters(name);
    const std::size_t longer = std::max(typed.size(), meant.size());
    const std::size_t forgiven = std::min(kMaxDistance, (longer + 2) / 3);
    const std::size_t distance = Distance(typed, meant, forgiven);
    // A name of which every character was changed is no help.
    if (distance > forgiven || (distance > 0 && distance >= longer)) continue;
    const bool is_known = std::any_of(near.begin(), near.end(),
                                      [&](const auto& other) { return *other.second == name; });
    if (!is_known) near.emplace_back(distance, &name);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> best;
  for (const auto& [distance, name] : near) {
    if (best.size() == limit) break;
    best.push_back(*name);
  }
  return best;
}

std::string DidYouMean(std::string_view wrong, std::span<const std::string> names) {
  const std::vector<std::string> near = NearestNames(wrong, names);
  if (near.empty()) return "";
  std::string text = "did you mean ";
  for (std::size_t i = 0; i < near.size(); ++i) {
    if (i > 0) text += i + 1 == near.size() ? " or " : ", ";
    text += "'" + near[i] + "'";
  }
  return text + "?";
}

}  // namespace tranche
