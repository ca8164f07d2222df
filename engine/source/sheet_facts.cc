#include "engine/source/sheet_facts.h"

#include <algorithm>

namespace tranche {
namespace {

std::string Count(std::uint64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

/// In one line.
std::string First(const Sighting& seen) {
  std::string text = "first: " + CellName(seen.row, seen.column);
  if (!seen.text.empty()) text += ", ";
  for (const char c : seen.text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_space) {
      text += c;
    } else if (text.back() != ' ') {
      text += ' ';
    }
  }
  return text;
}

void AddHidden(const SheetFacts& facts, std::vector<std::string>* sentences) {
  if (facts.hidden_rows.count > 0) {
    sentences->push_back(Count(facts.hidden_rows.count, "hidden row counts", "hidden rows count") +
                         " like any other (first: row " + std::to_string(facts.hidden_rows.row) +
                         ")");
  }
  std::string names;
  std::uint64_t hidden = 0;
  for (std::size_t i = 0; i < facts.columns.size(); ++i) {
    if (!facts.columns[i].is_hidden || facts.columns[i].filled == 0) continue;
    if (hidden++ < 10)
      names += (names.empty() ? "" : ", ") + ColumnLetters(static_cast<std::uint32_t>(i));
  }
  if (hidden > 0) {
    sentences->push_back(Count(hidden, "hidden column is", "hidden columns are") + " read (" +
                         names + (hidden > 10 ? ", …" : "") + ")");
  }
}

/// A column of codes with a few dates among them: the spreadsheet took codes for dates.
void AddDates(const SheetFacts& facts, std::uint32_t header_row,
              std::vector<std::string>* sentences) {
  for (std::size_t i = 0; i < facts.columns.size(); ++i) {
    const SheetColumn& column = facts.columns[i];
    const std::uint64_t others = column.filled - column.dates.count;
    if (column.dates.count == 0 || others <= header_row) continue;
    sentences->push_back(Count(column.dates.count, "cell", "cells") + " of column " +
                         ColumnLetters(static_cast<std::uint32_t>(i)) +
                         (column.dates.count == 1 ? " holds a date" : " hold dates") +
                         " among others (first: row " + std::to_string(column.dates.row) + ", " +
                         column.dates.text +
                         "); if these are codes, the spreadsheet has spoilt them");
  }
}

void AddMerges(const SheetFacts& facts, std::vector<std::string>* sentences) {
  if (facts.header_merges.count > 0) {
    sentences->push_back(Count(facts.header_merges.count,
                               "merged cell of the header stands for each of its columns",
                               "merged cells of the header stand for each of their columns") +
                         " (" + First(facts.header_merges) + ")");
  }
  if (facts.filled_merges.count > 0) {
    sentences->push_back(Count(facts.filled_merges.count,
                               "merged cell with text in the data stands for each of its rows",
                               "merged cells with text in the data stand for each of their rows") +
                         " (" + First(facts.filled_merges) + ")");
  }
  if (facts.number_merges.count > 0) {
    sentences->push_back(
        Count(facts.number_merges.count,
              "merged cell with a number in the data counts once, in its first row",
              "merged cells with numbers in the data count once, in their first row") +
        " (" + First(facts.number_merges) +
        "); a year or a code that is meant for all of them needs `fill_down` in "
        "the layout");
  }
}

}  // namespace

std::string ColumnLetters(std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

std::string CellName(std::uint64_t row, std::uint32_t column) {
  return ColumnLetters(column) + std::to_string(row);
}

std::vector<std::string> SheetSentences(const SheetFacts& facts, std::uint32_t header_row) {
  std::vector<std::string> sentences;
  AddHidden(facts, &sentences);
  AddMerges(facts, &sentences);
  AddDates(facts, header_row, &sentences);
  if (facts.formulas_without_value.count > 0) {
    sentences.push_back(
        Count(facts.formulas_without_value.count, "formula has", "formulas have") +
        " no result in the file (" + First(facts.formulas_without_value) +
        "); the cells hold the formula instead, and amounts there are rejected: open the workbook "
        "in the spreadsheet program and save it");
  }
  if (facts.errors.count > 0) {
    sentences.push_back(Count(facts.errors.count, "cell holds an error", "cells hold errors") +
                        " (" + First(facts.errors) + ")");
  }
  if (facts.padded.count > 0) {
    sentences.push_back(Count(facts.padded.count, "number is", "numbers are") +
                        " read with the leading zeros that the sheet shows (" +
                        First(facts.padded) + ")");
  }
  return sentences;
}

}  // namespace tranche
