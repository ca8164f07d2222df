#ifndef TRANCHE_TESTS_TOOLS_COMMA_TABLE_H_
#define TRANCHE_TESTS_TOOLS_COMMA_TABLE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/int128.h"

namespace tranche {

/// An RFC 4180 file with a header, each row a map from column to cell. Simple on purpose and shares
/// no code with the program: it holds what the program wrote against the text of the standard.
using CommaTable = std::vector<std::map<std::string, std::string>>;

/// Throws std::runtime_error where rows and header differ in length, or a quote stays open.
CommaTable ReadCommaTable(std::string_view text);

/// A decimal as an integer of 10^-12 units, exactly. Throws std::runtime_error where it is none.
Int128 ExactUnits(std::string_view decimal);

}  // namespace tranche

#endif  // TRANCHE_TESTS_TOOLS_COMMA_TABLE_H_
