#ifndef TRANCHE_BENCH_PLAIN_READING_H_
#define TRANCHE_BENCH_PLAIN_READING_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace tranche {

/// What a table of BudgetSample holds, read the plainest way: byte by byte, without any part of the
/// engine. The benchmarks time nothing that does not agree with it.
struct PlainReading {
  struct Group {
    std::uint64_t lines = 0;  ///< rows with an amount
    std::int64_t cents = 0;
  };

  std::uint64_t rows = 0;
  std::uint64_t cell_bytes = 0;  ///< of all cells of all data rows, quotes taken off
  std::uint64_t lines = 0;
  std::map<std::string, Group> groups;  ///< by `DEU 2024 adopted`
};

PlainReading ReadPlainly(std::string_view table);

}  // namespace tranche

#endif  // TRANCHE_BENCH_PLAIN_READING_H_
