#ifndef TRANCHE_TESTS_SOURCE_SLOW_TABLE_H_
#define TRANCHE_TESTS_SOURCE_SLOW_TABLE_H_

#include <string_view>

#include "engine/source/table_head.h"
#include "tests/source/parsed_table.h"

namespace tranche {

/// The rule of engine/source/quote_rule.h once more, one byte after the other, with the whole input
/// in memory; of the engine it shares only the conversion to UTF-8. Rejected rows have the
/// reason `malformed`, `cells` or `encoding`. `chunks` stays 0.
ParsedTable SlowParse(std::string_view input, const TableHead& head);

/// `table` with its reasons reduced to those of SlowParse, without columns.
ParsedTable Reduced(ParsedTable table);

}  // namespace tranche

#endif  // TRANCHE_TESTS_SOURCE_SLOW_TABLE_H_
