#include "engine/source/ods_content.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/source/cell_number.h"
#include "engine/source/xml_reader.h"

namespace tranche {
namespace {

std::uint32_t CountOf(std::optional<std::string_view> text) {
  std::uint32_t count = 1;
  if (text) std::from_chars(text->data(), text->data() + text->size(), count);
  return std::max<std::uint32_t>(count, 1);
}

enum class ValueType { kNone, kText, kNumber, kDate, kTime, kBoolean };

ValueType TypeOf(std::optional<std::string_view> type) {
  if (!type) return ValueType::kNone;
  if (*type == "float" || *type == "currency" || *type == "percentage") return ValueType::kNumber;
  if (*type == "date") return ValueType::kDate;
  if (*type == "time") return ValueType::kTime;
  if (*type == "boolean") return ValueType::kBoolean;
  return ValueType::kText;
}

/// A cell as read, to be written as often as it is repeated.
struct ReadCell {
  std::uint32_t column = 0;
  std::uint32_t repeated = 1;
  std::string text;
  SheetCellKind kind = SheetCellKind::kText;
  bool is_open_formula = false;
  bool is_error = false;
};

/// The rows of one sheet of content.xml; the others are passed over.
class ContentHandler : public XmlHandler {
 public:
  ContentHandler(std::size_t index, SheetTable* table) : wanted_(index), table_(*table) {}

  void Start(std::string_view name, const XmlAttributes& attributes) override {
    if (!status().ok()) return;
    if (name == "table") {
      if (table_depth_++ == 0) is_wanted_ = next_sheet_++ == wanted_;
      if (table_depth_ > 1) ++skipped_;
      return;
    }
    if (!is_wanted_ || table_depth_ == 0) return;
    if (skipped_ > 0 || IsSkipped(name)) {
      ++skipped_;
    } else if (name == "table-column") {
      AddColumns(attributes);
    } else if (name == "table-row") {
      StartRow(attributes);
    } else if (name == "table-cell" || name == "covered-table-cell") {
      StartCell(name == "covered-table-cell", attributes);
    } else if (is_cell_) {
      StartText(name, attributes);
    }
  }

  void End(std::string_view name) override {
    if (!status().ok()) return;
    if (name == "table") {
      if (--table_depth_ == 0) is_wanted_ = false;
      if (table_depth_ > 0) --skipped_;
      return;
    }
    if (!is_wanted_ || table_depth_ == 0) return;
    if (skipped_ > 0) {
      --skipped_;
    } else if (name == "table-cell" || name == "covered-table-cell") {
      EndCell();
    } else if (name == "table-row") {
      EndRow();
    } else if (name == "p") {
      is_text_ = false;
    }
  }

  void Text(std::string_view text) override {
    if (is_text_ && skipped_ == 0) text_.append(text);
  }

 private:
  // What lies on the sheet, and notes: no content of cells.
  static bool IsSkipped(std::string_view name) {
    return name == "annotation" || name == "shapes" || name == "forms" || name == "frame" ||
           name == "custom-shape" || name == "g" || name == "note" || name == "ruby-text" ||
           name == "object";
  }

  static bool IsHidden(const XmlAttributes& attributes) {
    const auto visibility = attributes.Find("table:visibility");
    return visibility == "collapse" || visibility == "filter";
  }

  void AddColumns(const XmlAttributes& attributes) {
    const std::uint32_t count = CountOf(attributes.Find("table:number-columns-repeated"));
    if (IsHidden(attributes)) table_.HideColumns(next_column_, next_column_ + count - 1);
    next_column_ += count;
  }

  void StartRow(const XmlAttributes& attributes) {
    row_is_hidden_ = IsHidden(attributes);
    row_repeated_ = CountOf(attributes.Find("table:number-rows-repeated"));
    column_ = 0;
    cells_.clear();
  }

  void StartCell(bool is_covered, const XmlAttributes& attributes) {
    is_cell_ = true;
    is_text_ = false;
    has_paragraph_ = false;
    is_covered_ = is_covered;
    text_.clear();
    cell_ = {};
    cell_.column = column_;
    cell_.repeated = CountOf(attributes.Find("table:number-columns-repeated"));
    type_ = TypeOf(attributes.Find("office:value-type"));
    has_formula_ = attributes.Find("table:formula").has_value();
    formula_ = std::string(attributes.Find("table:formula").value_or(""));
    cell_.is_error = attributes.Find("calcext:value-type") == "error";
    value_ = std::string(attributes
                             .Find(type_ == ValueType::kDate      ? "office:date-value"
                                   : type_ == ValueType::kBoolean ? "office:boolean-value"
                                   : type_ == ValueType::kText    ? "office:string-value"
                                                                  : "office:value")
                             .value_or(""));
    const std::uint32_t columns = CountOf(attributes.Find("table:number-columns-spanned"));
    const std::uint32_t rows = CountOf(attributes.Find("table:number-rows-spanned"));
    if (columns == 1 && rows == 1) return;
    table_.AddMerge({row_ + 1, row_ + rows, column_, column_ + columns - 1});
  }

  void StartText(std::string_view name, const XmlAttributes& attributes) {
    if (name == "p") {
      if (has_paragraph_) text_ += '\n';
      has_paragraph_ = is_text_ = true;
    } else if (name == "s" && is_text_) {
      text_.append(std::min<std::uint32_t>(CountOf(attributes.Find("text:c")), 1000), ' ');
    } else if (name == "tab" && is_text_) {
      text_ += '\t';
    } else if (name == "line-break" && is_text_) {
      text_ += '\n';
    }
  }

  void EndCell() {
    is_cell_ = is_text_ = false;
    column_ += cell_.repeated;
    // Below a merged cell nothing is seen.
    if (is_covered_) return;
    FillCell();
    if (!cell_.text.empty()) cells_.push_back(std::move(cell_));
  }

  void FillCell() {
    cell_.text = std::move(text_);
    text_.clear();
    if (cell_.is_error && cell_.text.empty()) cell_.text = "#ERROR";
    if (has_formula_ && type_ == ValueType::kNone) {
      cell_.is_open_formula = true;
      cell_.text = formula_.empty() ? "=(formula)" : formula_;
      return;
    }
    if (cell_.is_error) return;
    if (type_ == ValueType::kNumber) {
      const std::optional<std::string> plain = PlainNumber(value_);
      if (!plain) return;  // what is shown is no worse
      const bool is_code = IsPadded(cell_.text, *plain);
      if (!is_code) cell_.text = *plain;
      cell_.kind = SheetCellKind::kNumber;
    } else if (type_ == ValueType::kDate) {
      cell_.text = value_.substr(0, value_.find("T00:00:00"));
      if (const std::size_t mark = cell_.text.find('T'); mark != std::string::npos) {
        cell_.text[mark] = ' ';
      }
      cell_.kind = SheetCellKind::kDate;
    } else if (type_ == ValueType::kBoolean) {
      cell_.text = value_ == "true" ? "TRUE" : "FALSE";
    } else if (type_ == ValueType::kText && !has_paragraph_) {
      cell_.text = value_;
    }
  }

  /// A code shown with leading zeros.
  static bool IsPadded(std::string_view shown, std::string_view plain) {
    if (shown.size() <= plain.size() || !shown.ends_with(plain)) return false;
    const std::string_view before = shown.substr(0, shown.size() - plain.size());
    return before.find_first_not_of('0') == before.npos &&
           plain.find_first_not_of("0123456789") == plain.npos;
  }

  void EndRow() {
    // A sheet ends with a million empty rows.
    if (cells_.empty()) {
      row_ += row_repeated_;
      return;
    }
    for (std::uint32_t i = 0; i < row_repeated_ && status().ok(); ++i) WriteRow();
  }

  void WriteRow() {
    Keep(table_.BeginRow(++row_, row_is_hidden_));
    for (const ReadCell& cell : cells_) {
      for (std::uint32_t i = 0; i < cell.repeated && status().ok(); ++i) {
        const std::uint32_t column = cell.column + i;
        SheetFacts& facts = table_.facts();
        if (cell.is_open_formula) facts.formulas_without_value.Add(row_, column, cell.text);
        if (cell.is_error) facts.errors.Add(row_, column, cell.text);
        const bool is_padded = cell.kind == SheetCellKind::kNumber && cell.text.size() > 1 &&
                               cell.text[0] == '0' && cell.text[1] != '.';
        if (is_padded) facts.padded.Add(row_, column, cell.text);
        Keep(table_.Add(column, cell.text, cell.kind));
      }
    }
    if (status().ok()) Keep(table_.EndRow());
  }

  void Keep(absl::Status status) {
    if (!status.ok()) Fail(std::move(status));
  }

  std::size_t wanted_;
  SheetTable& table_;
  std::size_t next_sheet_ = 0;
  bool is_wanted_ = false;
  int table_depth_ = 0;
  int skipped_ = 0;  // depth inside of what is passed over
  std::uint32_t next_column_ = 0;
  // The row that is being read.
  std::uint64_t row_ = 0;  // rows before it
  bool row_is_hidden_ = false;
  std::uint32_t row_repeated_ = 1;
  std::uint32_t column_ = 0;
  std::vector<ReadCell> cells_;
  // The cell that is being read.
  bool is_cell_ = false;
  bool is_text_ = false;
  bool is_covered_ = false;
  bool has_paragraph_ = false;
  bool has_formula_ = false;
  ValueType type_ = ValueType::kNone;
  std::string value_;
  std::string formula_;
  std::string text_;
  ReadCell cell_;
};

}  // namespace

absl::Status ReadOdsSheet(ByteStream& content, const std::string& where, std::size_t sheet,
                          SheetTable* table) {
  ContentHandler handler(sheet, table);
  return ReadXml(content, where, handler);
}

}  // namespace tranche
