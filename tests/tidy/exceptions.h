#ifndef TRANCHE_TESTS_TIDY_EXCEPTIONS_H_
#define TRANCHE_TESTS_TIDY_EXCEPTIONS_H_

#include <string_view>
#include <vector>

#include "tests/tidy/checks.h"

namespace tranche::tidy {

/// Takes the excepted findings away and adds one finding (rule `exception`) for each line of the
/// list that is broken or no longer needed, so that the list only shrinks.
///
/// A line of the list is `RULE PATH WHY…`; empty lines and lines that begin with `#` do not count.
/// An exception covers every finding of its rule in its file. `list_path` is for messages.
std::vector<Finding> ApplyExceptions(std::vector<Finding> findings, std::string_view list,
                                     std::string_view list_path);

}  // namespace tranche::tidy

#endif  // TRANCHE_TESTS_TIDY_EXCEPTIONS_H_
