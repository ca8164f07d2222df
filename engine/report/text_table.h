#ifndef TRANCHE_ENGINE_REPORT_TEXT_TABLE_H_
#define TRANCHE_ENGINE_REPORT_TEXT_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// The width that reports keep to where names allow it.
inline constexpr std::size_t kTextWidth = 100;

enum class Align : std::uint8_t { kLeft, kRight };

/// A table of aligned columns for a fixed-width screen. Widths are counted in code points (no
/// double-width scripts). One per table; not thread-safe while it is filled.
class TextTable {
 public:
  /// `indent` spaces stand before each row.
  explicit TextTable(std::size_t indent = 0) : indent_(indent) {}

  /// `header` has a text per header line; short ones are filled from above, so that the last lines
  /// stand side by side.
  void AddColumn(Align align, std::vector<std::string> header);
  /// A title over the last `columns` columns, one line above their own headers (which must all have
  /// the same number of lines). They are widened where the title needs it.
  void AddTitle(std::size_t columns, std::string title);
  /// One cell per column.
  void AddRow(std::vector<std::string> cells);

  bool empty() const { return rows_.empty(); }
  /// Header and rows, each with its line end and no spaces before it.
  void AppendTo(std::string* out) const;

 private:
  struct Column {
    Align align;
    std::vector<std::string> header;
    std::size_t width;
  };
  struct Title {
    std::size_t first_column;
    std::size_t columns;
    std::string text;
  };

  void AppendLine(const std::vector<std::string>& cells, std::string* out) const;
  void AppendHeader(std::string* out) const;
  std::size_t WidthOf(const Title& title) const;

  std::size_t indent_;
  std::vector<Column> columns_;
  std::vector<Title> titles_;
  std::vector<std::vector<std::string>> rows_;
};

/// `text` without anything that could move the cursor or is no UTF-8: those become `?`.
std::string Printable(std::string_view text);

/// `text` broken at spaces to kTextWidth, followed by a line end. The first line begins with
/// `first_indent`, which stands as it is; the others with as many spaces as `indent` says.
void AppendWrapped(std::string_view first_indent, std::size_t indent, std::string_view text,
                   std::string* out);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_TEXT_TABLE_H_
