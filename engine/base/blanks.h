#ifndef TRANCHE_ENGINE_BASE_BLANKS_H_
#define TRANCHE_ENGINE_BASE_BLANKS_H_

#include <string_view>

namespace tranche {

/// What separates words in texts that people and spreadsheets write.
inline constexpr std::string_view kBlanks = " \t\r\n\v\f";

/// `text` without the ASCII blanks and line ends around it; a view into it even where nothing is
/// left. Pure, thread-safe.
constexpr std::string_view TrimBlanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_BLANKS_H_
