#include "tools/tranche/line_selection.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tranche {
namespace {

/// One option, one word: a list option of the parser would take the files behind it for years.
std::vector<std::string> SplitAtCommas(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::optional<std::int16_t> ParseYear(const std::string& text) {
  std::int16_t year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return year;
}

}  // namespace

std::string ReadSelection(const std::string& years, const std::string& phases,
                          LineSelection* selection) {
  for (const std::string& text : SplitAtCommas(years)) {
    const auto year = ParseYear(text);
    if (!year) return "--year '" + text + "' is no year; write for example --year 2024,2025";
    selection->years.insert(*year);
  }
  for (const std::string& text : SplitAtCommas(phases)) {
    const auto phase = PhaseByName(text);
    if (!phase) {
      return "--phase '" + text +
             "' is unknown; phases are draft, adopted, revised, outturn and outlook";
    }
    selection->phases.insert(*phase);
  }
  return "";
}

}  // namespace tranche
