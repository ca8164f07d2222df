#ifndef TRANCHE_ENGINE_SOURCE_CELL_NUMBER_H_
#define TRANCHE_ENGINE_SOURCE_CELL_NUMBER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers and dates of spreadsheets as text, by decimal arithmetic on the digits that the file
/// holds. Nothing here goes through binary fractions: these cells are money.
namespace tranche {

/// A stored number (`1234.5600000000001`, `1.5E+3`) as a spreadsheet shows it: at most 15
/// significant digits, rounded half-even, without trailing zeros, exponent resolved, `.` before
/// decimals: `1234.56`, `1500`. Nothing where `stored` is no number, or one of more than 60 digits
/// when written out.
std::optional<std::string> PlainNumber(std::string_view stored);

/// What a number format makes of a number.
struct NumberLook {
  enum class Kind { kNumber, kDate, kTime };
  Kind kind = Kind::kNumber;
  std::size_t min_digits = 0;  ///< for formats such as `000`: codes shown with leading zeros
};

/// The meaning of a format code of XLSX: `yyyy\-mm\-dd`, `#,##0.00`, `000`.
NumberLook LookOfFormat(std::string_view code);
/// The same of a format that has a number only (below 164).
NumberLook LookOfBuiltInFormat(int id);

/// `plain` (see PlainNumber) with zeros before it, where it is a whole number of fewer digits.
std::string WithLeadingZeros(const std::string& plain, std::size_t min_digits);

/// A day number (see PlainNumber) as `2010-10-02`, or `2010-10-02 13:45:00` where it has a time of
/// day; for Kind::kTime as `13:45:00` where it is less than a day. Days count from 1899-12-31, with
/// the 1900-02-29 that never was, or from 1904-01-01. Nothing where the number is no day.
std::optional<std::string> DateOfSerial(std::string_view plain, NumberLook::Kind kind,
                                        bool from_1904);

/// Whether text reads as a number with a mark in it (`1.234,50`, `1 234`): how it is written
/// matters. Marks are `.` `,` apostrophes and spaces between digits.
bool IsMarkedNumber(std::string_view text);
/// Digits and what stands beside them in amounts, currency signs too: what might be money.
bool MayBeNumber(std::string_view text);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_SOURCE_CELL_NUMBER_H_
