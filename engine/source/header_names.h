#ifndef TRANCHE_ENGINE_SOURCE_HEADER_NAMES_H_
#define TRANCHE_ENGINE_SOURCE_HEADER_NAMES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// `name` without the ASCII white space and no-break spaces around it.
std::string_view TrimName(std::string_view name);

/// The names of columns whose titles stand in several rows, one below the other. A title of an
/// upper row that stands over several columns is printed once, over the first of them, and holds
/// for the empty cells to its right. What stands over a column is joined: `2024 / draft`; the same
/// text twice is taken once.
std::vector<std::string> JoinedNames(std::vector<std::vector<std::string>> rows);

/// `A`, `B` … `Z`, `AA`: names for the columns of a table without any.
std::vector<std::string> LetterNames(std::size_t columns);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_HEADER_NAMES_H_
