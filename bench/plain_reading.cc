#include "bench/plain_reading.h"

#include <vector>

namespace tranche {
namespace {

/// `-1234.5` in hundredths; the tables have at most two decimals.
std::int64_t Cents(std::string_view text) {
  std::int64_t value = 0;
  int decimals = -1;
  for (const char c : text) {
    if (c == '.') decimals = 0;
    if (c < '0' || c > '9') continue;
    value = value * 10 + (c - '0');
    if (decimals >= 0) ++decimals;
  }
  for (int i = decimals < 0 ? 0 : decimals; i < 2; ++i) value *= 10;
  return text.front() == '-' ? -value : value;
}

void AddRow(const std::vector<std::string>& cells, PlainReading* reading) {
  ++reading->rows;
  for (const std::string& cell : cells) reading->cell_bytes += cell.size();
  const std::string& amount = cells.at(4);
  if (amount.empty()) return;
  ++reading->lines;
  auto& group = reading->groups[cells[0] + " " + cells[1] + " " + cells[2]];
  ++group.lines;
  group.cents += Cents(amount);
}

}  // namespace

PlainReading ReadPlainly(std::string_view table) {
  PlainReading reading;
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  bool is_header = true;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char c = table[i];
    if (is_quoted && c == '"' && i + 1 < table.size() && table[i + 1] == '"') {
      cells.back() += table[++i];
    } else if (c == '"') {
      is_quoted = !is_quoted;
    } else if (!is_quoted && c == ',') {
      cells.emplace_back();
    } else if (!is_quoted && c == '\n') {
      if (!is_header) AddRow(cells, &reading);
      is_header = false;
      cells.assign(1, "");
    } else {
      cells.back() += c;
    }
  }
  return reading;
}

}  // namespace tranche
