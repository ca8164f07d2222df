#include "engine/layout/amount_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/base/pattern.h"
#include "engine/layout/cell_text.h"
#include "engine/source/input_file.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"
#include "engine/source/workbook.h"

namespace tranche {
namespace {

/// What a title of a column says of its amounts.
struct TitleParts {
  std::int16_t year = 0;
  std::string phase;  ///< the word for it; empty where the expression has no such part
};

/// Nothing for a title that the expression does not fit or that has no year.
std::optional<TitleParts> PartsOf(const Pattern& pattern, std::string_view title) {
  std::array<std::string_view, Pattern::kMostGroups> groups;
  if (!pattern.Groups(title, groups)) return std::nullopt;
  TitleParts parts;
  // Without any group the whole title is the year.
  std::string_view digits = pattern.FirstGroup(title).value_or(std::string_view());
  for (const auto& [name, number] : pattern.NamedGroups()) {
    if (number > Pattern::kMostGroups) continue;
    if (name == "year") digits = groups[number - 1];
    if (name == "phase") parts.phase = groups[number - 1];
  }
  if (digits.size() != 4) return std::nullopt;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, parts.year);
  if (error != std::errc() || stop != end || parts.year < 1000) return std::nullopt;
  return parts;
}

void AddDroppedColumns(const YearColumns& years, ColumnFinder* finder, FilePlan::Bound* bound) {
  for (const auto& [column, reason] : years.dropped) {
    const std::optional<CellSlot> slot = finder->Find(column);
    if (!slot) continue;
    AmountSlot amount;
    amount.slot = *slot;
    amount.column = column.name;
    amount.drop_reason = static_cast<std::int32_t>(bound->cell_drop_reasons.size());
    bound->cell_drop_reasons.push_back(reason);
    bound->amounts.push_back(std::move(amount));
  }
}

void AddYearColumns(const YearColumns& years, ColumnFinder* finder, FilePlan::Bound* bound,
                    Diagnostics* diagnostics) {
  const absl::StatusOr<Pattern> pattern =
      Pattern::Compile(WithNamedGroups(SlashedPattern(years.pattern).value_or(years.pattern)));
  if (!pattern.ok()) {
    diagnostics->Error(years.span, std::string(pattern.status().message()));
    return;
  }
  AddDroppedColumns(years, finder, bound);
  const std::size_t dropped_count = bound->amounts.size();
  std::map<std::pair<std::int16_t, std::string>, std::string> seen;
  for (std::size_t i = 0; i < finder->header().size(); ++i) {
    const std::string header(TrimCell(finder->header()[i]));
    const std::optional<TitleParts> parts = PartsOf(*pattern, header);
    if (!parts) continue;
    const CellSlot slot = finder->SlotAt(i);
    const auto is_slot = [slot](const AmountSlot& amount) { return amount.slot == slot; };
    const auto dropped_end = bound->amounts.begin() + static_cast<std::ptrdiff_t>(dropped_count);
    if (std::any_of(bound->amounts.begin(), dropped_end, is_slot)) continue;
    const std::pair of_column(parts->year, parts->phase);
    if (!seen.emplace(of_column, header).second) {
      diagnostics->Error(years.span, "two columns of " + bound->data_name + " are the year " +
                                         std::to_string(parts->year) + ": '" + seen[of_column] +
                                         "' and '" + header + "'");
      continue;
    }
    AmountSlot amount;
    amount.slot = slot;
    amount.column = header;
    amount.year = parts->year;
    amount.phase_by_distance = !years.phases.empty();
    if (!parts->phase.empty() && !years.phase_words.empty()) {
      const auto word = years.phase_words.find(parts->phase);
      if (word == years.phase_words.end()) {
        diagnostics->Error(years.span,
                           "the layout does not say which phase '" + parts->phase +
                               "' is, in the "
                               "column '" +
                               header + "' of " + bound->data_name,
                           "add it to `phases:`, or leave the column out with `drop:`");
        continue;
      }
      amount.phase = word->second;
    }
    bound->amounts.push_back(std::move(amount));
  }
  if (seen.empty()) {
    diagnostics->Error(years.span,
                       "no column of " + bound->data_name + " is a year: none fits /" +
                           pattern->expression() + "/",
                       "its columns are " + finder->HeaderInWords());
  }
  // In the order of the file, so that lines come in input order.
  std::sort(bound->amounts.begin(), bound->amounts.end(),
            [finder](const AmountSlot& a, const AmountSlot& b) {
              return finder->wanted()[a.slot] < finder->wanted()[b.slot];
            });
}

void AddStatedColumns(ColumnFinder* finder, FilePlan::Bound* bound) {
  for (const AmountColumn& column : bound->layout.amounts) {
    const std::optional<CellSlot> slot = finder->Find(column.column);
    if (!slot) continue;
    AmountSlot amount;
    amount.slot = *slot;
    amount.column = column.column.name;
    amount.year_offset = column.year_offset;
    amount.phase = column.phase;
    bound->amounts.push_back(std::move(amount));
  }
}

/// Every line needs a phase, whatever year a row has.
void CheckPhases(const FilePlan::Bound& bound, Diagnostics* diagnostics) {
  if (bound.phase.stated()) return;
  constexpr int kFarthestYears = 300;
  const SourceSpan span =
      bound.layout.year_columns ? bound.layout.year_columns->span : bound.layout.phase.span;
  for (const AmountSlot& amount : bound.amounts) {
    if (amount.drop_reason >= 0 || amount.phase) continue;
    bool is_known = amount.phase_by_distance && bound.year.stated();
    for (int distance = -kFarthestYears; is_known && distance <= kFarthestYears; ++distance) {
      const int row_year = amount.year.value_or(std::int16_t{0}) - distance;
      if (bound.year.value && row_year != *bound.year.value) continue;
      is_known = bound.PhaseOf(amount, static_cast<std::int16_t>(row_year), {}).has_value();
    }
    if (is_known) continue;
    diagnostics->Error(span, "the layout gives no phase for the column '" + amount.column + "'",
                       "say `phase:` for the whole file, or for every distance of years");
    return;
  }
}

/// Amount cells of the part of the file that is looked at to decide.
std::vector<std::string_view> AmountCells(const RowBlock& block, std::size_t column_count) {
  std::vector<std::string_view> cells;
  cells.reserve(block.row_count() * column_count);
  for (std::size_t row = 0; row < block.row_count(); ++row) {
    for (std::size_t column = 0; column < column_count; ++column) {
      cells.push_back(block.cell(row, column));
    }
  }
  return cells;
}

/// What a workbook's facts say of the amount columns.
struct SheetNumbers {
  std::uint64_t fractions = 0;  ///< real numbers with decimals: always written `1234.5`
  Sighting texts;               ///< text in place of numbers, with marks
  std::vector<std::string_view> samples;
  bool has_all = true;  ///< the samples are all of these texts
};

SheetNumbers NumbersOf(const SheetFacts& facts, const FilePlan::Bound& bound) {
  SheetNumbers numbers;
  for (const AmountSlot& amount : bound.amounts) {
    const std::size_t place = bound.wanted_columns[amount.slot];
    if (place >= facts.columns.size()) continue;
    const SheetColumn& column = facts.columns[place];
    numbers.fractions += column.fractions;
    for (const MarkedText& marked : column.marked) {
      if (marked.row <= bound.head.rows_before_data) continue;
      numbers.texts.Add(marked.row, static_cast<std::uint32_t>(place), marked.text);
      numbers.samples.push_back(marked.text);
    }
    numbers.texts.count += column.marked_count - column.marked.size();
    numbers.has_all &= column.marked_count == column.marked.size();
  }
  return numbers;
}

/// How text must be written so that it can stand beside `1234.5`.
std::optional<NumberFormat> FormatBesideNumbers(const SheetNumbers& numbers,
                                                std::string* assumption) {
  const auto format = DecideNumberFormat(numbers.samples, std::nullopt, std::nullopt, assumption);
  if (format.ok() && format->decimal == '.') return *format;
  if (format.ok() && format->decimal == '\0' && format->group != '.' && format->group != '\0') {
    return NumberFormat{'.', format->group};
  }
  // Texts that cannot be read with `.` are rejected one by one. One that can be is a question.
  constexpr NumberFormat kPlain = {'.', '\0'};
  const bool is_open =
      std::any_of(numbers.samples.begin(), numbers.samples.end(), [&](std::string_view text) {
        return ParseAmount(text, kPlain, 1).problem == NumberProblem::kNone;
      });
  if (is_open || !numbers.has_all) return std::nullopt;
  *assumption = "they are written in another way than the numbers of the sheet, and rejected";
  return kPlain;
}

/// Of a sheet whose amounts are real numbers with decimals: those are known to have `.`, whatever
/// the layout says of text files. Text among them must prove that it is written so, too: `1.234`
/// as text is a thousand times as much to those who write `1.234,50`.
absl::StatusOr<NumberFormat> SheetNumberFormat(const SheetNumbers& numbers,
                                               std::string* assumption) {
  if (numbers.texts.count == 0) {
    *assumption = "amounts are the numbers of the sheet, at 15 significant digits";
    return NumberFormat{'.', '\0'};
  }
  const std::string seen =
      std::to_string(numbers.texts.count) +
      (numbers.texts.count == 1 ? " amount is" : " amounts are") +
      " text and no number (first: " + CellName(numbers.texts.row, numbers.texts.column) + ", '" +
      numbers.texts.text + "')";
  const auto format = FormatBesideNumbers(numbers, assumption);
  if (!format) {
    return absl::InvalidArgumentError(
        seen +
        " beside real numbers with decimals, and nothing says whether their marks separate "
        "decimals or thousands; turn them into numbers in the spreadsheet (in Excel: Data, Text to "
        "Columns, Finish) and save it");
  }
  *assumption = seen + "; " + *assumption;
  return *format;
}

absl::StatusOr<NumberFormat> TextNumberFormat(std::vector<std::string_view> cells,
                                              const SheetNumbers* sheet, const Layout& layout,
                                              std::string* assumption) {
  if (sheet != nullptr && sheet->fractions > 0) return SheetNumberFormat(*sheet, assumption);
  if (sheet != nullptr) {
    cells.insert(cells.end(), sheet->samples.begin(), sheet->samples.end());
    if (sheet->texts.count == 0) {
      *assumption = "amounts are the numbers of the sheet";
      return NumberFormat{'.', '\0'};
    }
  }
  return DecideNumberFormat(cells, layout.decimal_mark, layout.group_mark, assumption);
}

}  // namespace

void BindAmountColumns(ColumnFinder* finder, FilePlan::Bound* bound, Diagnostics* diagnostics) {
  const std::size_t errors_before = diagnostics->error_count();
  if (bound->layout.year_columns) {
    AddYearColumns(*bound->layout.year_columns, finder, bound, diagnostics);
  } else {
    AddStatedColumns(finder, bound);
  }
  if (diagnostics->error_count() == errors_before) CheckPhases(*bound, diagnostics);
}

absl::Status BindNumberFormat(InputFile& input, FilePlan::Bound* bound) {
  absl::StatusOr<std::unique_ptr<ByteStream>> stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  // Whole rows only: what is cut off in the middle of one must not be judged.
  RowChunkReader reader(*std::move(stream), bound->head, kDetectionBytes);
  RowChunk chunk;
  if (const auto more = reader.Next(&chunk); !more.ok()) return more.status();
  std::vector<std::size_t> wanted;
  for (const AmountSlot& amount : bound->amounts) {
    wanted.push_back(bound->wanted_columns[amount.slot]);
  }
  RowBlock block;
  RowParser(bound->head, wanted).Parse(chunk, &block);
  const std::vector<std::string_view> cells = AmountCells(block, wanted.size());
  std::string assumption;
  std::optional<SheetNumbers> sheet;
  if (input.workbook() != nullptr) sheet = NumbersOf(input.workbook()->facts(), *bound);
  const absl::StatusOr<NumberFormat> format =
      TextNumberFormat(cells, sheet.has_value() ? &*sheet : nullptr, bound->layout, &assumption);
  if (!format.ok()) {
    return absl::Status(format.status().code(),
                        bound->data_name + ": " + std::string(format.status().message()));
  }
  bound->number_format = *format;
  if (!assumption.empty()) bound->assumptions.push_back(assumption);
  return absl::OkStatus();
}

}  // namespace tranche
