#include "engine/run/decision_file.h"

#include <charconv>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/base/blanks.h"
#include "engine/base/suggest.h"
#include "engine/run/decision_cells.h"
#include "engine/run/decision_table.h"
#include "engine/source/input_file.h"
#include "engine/source/row_walk.h"
#include "engine/source/table_head.h"

namespace tranche {
namespace {

/// More wrong rows are only counted.
constexpr std::uint64_t kMostWrongRows = 20;
constexpr std::size_t kMostMib = 32;

using Column = DecisionColumn;

/// Rows to decisions; reports and goes on.
class DecisionReader {
 public:
  /// `file`: where decisions go. `rows_before`: its rows above the first decision.
  DecisionReader(const Rulebook& book, const CountryTable& countries, const TableHead& head,
                 const DecisionTable& table, DecisionFile* file, Diagnostics* diagnostics)
      : book_(book),
        countries_(countries),
        table_(table),
        comma_is_decimal_(head.dialect.delimiter != ','),
        file_(file),
        diagnostics_(diagnostics),
        rows_before_(head.rows_before_data) {}

  void Read(const RowChunk& chunk, const RowBlock& block);
  void Conclude();

 private:
  using Line = std::tuple<CountryCode, std::int16_t, std::string, std::string, Amount>;

  /// The first row of a line.
  struct FirstRow {
    std::uint64_t row = 0;
    std::string outcome;
    DecisionId id = 0;
  };

  /// The row at hand.
  struct Row {
    const RowChunk& chunk;
    const RowBlock& block;
    std::size_t index = 0;
    std::uint64_t number = 0;  ///< as a spreadsheet counts
    bool is_wrong = false;
  };

  std::string_view CellOf(const Row& row, Column column) const {
    return TrimBlanks(table_.CellOf(row.block, row.index, column));
  }
  SourceSpan SpanOf(const Row& row, Column column) const {
    return table_.SpanOf(row.chunk, row.block, row.index, column);
  }
  bool IsBlank(const Row& row) const;
  void ReadRow(Row row);
  void ReadGroup(Row* row, LineDecision* decision);
  void ReadAmount(Row* row, LineDecision* decision);
  void ReadOutcome(Row* row, LineDecision* decision);
  void ReadPerson(Row* row, LineDecision* decision);
  void Keep(Row row, LineDecision decision);
  void Wrong(Row* row, Column column, const std::string& what, std::string hint);

  const Rulebook& book_;
  const CountryTable& countries_;
  const DecisionTable& table_;
  const bool comma_is_decimal_;
  DecisionFile* file_;
  Diagnostics* diagnostics_;
  std::uint64_t rows_before_ = 0;
  std::map<Line, FirstRow> first_row_of_;
  std::uint64_t wrong_rows_ = 0;
  std::uint64_t without_reason_ = 0;
  std::uint64_t without_who_ = 0;
};

std::string In(std::uint64_t row_number, Column column) {
  return "row " + std::to_string(row_number) + ", column " + std::string(NameOf(column)) + ": ";
}

void DecisionReader::Wrong(Row* row, Column column, const std::string& what, std::string hint) {
  if (!std::exchange(row->is_wrong, true)) ++wrong_rows_;
  if (wrong_rows_ > kMostWrongRows) return;
  diagnostics_->Error(SpanOf(*row, column), In(row->number, column) + what, std::move(hint));
}

bool DecisionReader::IsBlank(const Row& row) const {
  for (std::size_t i = 0; i < kNeededDecisionColumns; ++i) {
    if (!CellOf(row, static_cast<Column>(i)).empty()) return false;
  }
  return true;
}

void DecisionReader::ReadGroup(Row* row, LineDecision* decision) {
  const std::string_view country = CellOf(*row, Column::kCountry);
  if (const auto code = CountryCode::Parse(country); code && countries_.IsKnownCountry(country)) {
    decision->country = *code;
  } else {
    const std::string nearest = DidYouMean(country, countries_.Codes());
    Wrong(row, Column::kCountry, "'" + std::string(country) + "' is no country",
          nearest.empty() ? "write three capital letters, as in ITA" : nearest);
  }
  const std::string_view year = CellOf(*row, Column::kYear);
  const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), decision->year);
  if (error != std::errc() || end != year.data() + year.size() || year.size() != 4) {
    Wrong(row, Column::kYear, "'" + std::string(year) + "' is no year",
          "write four digits, as in 2024");
  }
}

void DecisionReader::ReadAmount(Row* row, LineDecision* decision) {
  const std::string_view cell = CellOf(*row, Column::kAmount);
  if (const auto amount = ReadDecidedAmount(cell, comma_is_decimal_)) {
    decision->amount = *amount;
    decision->other_amount = OtherReadingOf(cell, comma_is_decimal_);
  } else if (cell.empty()) {
    Wrong(row, Column::kAmount, "the amount is missing",
          "copy it from undecided.csv: a decision holds for the amount that the person saw");
  } else {
    Wrong(row, Column::kAmount, "'" + std::string(cell) + "' is no amount",
          "copy it from undecided.csv, as a plain number like 1234.5");
  }
}

void DecisionReader::ReadOutcome(Row* row, LineDecision* decision) {
  const std::string_view text = CellOf(*row, Column::kOutcome);
  if (const auto bucket = book_.FindBucket(text)) {
    decision->outcome = Outcome::Whole(*bucket, decision->span);
    return;
  }
  decision->item = book_.FindItem(text);
  if (decision->item) {
    const Item& item = book_.items[*decision->item];
    if (!book_.AllocationOf(item.counts, decision->year)) {
      Wrong(row, Column::kOutcome,
            "the rulebook does not say what the item " + item.name + " counts as in " +
                std::to_string(decision->year),
            "choose another outcome, or add an earlier year to the item (" + PlaceOf(item.span) +
                ")");
    }
    return;
  }
  std::vector<std::string> names;
  for (const Bucket& bucket : book_.buckets) names.push_back(bucket.name);
  std::string hint = "write ";
  for (const std::string& name : names) hint += name + ", ";
  hint += "or an item of the rulebook; leave the cell empty where nobody has decided";
  for (const Item& item : book_.items) names.push_back(item.name);
  const std::string nearest = DidYouMean(text, names);
  Wrong(row, Column::kOutcome,
        "'" + std::string(text) + "' is neither a bucket nor an item of the rulebook " + book_.name,
        nearest.empty() ? hint : nearest);
}

void DecisionReader::ReadPerson(Row* row, LineDecision* decision) {
  decision->reason = CellOf(*row, Column::kReason);
  decision->who = CellOf(*row, Column::kWho);
  const std::string_view date = CellOf(*row, Column::kDate);
  decision->date = ReadDate(date).value_or(std::string(date));
  const std::string_view review_by = CellOf(*row, Column::kReviewBy);
  if (auto day = ReadDate(review_by)) {
    decision->review_by = *std::move(day);
  } else if (!review_by.empty()) {
    Wrong(row, Column::kReviewBy, "'" + std::string(review_by) + "' is no date, or may be two",
          "write year-month-day, as in 2029-06-30");
  }
}

void DecisionReader::ReadRow(Row row) {
  if (CellOf(row, Column::kOutcome).empty()) {
    if (!IsBlank(row)) ++file_->open_rows;
    return;
  }
  LineDecision decision;
  decision.span = SpanOf(row, Column::kOutcome);
  ReadGroup(&row, &decision);
  decision.key = CellOf(row, Column::kKey);
  decision.label = UnprotectedLabel(table_.CellOf(row.block, row.index, Column::kLabel));
  ReadAmount(&row, &decision);
  ReadOutcome(&row, &decision);
  ReadPerson(&row, &decision);
  decision.damage = DamageOf(decision.key, decision.label, CellOf(row, Column::kAmount));
  if (!row.is_wrong) Keep(row, std::move(decision));
}

void DecisionReader::Keep(Row row, LineDecision decision) {
  const std::string_view outcome = CellOf(row, Column::kOutcome);
  const auto [known, is_new] = first_row_of_.try_emplace(
      Line{decision.country, decision.year, decision.key, WordsOf(decision.label), decision.amount},
      FirstRow{row.number, std::string(outcome), static_cast<DecisionId>(file_->decisions.size())});
  if (!is_new) {
    // undecided.csv has a row for each of several lines that agree in all of these.
    if (known->second.outcome == outcome) {
      ++file_->decisions[known->second.id].rows;
    } else {
      Wrong(&row, Column::kOutcome,
            "'" + std::string(outcome) + "' contradicts row " + std::to_string(known->second.row) +
                ", which decides '" + known->second.outcome +
                "' for the same country, year, key, label and amount",
            "keep the row that holds and delete the other; lines that agree in all of these can "
            "be decided only alike, or told apart by a rule");
    }
    return;
  }
  if (decision.reason.empty()) ++without_reason_;
  if (decision.who.empty()) ++without_who_;
  file_->decisions.push_back(std::move(decision));
}

void DecisionReader::Read(const RowChunk& chunk, const RowBlock& block) {
  for (const RejectedRow& rejected : block.rejected()) {
    if (++wrong_rows_ > kMostWrongRows) continue;
    diagnostics_->Error(table_.text().SpanAt(rejected.offset_bytes, ""),
                        "row " + std::to_string(rows_before_ + rejected.row + 1) +
                            " cannot be read: " + rejected.reason,
                        "repair the row in the spreadsheet and save it as CSV again");
  }
  for (std::size_t row = 0; row < block.row_count(); ++row) {
    ReadRow({chunk, block, row, rows_before_ + block.row_index(row) + 1, false});
  }
  rows_before_ += block.rows_read();
}

void DecisionReader::Conclude() {
  if (wrong_rows_ > kMostWrongRows) {
    const std::uint64_t more = wrong_rows_ - kMostWrongRows;
    diagnostics_->Error(
        table_.text().WholeFile(),
        std::to_string(more) + (more == 1 ? " more row is" : " more rows are") + " wrong",
        "correct the rows above first; often one mistake runs through a file");
  }
  const auto warn = [&](std::uint64_t count, Column column, std::string hint) {
    if (count == 0) return;
    diagnostics_->Warning(table_.text().WholeFile(),
                          std::to_string(count) +
                              (count == 1 ? " decision has" : " decisions have") +
                              " nothing in the column " + std::string(NameOf(column)),
                          std::move(hint));
  };
  warn(without_reason_, Column::kReason, "write why it was decided so: an auditor will ask");
  warn(without_who_, Column::kWho, "write who decided: an auditor will ask");
}

}  // namespace

absl::StatusOr<DecisionFile> LoadDecisions(const std::string& path, const Rulebook& book,
                                           const CountryTable& countries,
                                           Diagnostics* diagnostics) {
  auto input = InputFile::Open(path);
  if (!input.ok()) return input.status();
  const auto head = ReadTableHead(**input, DialectHints{});
  if (!head.ok()) return head.status();
  auto text = ReadWhole(**input, kMostMib, ", too large for a table of decisions");
  if (!text.ok()) return text.status();
  DecisionFile file{path, *std::move(text), {}, 0, {}};
  DecisionTable table(*head, file);
  if (!table.FindColumns(diagnostics, &file.notes)) return file;
  DecisionReader reader(book, countries, *head, table, &file, diagnostics);
  auto walk = RowWalk::Begin(**input, *head, table.wanted());
  if (!walk.ok()) return walk.status();
  for (;;) {
    const auto more = (*walk)->Next();
    if (!more.ok()) return more.status();
    if (!*more) break;
    reader.Read((*walk)->chunk(), (*walk)->block());
  }
  reader.Conclude();
  return file;
}

}  // namespace tranche
