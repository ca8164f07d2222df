#ifndef TRANCHE_ENGINE_REPORT_CSV_WRITER_H_
#define TRANCHE_ENGINE_REPORT_CSV_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/amount.h"
#include "engine/base/int128.h"
#include "engine/base/share.h"

namespace tranche {

/// Appends one CSV row to a string, cell by cell: the one place that writes CSV (every table of the
/// run folder, and lines.csv row by row).
///
/// RFC 4180 quoting, `,` between cells, `.` as decimal mark. Rows end in LF, not CRLF: the RFC
/// allows readers to take both, spreadsheets and pandas do, and text tools get clean lines.
///
/// Nothing is allocated beside the growth of `*out`. The row does not own `*out`, which must
/// outlive it. Not thread-safe; any number of rows may be written to different strings.
class CsvRow {
 public:
  explicit CsvRow(std::string* out) : out_(*out) {}

  CsvRow& Text(std::string_view text);
  CsvRow& Empty();
  CsvRow& Number(std::int64_t number);
  CsvRow& Count(std::uint64_t count);
  /// Every significant decimal.
  CsvRow& Money(Amount amount) { return Decimal(amount.micros(), 6); }
  CsvRow& Money(AllocatedAmount amount) { return Decimal(amount.picos(), 12); }
  /// The number of percents: `12.5`.
  CsvRow& Percents(Share share) { return Decimal(share.millionths(), 4); }

  /// A cell in pieces: what is appended to the string that this answers, until EndCell(), is one
  /// cell. It is quoted there if it needs to be.
  std::string* BeginCell();
  void EndCell();

  /// Ends the row. Nothing may be added afterwards.
  void End() { out_.push_back('\n'); }

 private:
  CsvRow& Decimal(Int128 value, int places);

  std::string& out_;
  bool first_ = true;
  std::size_t cell_begin_ = 0;
};

/// Appends `value` / 10^`places` without zeros at the end: the bytes of DecimalToString(value,
/// places, true), without a string of their own. `places` is 0 to 38.
void AppendDecimal(Int128 value, int places, std::string* out);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_CSV_WRITER_H_
