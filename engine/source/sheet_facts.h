#ifndef TRANCHE_ENGINE_SOURCE_SHEET_FACTS_H_
#define TRANCHE_ENGINE_SOURCE_SHEET_FACTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// How often something was seen in a sheet, and where first.
struct Sighting {
  std::uint64_t count = 0;
  std::uint64_t row = 0;     ///< from 1
  std::uint32_t column = 0;  ///< from 0
  std::string text;          ///< of the first

  void Add(std::uint64_t at_row, std::uint32_t at_column, std::string_view what) {
    if (count++ > 0) return;
    row = at_row;
    column = at_column;
    text = std::string(what);
  }
};

/// Text that reads as a number and has marks in it: `1.234,50`.
struct MarkedText {
  std::uint64_t row = 0;
  std::string text;
};

/// What the cells of a column are.
struct SheetColumn {
  std::uint64_t filled = 0;
  std::uint64_t fractions = 0;  ///< numbers with decimals
  bool is_hidden = false;
  Sighting dates;
  std::uint64_t marked_count = 0;
  std::vector<MarkedText> marked;  ///< the first hundreds of them
};

/// What a person must know of a sheet that a table does not show.
struct SheetFacts {
  std::string sheet;
  std::uint64_t rows = 0;  ///< up to the last one with content
  std::vector<SheetColumn> columns;
  Sighting hidden_rows;             ///< those with content
  Sighting formulas_without_value;  ///< the file holds no result of them
  Sighting errors;                  ///< `#REF!` and its like
  Sighting padded;                  ///< numbers shown with leading zeros
  Sighting header_merges;
  Sighting filled_merges;  ///< in the data, over text: their rows all get it
  Sighting number_merges;  ///< in the data, over numbers: counted once
};

/// `B`, `AA` for a column from 0; `B7` for a cell.
std::string ColumnLetters(std::uint32_t column);
std::string CellName(std::uint64_t row, std::uint32_t column);

/// The facts as sentences for the run record. Rows up to `header_row` are no data.
std::vector<std::string> SheetSentences(const SheetFacts& facts, std::uint32_t header_row);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_SHEET_FACTS_H_
