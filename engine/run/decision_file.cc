#include "engine/run/decision_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/base/suggest.h"
#include "engine/base/utf8.h"
#include "engine/run/decision_cells.h"
#include "engine/source/input_file.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"
#include "engine/source/table_head.h"

namespace tranche {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

enum Column : std::size_t {
  kCountry,
  kYear,
  kKey,
  kLabel,
  kAmount,
  kOutcome,
  kReason,
  kWho,
  kDate,
  kReviewBy,
  kColumns
};
constexpr std::array<std::string_view, kColumns> kNames = {
    "country", "year", "key", "label", "amount", "outcome", "reason", "who", "date", "review_by"};
/// Without these columns no line can be found.
constexpr std::size_t kNeeded = kReason;

absl::StatusOr<std::string> ReadAll(InputFile& input) {
  auto stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  std::string text, buffer(std::size_t{64} << 10, '\0');
  for (;;) {
    const auto size = (*stream)->Read(buffer.data(), buffer.size());
    if (!size.ok()) return size.status();
    if (*size == 0) return text;
    text.append(buffer, 0, *size);
    if (text.size() > kMostBytes) {
      return absl::InvalidArgumentError(input.name() + " is larger than 256 MiB, too large for a " +
                                        "table of decisions");
    }
  }
}

/// Rows to decisions; reports and goes on.
class DecisionReader {
 public:
  DecisionReader(const Rulebook& book, const CountryTable& countries, const TableHead& head,
                 DecisionFile* file, Diagnostics* diagnostics)
      : book_(book), countries_(countries), head_(head), file_(file), diagnostics_(diagnostics) {
    std::string shown;
    // A file in another encoding is shown as it was read, as far as it can be.
    if (AppendAsUtf8(file->text, head.dialect.encoding, &shown)) shown = file->text;
    source_ = std::make_shared<const SourceText>(file->path, std::move(shown));
  }

  /// False where a column is missing that nothing can be done without.
  bool FindColumns();
  const std::vector<std::size_t>& wanted() const { return wanted_; }
  void Read(const RowChunk& chunk, const RowBlock& block);
  void Conclude();

 private:
  using Line = std::tuple<CountryCode, std::int16_t, std::string, std::string, Amount>;

  std::string_view CellOf(const RowBlock& block, std::size_t row, Column column) const {
    return slots_[column] ? block.cell(row, *slots_[column]) : std::string_view();
  }
  SourceSpan SpanAt(std::uint64_t offset_bytes, std::string_view content) const;
  SourceSpan SpanOf(const RowChunk& chunk, const RowBlock& block, std::size_t row,
                    Column column) const;
  void ReadRow(const RowChunk& chunk, const RowBlock& block, std::size_t row);
  void ReadOutcome(std::string_view text, const SourceSpan& span, LineDecision* decision);
  void Keep(LineDecision decision, std::string_view outcome);
  std::string In(Column column) const {
    return "row " + std::to_string(row_number_) + ", column " + std::string(kNames[column]) + ": ";
  }

  const Rulebook& book_;
  const CountryTable& countries_;
  const TableHead& head_;
  DecisionFile* file_;
  Diagnostics* diagnostics_;
  std::shared_ptr<const SourceText> source_;
  std::vector<std::size_t> wanted_;
  std::array<std::optional<std::size_t>, kColumns> slots_;
  std::uint64_t rows_before_ = 0;
  std::uint64_t row_number_ = 0;  ///< of the row at hand, as a spreadsheet counts
  bool row_is_wrong_ = false;
  std::map<Line, std::pair<std::uint64_t, std::string>> first_row_of_;
  std::uint64_t without_reason_ = 0;
  std::uint64_t without_who_ = 0;
};

bool DecisionReader::FindColumns() {
  rows_before_ = head_.rows_before_data;
  const SourceSpan whole{source_, 1, 1, 1};
  std::string extra;
  for (std::size_t i = 0; i < head_.header.size(); ++i) {
    const std::string& name = head_.header[i];
    const auto known = std::find(kNames.begin(), kNames.end(), name);
    if (known == kNames.end()) {
      if (!name.empty()) extra += (extra.empty() ? "" : ", ") + name;
      continue;
    }
    auto& slot = slots_[static_cast<std::size_t>(known - kNames.begin())];
    if (slot) {
      diagnostics_->Error(whole, "the column " + name + " stands there twice",
                          "delete one of the two");
      return false;
    }
    slot = wanted_.size();
    wanted_.push_back(i);
  }
  if (!extra.empty()) file_->notes.push_back("columns passed over: " + extra);
  std::string missing;
  for (std::size_t i = 0; i < kNeeded; ++i) {
    if (!slots_[i]) missing += (missing.empty() ? "" : ", ") + std::string(kNames[i]);
  }
  if (missing.empty()) return true;
  diagnostics_->Error(whole, "the decisions have no column " + missing,
                      "keep the header of undecided.csv: country, year, key, label, amount, "
                      "outcome, reason, who, date, review_by");
  return false;
}

SourceSpan DecisionReader::SpanAt(std::uint64_t offset_bytes, std::string_view content) const {
  const std::string_view before = std::string_view(file_->text).substr(0, offset_bytes);
  const bool only_cr = head_.dialect.line_end == LineEnd::kCr;
  const char line_end = only_cr ? '\r' : '\n';
  const std::size_t last = before.rfind(line_end);
  const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
  SourceSpan span{source_, 1, 1, 1};
  span.line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), line_end));
  span.column += static_cast<std::uint32_t>(CountCodePoints(before.substr(begin)));
  const std::string_view shown = content.substr(0, content.find_first_of("\r\n"));
  span.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, CountCodePoints(shown)));
  return span;
}

SourceSpan DecisionReader::SpanOf(const RowChunk& chunk, const RowBlock& block, std::size_t row,
                                  Column column) const {
  const std::string_view cell = CellOf(block, row, column);
  const char* const begin = chunk.bytes.data();
  const char* const end = begin + chunk.bytes.size();
  // A cell that had to be rewritten lies elsewhere: the row is shown from its start.
  const std::less<const char*> before;
  if (!before(cell.data(), begin) && !before(end, cell.data())) {
    return SpanAt(chunk.offset_bytes + static_cast<std::uint64_t>(cell.data() - begin), cell);
  }
  return SpanAt(block.row_offset_bytes(row), "");
}

void DecisionReader::ReadOutcome(std::string_view text, const SourceSpan& span,
                                 LineDecision* decision) {
  if (const auto bucket = book_.FindBucket(text)) {
    decision->outcome = Outcome::Whole(*bucket, span);
    return;
  }
  decision->item = book_.FindItem(text);
  if (decision->item) return;
  row_is_wrong_ = true;
  std::vector<std::string> names;
  for (const Bucket& bucket : book_.buckets) names.push_back(bucket.name);
  std::string hint = "write ";
  for (const std::string& name : names) hint += name + ", ";
  hint += "or an item of the rulebook; leave the cell empty where nobody has decided";
  for (const Item& item : book_.items) names.push_back(item.name);
  const std::string nearest = DidYouMean(text, names);
  diagnostics_->Error(span,
                      In(kOutcome) + "'" + std::string(text) +
                          "' is neither a bucket nor an item of the rulebook " + book_.name,
                      nearest.empty() ? hint : nearest);
}

void DecisionReader::ReadRow(const RowChunk& chunk, const RowBlock& block, std::size_t row) {
  const auto cell = [&](Column column) { return TrimBlanks(CellOf(block, row, column)); };
  const auto wrong = [&](Column column, std::string what, std::string hint) {
    row_is_wrong_ = true;
    diagnostics_->Error(SpanOf(chunk, block, row, column), In(column) + what, std::move(hint));
  };
  if (cell(kOutcome).empty()) {
    bool is_blank = true;
    for (std::size_t i = 0; i < kNeeded; ++i) is_blank &= cell(static_cast<Column>(i)).empty();
    if (!is_blank) ++file_->open_rows;
    return;
  }
  row_is_wrong_ = false;
  LineDecision decision;
  decision.span = SpanOf(chunk, block, row, kOutcome);
  const std::string_view country = cell(kCountry);
  if (const auto code = CountryCode::Parse(country); code && countries_.IsKnownCountry(country)) {
    decision.country = *code;
  } else {
    const std::string nearest = DidYouMean(country, countries_.Codes());
    wrong(kCountry, "'" + std::string(country) + "' is no country",
          nearest.empty() ? "write three capital letters, as in ITA" : nearest);
  }
  const std::string_view year = cell(kYear);
  const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), decision.year);
  if (error != std::errc() || end != year.data() + year.size() || year.size() != 4) {
    wrong(kYear, "'" + std::string(year) + "' is no year", "write four digits, as in 2024");
  }
  decision.key = cell(kKey);
  decision.label = CellOf(block, row, kLabel);
  if (const auto amount = ReadDecidedAmount(cell(kAmount), head_.dialect.delimiter != ',')) {
    decision.amount = *amount;
  } else if (cell(kAmount).empty()) {
    wrong(kAmount, "the amount is missing",
          "copy it from undecided.csv: a decision holds for the amount that the person saw");
  } else {
    wrong(kAmount, "'" + std::string(cell(kAmount)) + "' is no amount",
          "copy it from undecided.csv, as a plain number like 1234.5");
  }
  ReadOutcome(cell(kOutcome), decision.span, &decision);
  decision.reason = cell(kReason);
  decision.who = cell(kWho);
  decision.date = ReadDate(cell(kDate)).value_or(std::string(cell(kDate)));
  if (const auto date = ReadDate(cell(kReviewBy))) {
    decision.review_by = *date;
  } else if (!cell(kReviewBy).empty()) {
    wrong(kReviewBy, "'" + std::string(cell(kReviewBy)) + "' is no date, or may be two",
          "write year-month-day, as in 2029-06-30");
  }
  decision.damage = DamageOf(decision.key, cell(kAmount));
  if (!row_is_wrong_) Keep(std::move(decision), cell(kOutcome));
}

void DecisionReader::Keep(LineDecision decision, std::string_view outcome) {
  std::string words;
  for (const char c : decision.label) {
    const bool is_blank = std::string_view(" \t\r\n\v\f").find(c) != std::string_view::npos;
    if (!is_blank) words += c;
  }
  const auto [known, is_new] = first_row_of_.try_emplace(
      Line{decision.country, decision.year, decision.key, std::move(words), decision.amount},
      row_number_, std::string(outcome));
  if (!is_new) {
    const auto& [first_row, first_outcome] = known->second;
    const std::string row = std::to_string(first_row);
    if (first_outcome == outcome) {
      diagnostics_->Warning(decision.span,
                            In(kOutcome) + "row " + row + " decides the same line alike",
                            "delete one of the two rows");
    } else {
      diagnostics_->Error(decision.span,
                          In(kOutcome) + "'" + std::string(outcome) + "' contradicts row " + row +
                              ", which decides the same line as '" + first_outcome + "'",
                          "keep the row that holds and delete the other");
    }
    return;
  }
  if (decision.reason.empty()) ++without_reason_;
  if (decision.who.empty()) ++without_who_;
  file_->decisions.push_back(std::move(decision));
}

void DecisionReader::Read(const RowChunk& chunk, const RowBlock& block) {
  for (const RejectedRow& rejected : block.rejected()) {
    diagnostics_->Error(SpanAt(rejected.offset_bytes, ""),
                        "row " + std::to_string(rows_before_ + rejected.row + 1) +
                            " cannot be read: " + rejected.reason,
                        "repair the row in the spreadsheet and save it as CSV again");
  }
  for (std::size_t row = 0; row < block.row_count(); ++row) {
    row_number_ = rows_before_ + block.row_index(row) + 1;
    ReadRow(chunk, block, row);
  }
  rows_before_ += block.rows_read();
}

void DecisionReader::Conclude() {
  const auto warn = [&](std::uint64_t count, Column column, std::string hint) {
    if (count == 0) return;
    diagnostics_->Warning(SourceSpan{source_, 0, 0, 1},
                          std::to_string(count) +
                              (count == 1 ? " decision has" : " decisions have") +
                              " nothing in the column " + std::string(kNames[column]),
                          std::move(hint));
  };
  warn(without_reason_, kReason, "write why it was decided so: an auditor will ask");
  warn(without_who_, kWho, "write who decided: an auditor will ask");
}

}  // namespace

absl::StatusOr<DecisionFile> LoadDecisions(const std::string& path, const Rulebook& book,
                                           const CountryTable& countries,
                                           Diagnostics* diagnostics) {
  auto input = InputFile::Open(path);
  if (!input.ok()) return input.status();
  const auto head = ReadTableHead(**input, DialectHints{});
  if (!head.ok()) return head.status();
  auto text = ReadAll(**input);
  if (!text.ok()) return text.status();
  DecisionFile file{path, *std::move(text), {}, 0, {}};
  DecisionReader reader(book, countries, *head, &file, diagnostics);
  if (!reader.FindColumns()) return file;
  auto stream = (*input)->OpenStream();
  if (!stream.ok()) return stream.status();
  const RowParser parser(*head, reader.wanted());
  RowChunkReader chunks(*std::move(stream), *head);
  RowChunk chunk;
  RowBlock block;
  for (;;) {
    const auto more = chunks.Next(&chunk);
    if (!more.ok()) return more.status();
    if (!*more) break;
    parser.Parse(chunk, &block);
    reader.Read(chunk, block);
  }
  reader.Conclude();
  return file;
}

}  // namespace tranche
