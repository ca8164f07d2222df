#include "tests/tools/comma_table.h"

#include <cstddef>
#include <stdexcept>
#include <utility>

namespace tranche {
namespace {

constexpr int kPlaces = 12;

using Row = std::vector<std::string>;

std::vector<Row> ReadRows(std::string_view text) {
  std::vector<Row> rows;
  Row row;
  std::string cell;
  bool in_quotes = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_quotes) {
      if (c != '"') {
        cell += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else {
        in_quotes = false;
      }
    } else if (c == '"') {
      if (!cell.empty()) throw std::runtime_error("a quote inside the cell " + cell);
      in_quotes = true;
    } else if (c == ',' || c == '\n') {
      row.push_back(std::exchange(cell, ""));
      if (c == '\n') rows.push_back(std::exchange(row, {}));
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (in_quotes || !row.empty() || !cell.empty()) throw std::runtime_error("the last row is short");
  return rows;
}

}  // namespace

CommaTable ReadCommaTable(std::string_view text) {
  const std::vector<Row> rows = ReadRows(text);
  if (rows.empty()) throw std::runtime_error("no header");
  CommaTable table;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) {
      throw std::runtime_error("row " + std::to_string(i + 1) + " is not as long as the header");
    }
    auto& cells = table.emplace_back();
    for (std::size_t k = 0; k < rows[i].size(); ++k) cells[rows[0][k]] = rows[i][k];
  }
  return table;
}

Int128 ExactUnits(std::string_view decimal) {
  const std::string shown(decimal);
  const bool is_negative = decimal.starts_with('-');
  if (is_negative) decimal.remove_prefix(1);
  Int128 units = 0;
  int digits = 0, places = -1;
  for (const char c : decimal) {
    if (c == '.' && places < 0) {
      places = 0;
    } else if (c >= '0' && c <= '9') {
      units = units * 10 + (c - '0');
      ++digits;
      if (places >= 0) ++places;
    } else {
      throw std::runtime_error("'" + shown + "' is no decimal");
    }
  }
  if (digits == 0 || places == 0 || places > kPlaces) {
    throw std::runtime_error("'" + shown + "' is no decimal");
  }
  for (int i = places < 0 ? 0 : places; i < kPlaces; ++i) units *= 10;
  return is_negative ? -units : units;
}

}  // namespace tranche
