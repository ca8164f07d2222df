#include "engine/layout/sample_study.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/layout/cell_text.h"
#include "engine/layout/number_scan.h"
#include "engine/layout/row_completer.h"
#include "engine/layout/suspect_texts.h"
#include "engine/layout/suspicions.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"

namespace tranche {
namespace {

/// So many rows in a hundred at the most are the exception that is worth a word.
constexpr std::size_t kFewInHundred = 5;

bool AreFew(std::size_t few, std::size_t all) {
  return few > 0 && few * 100 <= all * kFewInHundred;
}

struct Seen {
  std::size_t count = 0;
  std::string first;
  std::uint64_t row = 0;

  void Add(std::string_view cell, std::uint64_t row_number) {
    if (count++ > 0) return;
    first = cell;
    row = row_number;
  }
  std::string First() const { return QuotedCell(first) + " in row " + std::to_string(row); }
};

std::string Many(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

/// How the numbers of an amount column are written.
struct AmountColumnStudy {
  std::size_t numbers = 0;
  std::size_t with_decimals = 0;
  std::size_t three_decimals = 0;
  std::size_t more_decimals = 0;
  Seen fewer_decimals;
  Seen exponents;
};

class Study {
 public:
  explicit Study(const FilePlan::Bound& bound)
      : bound_(bound), amounts_(bound.amounts.size()), codes_(bound.cells.size()) {}

  void AddRow(std::span<const std::string_view> row, std::uint64_t row_number) {
    if (bound_.DropOf(row) || IsSubtotal(row)) return;
    ++rows_;
    AddLabels(row, row_number);
    AddCodes(row, row_number);
    for (std::size_t i = 0; i < amounts_.size(); ++i) {
      AddAmount(TrimCell(row[bound_.amounts[i].slot]), row_number, &amounts_[i]);
    }
  }

  std::vector<std::string> Sentences() const;

 private:
  bool IsSubtotal(std::span<const std::string_view> row) {
    if (!bound_.hierarchy) return false;
    key_.Set(row, bound_.hierarchy_within, bound_.hierarchy_code);
    const Hierarchy::Node* node = key_.has_code() ? bound_.hierarchy->Find(key_.key()) : nullptr;
    return node != nullptr && node->is_parent;
  }

  void AddLabels(std::span<const std::string_view> row, std::uint64_t row_number);
  void AddCodes(std::span<const std::string_view> row, std::uint64_t row_number);
  void AddAmount(std::string_view cell, std::uint64_t row_number, AmountColumnStudy* study);
  void TellOfAmounts(std::size_t column, std::vector<std::string>* sentences) const;

  const FilePlan::Bound& bound_;
  SumLabels sum_labels_;
  HierarchyKey key_;
  std::size_t rows_ = 0;
  Seen sums_;
  std::vector<AmountColumnStudy> amounts_;
  std::vector<Seen> codes_;  ///< by cell of the plan
};

void Study::AddLabels(std::span<const std::string_view> row, std::uint64_t row_number) {
  const std::vector<TextColumn>& texts = bound_.schema.texts;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const BoundCell& cell = bound_.cells[i];
    if (!texts[i].own || cell.slots.empty() || cell.lookup != nullptr) continue;
    const std::string_view label = TrimCell(row[cell.slots.front()]);
    if (label.empty() || !sum_labels_.Contain(label)) continue;
    sums_.Add(label, row_number);
    return;
  }
}

void Study::AddCodes(std::span<const std::string_view> row, std::uint64_t row_number) {
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    const BoundCell& cell = bound_.cells[i];
    if (cell.role != CellRole::kCode && cell.role != CellRole::kKey) continue;
    for (const CellSlot slot : cell.slots) {
      const std::string_view code = TrimCell(row[slot]);
      if (LooksConverted(code)) codes_[i].Add(code, row_number);
    }
  }
}

void Study::AddAmount(std::string_view cell, std::uint64_t row_number, AmountColumnStudy* study) {
  const NumberShape shape = ScanNumberShape(cell);
  if (shape.problem != NumberProblem::kNone) return;
  ++study->numbers;
  if (shape.has_exponent) {
    study->exponents.Add(cell, row_number);
    return;
  }
  const std::size_t mark = shape.body.rfind(bound_.number_format.decimal);
  if (mark == std::string_view::npos) return;
  const std::size_t decimals = shape.body.size() - mark - 1;
  ++study->with_decimals;
  if (decimals == 3) ++study->three_decimals;
  if (decimals > 3) ++study->more_decimals;
  if (decimals < 3) study->fewer_decimals.Add(cell, row_number);
}

void Study::TellOfAmounts(std::size_t column, std::vector<std::string>* sentences) const {
  const AmountColumnStudy& study = amounts_[column];
  const std::string name = "'" + bound_.amounts[column].column + "'";
  if (AreFew(study.exponents.count, study.numbers)) {
    sentences->push_back(Many(study.exponents.count, "amount of ", "amounts of ") + name +
                         " is written with an exponent (" + study.exponents.First() +
                         ") among plain numbers: a spreadsheet has shortened it, and digits behind "
                         "those shown may be lost");
  }
  const bool is_mostly_three = study.three_decimals * 2 > study.with_decimals;
  if (bound_.layout.decimal_mark || study.more_decimals > 0 || !is_mostly_three ||
      study.fewer_decimals.count == 0) {
    return;
  }
  const std::string mark = "'" + std::string(1, bound_.number_format.decimal) + "'";
  sentences->push_back(
      std::to_string(study.three_decimals) + " amounts of " + name +
      " have exactly three digits behind " + mark + " and " +
      Many(study.fewer_decimals.count, "has fewer (", "have fewer (") +
      study.fewer_decimals.First() + "): if " + mark +
      " stands between thousands, these have lost zeros at their end, and all amounts are read "
      "1,000 times too small; say `file: {decimal: …}` if the amounts are right");
}

std::vector<std::string> Study::Sentences() const {
  std::vector<std::string> sentences;
  // Where most labels name sums, they are labels of something else.
  if (sums_.count > 0 && sums_.count * 2 < rows_) {
    sentences.push_back(
        Many(sums_.count, "row that is", "rows that are") + " counted " +
        (sums_.count == 1 ? "has" : "have") + " a label like that of a total (" + sums_.First() +
        "): if other rows hold the same money, drop such rows `as: control`, or it counts twice");
  }
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    if (!AreFew(codes_[i].count, rows_)) continue;
    sentences.push_back(Many(codes_[i].count, "code looks", "codes look") +
                        " as if a spreadsheet had taken it for a date or a number (" +
                        codes_[i].First() + "): compare it with the source");
  }
  for (std::size_t i = 0; i < amounts_.size(); ++i) TellOfAmounts(i, &sentences);
  return sentences;
}

std::string UnitInWords(std::int64_t unit) {
  if (unit == 1000) return "thousands";
  return unit == 1'000'000 ? "millions" : "billions";
}

bool IsUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!point.valid) return false;
    at += point.size;
  }
  return true;
}

/// The words above the data against the unit of the layout.
void StudyUnit(std::string_view preface, FilePlan::Bound* bound) {
  if (!bound->unit.value) return;
  std::vector<std::string_view> texts(bound->head.header.begin(), bound->head.header.end());
  // What is stored in another encoding stands in no text here.
  if (IsUtf8(preface)) texts.push_back(preface);
  for (const std::string_view text : texts) {
    const std::optional<std::int64_t> named = UnitNamedIn(text);
    if (!named || *named == *bound->unit.value) continue;
    bound->suspicions.push_back("the words above the data speak of " + UnitInWords(*named) + " (" +
                                QuotedCell(text) + "), but the layout reads amounts in units of " +
                                std::to_string(*bound->unit.value) + ": check `unit:`");
    return;
  }
}

}  // namespace

absl::Status StudySample(InputFile& input, FilePlan::Bound* bound) {
  const auto begin = static_cast<std::size_t>(bound->head.data_offset_bytes);
  const absl::StatusOr<std::string_view> bytes = input.Head(begin);
  if (!bytes.ok()) return bytes.status();
  StudyUnit(TrimCell(bytes->substr(0, std::min(begin, bytes->size()))), bound);
  absl::StatusOr<std::unique_ptr<ByteStream>> stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  // Whole rows only: what is cut off in the middle of one must not be judged.
  RowChunkReader reader(*std::move(stream), bound->head, kDetectionBytes);
  RowChunk chunk;
  if (const auto more = reader.Next(&chunk); !more.ok()) return more.status();
  RowBlock block;
  RowParser(bound->head, bound->wanted_columns).Parse(chunk, &block);
  std::optional<RowCompleter> completer;
  if (bound->CompletesRows()) completer.emplace(*bound).Begin(block);
  Study study(*bound);
  for (std::size_t i = 0; i < block.row_count(); ++i) {
    study.AddRow(completer ? completer->Complete(i) : block.row(i),
                 bound->head.rows_before_data + block.row_index(i) + 1);
  }
  for (std::string& sentence : study.Sentences()) bound->suspicions.push_back(std::move(sentence));
  return absl::OkStatus();
}

}  // namespace tranche
