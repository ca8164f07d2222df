#include <charconv>
#include <utility>

#include "engine/source/xlsx_parts.h"
#include "engine/source/xml_reader.h"

namespace tranche {
namespace {

/// `BC17`; false where it is none.
bool ReadCellName(std::string_view name, std::uint64_t* row, std::uint32_t* column) {
  std::size_t letters = 0;
  std::uint32_t number = 0;
  while (letters < name.size() && letters < 4 && name[letters] >= 'A' && name[letters] <= 'Z') {
    number = number * 26 + static_cast<std::uint32_t>(name[letters++] - 'A' + 1);
  }
  const char* const end = name.data() + name.size();
  const auto [rest, error] = std::from_chars(name.data() + letters, end, *row);
  if (letters == 0 || error != std::errc() || rest != end) return false;
  *column = number - 1;
  return true;
}

template <typename T>
T NumberOr(std::optional<std::string_view> text, T otherwise) {
  T number = otherwise;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

enum class CellType { kNumber, kShared, kFormulaText, kInline, kBoolean, kError, kDate };

CellType TypeOf(std::string_view type) {
  if (type == "s") return CellType::kShared;
  if (type == "str") return CellType::kFormulaText;
  if (type == "inlineStr") return CellType::kInline;
  if (type == "b") return CellType::kBoolean;
  if (type == "e") return CellType::kError;
  if (type == "d") return CellType::kDate;
  return CellType::kNumber;
}

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const XlsxContext& context, std::string where, SheetTable* table)
      : context_(context), where_(std::move(where)), table_(*table) {}

  void Start(std::string_view name, const XmlAttributes& attributes) override {
    if (!status().ok()) return;
    if (name == "c") {
      StartCell(attributes);
    } else if (name == "v") {
      target_ = &value_;
    } else if (name == "f") {
      target_ = &formula_;
      has_formula_ = is_cell_;
    } else if (name == "t") {
      target_ = is_reading_ || !is_cell_ ? nullptr : &inline_;
    } else if (name == "rPh") {
      is_reading_ = true;
    } else if (name == "row") {
      row_ = NumberOr(attributes.Find("r"), row_ + 1);
      next_column_ = 0;
      Keep(table_.BeginRow(row_, IsTrue(attributes.Find("hidden"))));
    } else if (name == "col" && IsTrue(attributes.Find("hidden"))) {
      const auto first = NumberOr<std::uint32_t>(attributes.Find("min"), 0);
      const auto last = NumberOr<std::uint32_t>(attributes.Find("max"), 0);
      if (first > 0 && last >= first) table_.HideColumns(first - 1, last - 1);
    } else if (name == "mergeCell") {
      AddMerge(attributes.Find("ref").value_or(""));
    }
  }

  void End(std::string_view name) override {
    if (!status().ok()) return;
    if (name == "c") {
      EndCell();
      is_cell_ = false;
    } else if (name == "v" || name == "f" || name == "t") {
      target_ = nullptr;
    } else if (name == "rPh") {
      is_reading_ = false;
    } else if (name == "row") {
      Keep(table_.EndRow());
    }
  }

  void Text(std::string_view text) override {
    if (target_ != nullptr) target_->append(text);
  }

 private:
  void Keep(absl::Status status) {
    if (!status.ok()) Fail(std::move(status));
  }
  void Damaged(const std::string& what) {
    Fail(absl::DataLossError(where_ + " is damaged: " + what +
                             "; open the file in the program that made it and save it again"));
  }

  void StartCell(const XmlAttributes& attributes) {
    is_cell_ = true;
    has_formula_ = false;
    value_.clear();
    formula_.clear();
    inline_.clear();
    type_ = TypeOf(attributes.Find("t").value_or("n"));
    style_ = NumberOr<std::size_t>(attributes.Find("s"), 0);
    column_ = next_column_;
    if (const auto name = attributes.Find("r")) {
      std::uint64_t row = 0;
      if (!ReadCellName(*name, &row, &column_) || row != row_) {
        Damaged("row " + std::to_string(row_) + " has a cell '" + std::string(*name) + "'");
      }
    }
    next_column_ = column_ + 1;
  }

  void EndCell() {
    if (has_formula_ && value_.empty() && inline_.empty() && type_ == CellType::kNumber) {
      // Never an empty cell: that would be an amount that nobody misses.
      const std::string text = "=" + (formula_.empty() ? "(formula)" : formula_);
      table_.facts().formulas_without_value.Add(table_.current_row(), column_, text);
      return Add(text, SheetCellKind::kText);
    }
    switch (type_) {
      case CellType::kNumber:
        return AddNumber();
      case CellType::kShared:
        return AddShared();
      case CellType::kInline:
        return Add(WithoutEscapes(inline_), SheetCellKind::kText);
      case CellType::kFormulaText:
        return Add(WithoutEscapes(value_), SheetCellKind::kText);
      case CellType::kBoolean:
        if (value_.empty()) return;
        return Add(value_ == "1" || value_ == "true" ? "TRUE" : "FALSE", SheetCellKind::kText);
      case CellType::kError:
        table_.facts().errors.Add(table_.current_row(), column_, value_);
        return Add(value_.empty() ? "#ERROR" : value_, SheetCellKind::kText);
      case CellType::kDate:
        return AddIsoDate();
    }
  }

  void AddNumber() {
    if (value_.empty()) return;
    const std::optional<std::string> plain = PlainNumber(value_);
    if (!plain) return Add(value_, SheetCellKind::kText);
    const NumberLook look = style_ < context_.looks.size() ? context_.looks[style_] : NumberLook();
    if (look.kind != NumberLook::Kind::kNumber) {
      const auto date = DateOfSerial(*plain, look.kind, context_.from_1904);
      if (date) return Add(*date, SheetCellKind::kDate);
    }
    if (look.min_digits == 0) return Add(*plain, SheetCellKind::kNumber);
    const std::string shown = WithLeadingZeros(*plain, look.min_digits);
    if (shown != *plain) table_.facts().padded.Add(table_.current_row(), column_, shown);
    Add(shown, SheetCellKind::kNumber);
  }

  void AddShared() {
    if (value_.empty()) return;
    std::size_t index = 0;
    const char* const end = value_.data() + value_.size();
    const auto [rest, error] = std::from_chars(value_.data(), end, index);
    std::optional<std::string_view> text;
    if (error == std::errc() && rest == end) text = context_.strings.Text(index);
    if (!text) {
      return Damaged("cell " + CellName(row_, column_) + " names a text '" + value_ +
                     "' that the file does not have");
    }
    Add(*text, SheetCellKind::kText);
  }

  void AddIsoDate() {
    std::string_view date = value_;
    if (date.ends_with("Z")) date.remove_suffix(1);
    if (const std::size_t time = date.find("T00:00:00"); time != date.npos) {
      date = date.substr(0, time);
    }
    std::string text(date);
    if (const std::size_t mark = text.find('T'); mark != text.npos) text[mark] = ' ';
    Add(text, SheetCellKind::kDate);
  }

  void Add(std::string_view text, SheetCellKind kind) { Keep(table_.Add(column_, text, kind)); }

  void AddMerge(std::string_view range) {
    const std::size_t colon = range.find(':');
    MergedCells cells;
    const bool is_range =
        colon != range.npos &&
        ReadCellName(range.substr(0, colon), &cells.first_row, &cells.first_column) &&
        ReadCellName(range.substr(colon + 1), &cells.last_row, &cells.last_column) &&
        cells.first_row <= cells.last_row && cells.first_column <= cells.last_column;
    if (is_range) table_.AddMerge(std::move(cells));
  }

  const XlsxContext& context_;
  std::string where_;
  SheetTable& table_;
  std::uint64_t row_ = 0;
  std::uint32_t next_column_ = 0;
  // The cell that is being read.
  bool is_cell_ = false;
  bool has_formula_ = false;
  bool is_reading_ = false;
  CellType type_ = CellType::kNumber;
  std::size_t style_ = 0;
  std::uint32_t column_ = 0;
  std::string value_;
  std::string formula_;
  std::string inline_;
  std::string* target_ = nullptr;  // what text belongs to
};

}  // namespace

absl::Status ReadXlsxSheet(ZipArchive& archive, const std::string& part, const XlsxContext& context,
                           SheetTable* table) {
  auto stream = archive.OpenPart(part);
  if (!stream.ok()) return stream.status();
  const std::string where = archive.name() + ": the part " + part;
  SheetHandler handler(context, where, table);
  return ReadXml(**stream, where, handler);
}

}  // namespace tranche
