#include "engine/source/header_names.h"

#include <algorithm>

namespace tranche {

std::string_view TrimName(std::string_view name) {
  constexpr std::string_view kSpaces = " \t\r\n\v\f";
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  for (;;) {
    const std::size_t size_before = name.size();
    while (!name.empty() && kSpaces.find(name.front()) != kSpaces.npos) name.remove_prefix(1);
    while (!name.empty() && kSpaces.find(name.back()) != kSpaces.npos) name.remove_suffix(1);
    if (name.substr(0, 2) == kNoBreakSpace) name.remove_prefix(2);
    if (name.size() >= 2 && name.substr(name.size() - 2) == kNoBreakSpace) name.remove_suffix(2);
    if (name.size() == size_before) return name;
  }
}

std::vector<std::string> JoinedNames(std::vector<std::vector<std::string>> rows) {
  std::size_t columns = 0;
  for (const std::vector<std::string>& row : rows) columns = std::max(columns, row.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].resize(columns);
    if (i + 1 == rows.size()) break;
    for (std::size_t column = 1; column < columns; ++column) {
      if (rows[i][column].empty()) rows[i][column] = rows[i][column - 1];
    }
  }
  std::vector<std::string> names(columns);
  for (std::size_t column = 0; column < columns; ++column) {
    std::string_view last;
    for (const std::vector<std::string>& row : rows) {
      const std::string& part = row[column];
      if (part.empty() || part == last) continue;
      if (!names[column].empty()) names[column] += " / ";
      names[column] += part;
      last = part;
    }
  }
  return names;
}

std::vector<std::string> LetterNames(std::size_t columns) {
  std::vector<std::string> names;
  for (std::size_t column = 0; column < columns; ++column) {
    std::string letters;
    for (std::size_t number = column + 1; number > 0; number = (number - 1) / 26) {
      letters.insert(letters.begin(), static_cast<char>('A' + (number - 1) % 26));
    }
    names.push_back(std::move(letters));
  }
  return names;
}

}  // namespace tranche
