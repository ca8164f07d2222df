#ifndef TRANCHE_ENGINE_LAYOUT_LAYOUT_H_
#define TRANCHE_ENGINE_LAYOUT_LAYOUT_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/amount.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/column_ref.h"
#include "engine/layout/fiscal_year.h"
#include "engine/layout/row_rules.h"
#include "engine/source/table_head.h"

/// How to read one kind of export: the parsed form of a layout file (design: "The layout").
/// Plain values, checked by the loader, not yet bound to any file (see file_plan.h).
namespace tranche {

/// A value that is the same for a whole file, or comes from a column, optionally through a table.
template <typename T>
struct ValueOrColumn {
  std::optional<T> value;
  std::optional<ColumnRef> column;
  std::map<std::string, T> values;  ///< cell text → value; empty: the cell is the value itself
  SourceSpan span;
};

/// Where the year of a line comes from.
struct YearSource {
  std::optional<std::int16_t> value;
  std::optional<ColumnRef> column;
  std::string file_name_pattern;  ///< first group of this on the file's name; empty: not used
  FiscalYear fiscal;              ///< when it begins: GDP is weighted by months
  SourceSpan span;
};

/// One column of amounts and what it means.
struct AmountColumn {
  ColumnRef column;
  std::optional<Phase> phase;    ///< else the layout's
  std::int16_t year_offset = 0;  ///< added to the row's year
};

/// Phases of year columns by distance from the budget year: `..-2: outturn, -1..0: adopted`.
struct PhaseByOffset {
  std::int32_t from = INT32_MIN;
  std::int32_t to = INT32_MAX;
  Phase phase = Phase::kAdopted;
};

/// Year columns: every header that matches `pattern` is a year. Columns in `dropped` are read,
/// summed and counted, with the reason given, and make no line.
struct YearColumns {
  std::string pattern;  ///< the year is its group `year`, or its first; the phase its group `phase`
  std::map<std::string, Phase> phase_words;  ///< what that group may say
  std::vector<PhaseByOffset> phases;         ///< empty: the layout's phase
  std::vector<std::pair<ColumnRef, std::string>> dropped;
  SourceSpan span;
};

/// Where a text or a code comes from.
struct CellSource {
  enum class Kind { kColumn, kJoin, kLookup, kCrosswalk, kParentTitles };
  Kind kind = Kind::kColumn;
  std::vector<ColumnRef> columns;  ///< one; several for kJoin
  std::string separator;           ///< kJoin
  std::string table_path;   ///< kLookup: relative to the data file, may hold `{year}`; kCrosswalk:
                            ///< resolved against the layout file
  std::string key_column;   ///< kLookup
  std::string take_column;  ///< kLookup
  SourceSpan span;
};

struct TextSource {
  std::string name;
  bool own = true;
  CellSource source;
};

struct NamedSource {  ///< a code scheme or a plain field
  std::string name;
  CellSource source;
};

/// One entry of `recognise: header:`.
struct HeaderPattern {
  std::string text;  ///< a word, `Word*`, or the expression between slashes
  bool is_regex = false;
  std::uint32_t at_least = 1;  ///< `/…/ x6`: this many columns
};

struct Layout {
  std::string name;
  std::string title;
  std::string path;  ///< of the layout file
  std::string text;  ///< its full text, for the run folder
  std::vector<HeaderPattern> recognise_header;
  std::string recognise_file_name;  ///< regular expression; empty: any
  DialectHints dialect;
  std::optional<char> decimal_mark;  ///< else decided by the column
  std::optional<char> group_mark;
  ValueOrColumn<CountryCode> country;
  ValueOrColumn<CurrencyCode> currency;
  ValueOrColumn<std::int64_t> unit;
  ValueOrColumn<Phase> phase;
  std::vector<std::string> languages;
  YearSource year;
  std::vector<MadeColumn> made_columns;     ///< by `split`; named like columns of the file
  std::vector<ColumnRef> fill_down;         ///< printed once for a group of rows, the widest first
  std::vector<AmountColumn> amounts;        ///< either these …
  std::optional<YearColumns> year_columns;  ///< … or these
  std::vector<ColumnRef> key;
  std::vector<TextSource> texts;
  std::vector<NamedSource> codes;
  std::vector<NamedSource> fields;
  std::optional<CellSource> nature;
  std::optional<LeavesOf> leaves_of;
  std::optional<CodeLevel> level;
  std::vector<ColumnRef> once_per;  ///< rows that agree in these hold one amount; empty: not asked
  std::optional<Versions> versions;
  std::vector<RowTest> drop;
  std::vector<RowTest> keep;  ///< a row must meet all; otherwise dropped with the test's reason
  std::vector<ControlTotal> control_totals;
};

/// Reads and checks a layout file; every mistake of it goes to `diagnostics`. Nothing is returned
/// where it had errors. The status is for a file that cannot be read.
absl::StatusOr<std::optional<Layout>> LoadLayout(const std::string& path,
                                                 const CountryTable& countries,
                                                 Diagnostics* diagnostics);

/// Whether `layout` recognises a file by this header and name.
bool LayoutFits(const Layout& layout, const std::vector<std::string>& header,
                std::string_view file_name);

/// All layouts of a folder (`*.yaml`), sorted by name. Immutable; thread-safe.
class LayoutCatalogue {
 public:
  static absl::StatusOr<LayoutCatalogue> LoadFolder(const std::string& folder,
                                                    const CountryTable& countries,
                                                    Diagnostics* diagnostics);

  const std::vector<Layout>& layouts() const { return layouts_; }
  /// The layout that recognises this header and file name. NotFound and InvalidArgument (several)
  /// carry a sentence that names the header found and the nearest layouts. Of several that fit, one
  /// that asks for strictly more columns wins.
  absl::StatusOr<const Layout*> Recognise(const std::vector<std::string>& header,
                                          std::string_view file_name) const;

 private:
  std::vector<Layout> layouts_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_LAYOUT_H_
