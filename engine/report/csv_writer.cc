#include "engine/report/csv_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tranche {
namespace {

/// Room for the digits of any 128-bit number.
constexpr std::size_t kMaxDigits = 40;

bool NeedsQuotes(std::string_view text) {
  for (const char c : text) {
    if (c == ',' || c == '"' || c == '\n' || c == '\r') return true;
  }
  return false;
}

/// Quotes what stands in `*out` from `begin` on, in place: from the back, so that nothing is copied
/// twice.
void QuoteTail(std::size_t begin, std::string* out) {
  const std::size_t old_size = out->size();
  const auto quotes = static_cast<std::size_t>(
      std::count(out->begin() + static_cast<std::ptrdiff_t>(begin), out->end(), '"'));
  out->resize(old_size + quotes + 2);
  char* const data = out->data();
  std::size_t to = out->size();
  data[--to] = '"';
  for (std::size_t from = old_size; from > begin;) {
    const char c = data[--from];
    data[--to] = c;
    if (c == '"') data[--to] = '"';
  }
  data[--to] = '"';
}

template <typename Integer>
void AppendInteger(Integer value, std::string* out) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out->append(digits.data(), end);
}

}  // namespace

void AppendDecimal(Int128 value, int places, std::string* out) {
  const bool is_negative = value < 0;
  const auto bits = static_cast<Uint128>(value);
  Uint128 rest = is_negative ? Uint128{0} - bits : bits;
  // Zeros behind the point go first, so that most numbers are short enough for 64-bit division.
  int decimals = places;
  while (decimals >= 6 && rest % 1'000'000 == 0) {
    rest /= 1'000'000;
    decimals -= 6;
  }
  while (decimals > 0 && rest % 10 == 0) {
    rest /= 10;
    --decimals;
  }
  std::array<char, 2 * kMaxDigits + 2> buffer;
  char* const end = buffer.data() + buffer.size();
  char* begin = end;
  for (int written = 0; rest != 0 || written <= decimals; ++written) {
    if (written == decimals && decimals > 0) *--begin = '.';
    if (rest <= UINT64_MAX) {
      const auto small = static_cast<std::uint64_t>(rest);
      *--begin = static_cast<char>('0' + small % 10);
      rest = small / 10;
    } else {
      *--begin = static_cast<char>('0' + static_cast<int>(rest % 10));
      rest /= 10;
    }
  }
  if (is_negative) *--begin = '-';
  out->append(begin, end);
}

CsvRow& CsvRow::Text(std::string_view text) {
  BeginCell()->append(text);
  if (NeedsQuotes(text)) QuoteTail(cell_begin_, &out_);
  return *this;
}

CsvRow& CsvRow::Empty() {
  BeginCell();
  return *this;
}

CsvRow& CsvRow::Number(std::int64_t number) {
  AppendInteger(number, BeginCell());
  return *this;
}

CsvRow& CsvRow::Count(std::uint64_t count) {
  AppendInteger(count, BeginCell());
  return *this;
}

CsvRow& CsvRow::Decimal(Int128 value, int places) {
  AppendDecimal(value, places, BeginCell());
  return *this;
}

std::string* CsvRow::BeginCell() {
  if (!first_) out_.push_back(',');
  first_ = false;
  cell_begin_ = out_.size();
  return &out_;
}

void CsvRow::EndCell() {
  if (NeedsQuotes(std::string_view(out_).substr(cell_begin_))) QuoteTail(cell_begin_, &out_);
}

}  // namespace tranche
