#include "engine/run/decision_cells.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "engine/base/blanks.h"
#include "engine/layout/line_text.h"
#include "engine/layout/number_format.h"
#include "engine/rulebook/review_date.h"

namespace tranche {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// `12/5/2024` → {12, 5, 2024}; empty where it is not three runs of digits with `mark` between.
std::vector<std::string> ThreeNumbers(std::string_view text, char mark) {
  std::vector<std::string> numbers;
  for (;;) {
    const std::size_t end = text.find(mark);
    if (!IsDigits(text.substr(0, end)) || numbers.size() == 3) return {};
    numbers.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return numbers.size() == 3 ? numbers : std::vector<std::string>();
}

std::string TwoDigits(const std::string& number) {
  return number.size() == 1 ? "0" + number : number;
}

/// `1.23E+05`, `1,23E+11`.
bool IsShortened(std::string_view text) {
  const std::size_t mark = text.find_first_of("Ee");
  if (mark == std::string_view::npos || mark == 0 || mark + 2 >= text.size()) return false;
  if (text[mark + 1] != '+' && text[mark + 1] != '-') return false;
  return IsDigits(text.substr(mark + 2)) && text.find_first_not_of("-0123456789.,") == mark &&
         IsDigit(text[mark - 1]);
}

bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// `05. Mai`, `05-May`, `Mai 24`, `1-May-24`: three letters apart from one or two short numbers.
bool NamesAMonth(std::string_view text) {
  constexpr std::string_view kMarks = ".- ";
  std::size_t names = 0;
  std::size_t numbers = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find_first_of(kMarks));
    text.remove_prefix(word.size());
    text.remove_prefix(std::min(text.find_first_not_of(kMarks), text.size()));
    const bool is_name = word.size() == 3 && std::all_of(word.begin(), word.end(), IsLetter);
    const bool is_number = IsDigits(word) && (word.size() <= 2 || word.size() == 4);
    if (!is_name && !is_number) return false;
    ++(is_name ? names : numbers);
  }
  return names == 1 && (numbers == 1 || numbers == 2);
}

/// `#NAME?`, `#REF!`, `#N/A`, in any language.
bool IsSpreadsheetError(std::string_view text) {
  if (text.size() < 3 || text.front() != '#' || text.find(' ') != text.npos) return false;
  return text.back() == '?' || text.back() == '!' || text == "#N/A" || text == "#NV";
}

bool LooksLikeDate(std::string_view text) {
  if (ReadDate(text)) return true;
  const bool is_numbers = !ThreeNumbers(text, '/').empty();
  return is_numbers || NamesAMonth(text);
}

std::string_view NextWord(std::string_view* text) {
  *text = TrimBlanks(*text);
  const std::string_view word = text->substr(0, text->find_first_of(kBlanks));
  text->remove_prefix(word.size());
  return word;
}

}  // namespace

std::optional<Amount> ReadDecidedAmount(std::string_view cell, bool comma_is_decimal) {
  constexpr std::array<NumberFormat, 6> kCommaFirst = {
      NumberFormat{',', '.'}, NumberFormat{',', ' '}, NumberFormat{',', '\''},
      NumberFormat{'.', ','}, NumberFormat{'.', ' '}, NumberFormat{'.', '\''}};
  for (std::size_t i = 0; i < kCommaFirst.size(); ++i) {
    const std::size_t half = kCommaFirst.size() / 2;
    const NumberFormat format = kCommaFirst[comma_is_decimal ? i : (i + half) % (2 * half)];
    const ParsedNumber number = ParseAmount(cell, format, 1);
    if (number.problem == NumberProblem::kNone && number.rounded_off_picos == 0) {
      return number.amount;
    }
  }
  return std::nullopt;
}

std::optional<Amount> OtherReadingOf(std::string_view cell, bool comma_is_decimal) {
  const auto amount = ReadDecidedAmount(cell, comma_is_decimal);
  const auto other = ReadDecidedAmount(cell, !comma_is_decimal);
  return other && other != amount ? other : std::nullopt;
}

std::optional<std::string> ReadDate(std::string_view cell) {
  if (IsDate(cell)) return std::string(cell);
  std::string date;
  if (const auto dotted = ThreeNumbers(cell, '.'); !dotted.empty()) {
    date = dotted[2] + "-" + TwoDigits(dotted[1]) + "-" + TwoDigits(dotted[0]);
  } else if (const auto slashed = ThreeNumbers(cell, '/'); !slashed.empty()) {
    const std::string first = TwoDigits(slashed[0]), second = TwoDigits(slashed[1]);
    const bool day_first = IsDate(slashed[2] + "-" + second + "-" + first);
    const bool month_first = IsDate(slashed[2] + "-" + first + "-" + second);
    if (day_first && month_first && first != second) return std::nullopt;
    date = day_first ? slashed[2] + "-" + second + "-" + first
                     : slashed[2] + "-" + first + "-" + second;
  }
  return IsDate(date) ? std::optional(date) : std::nullopt;
}

std::string DamageOf(std::string_view key, std::string_view label, std::string_view amount) {
  if (IsSpreadsheetError(TrimBlanks(label))) {
    return "the label '" + std::string(label) +
           "' is an error that a spreadsheet has made of a text; import the column label as text";
  }
  if (IsShortened(key)) {
    return "the key '" + std::string(key) +
           "' looks like a number that a spreadsheet has shortened; import the column key as text";
  }
  if (LooksLikeDate(key)) {
    return "the key '" + std::string(key) +
           "' looks like a date that a spreadsheet has made of it; import the column key as text";
  }
  if (IsShortened(amount)) {
    return "the amount '" + std::string(amount) +
           "' looks like a number that a spreadsheet has shortened; show the column amount with "
           "all its digits before you save";
  }
  return "";
}

std::string_view UnprotectedLabel(std::string_view label) {
  const bool is_protected = label.size() > 1 && label[0] == '\'' && IsFormulaMark(label[1]);
  return is_protected ? label.substr(1) : label;
}

std::string WordsOf(std::string_view label) {
  std::string words;
  for (std::string_view word = NextWord(&label); !word.empty(); word = NextWord(&label)) {
    if (!words.empty()) words += ' ';
    words += word;
  }
  return words;
}

}  // namespace tranche
