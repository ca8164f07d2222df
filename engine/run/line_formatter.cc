#include "engine/run/line_formatter.h"

#include <utility>

#include "engine/report/breakdown.h"
#include "engine/report/line_table.h"

namespace tranche {
namespace {

constexpr std::size_t kMostEvidence = 200'000;

}  // namespace

LineFormatter::LineFormatter(const Matcher& matcher, const LineSchema& schema,
                             std::string file_name, Wanted wanted)
    : matcher_(matcher),
      schema_(schema),
      file_name_(std::move(file_name)),
      wanted_(wanted),
      explainer_(matcher, schema) {
  const Rulebook& book = matcher.rulebook();
  for (RuleId rule = 0; rule < book.rules.size(); ++rule) {
    names_.push_back({ItemLabel(book, rule), std::string(RuleLabel(book, rule))});
  }
  names_.push_back({ItemLabel(book, kOtherwiseRule), std::string(RuleLabel(book, kOtherwiseRule))});
}

const std::string& LineFormatter::EvidenceOf(const LineBatch& batch, const BudgetLine& line) {
  const LineGroup& group = batch.groups->group(line.group);
  memo_key_ = group.country.ToString() + std::to_string(group.year);
  for (std::size_t column = 0; column < schema_.judged_column_count(); ++column) {
    const std::string_view cell = batch.cell(line.row, column);
    // A cell that is absent must not look like an empty one, nor two cells like one.
    memo_key_ += cell.data() == nullptr ? '\x01' : '\x02';
    memo_key_ += std::to_string(cell.size());
    memo_key_ += ':';
    memo_key_.append(cell);
  }
  if (evidence_.size() >= kMostEvidence) evidence_.clear();
  const auto [it, is_new] = evidence_.try_emplace(memo_key_);
  if (is_new) it->second = explainer_.Explain(batch.row(line.row), group).EvidenceText();
  return it->second;
}

void LineFormatter::Append(const LineBatch& batch, std::span<const SignatureId> ids,
                           const SignatureTable& signatures, std::uint64_t rows_before,
                           ChunkOutput* output) {
  const Rulebook& book = matcher_.rulebook();
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    const BudgetLine& line = batch.lines[i];
    const RuleId rule = signatures.signature(ids[i]).Decider();
    const Outcome& outcome = book.OutcomeOf(rule);
    const bool is_undecided =
        outcome.parts.size() == 1 && outcome.parts.front().bucket == book.undecided();
    if (!wanted_.lines && !is_undecided) continue;
    const RuleNames& names = names_[rule == kOtherwiseRule ? names_.size() - 1 : rule];
    LineRecord record;
    record.file = file_name_;
    record.row = rows_before + batch.row_indexes[line.row] + 1;
    record.group = &batch.groups->group(line.group);
    record.schema = &schema_;
    record.cells = batch.row(line.row);
    record.amount = line.amount;
    record.rulebook = &book;
    record.outcome = &outcome;
    record.item = names.item;
    record.rule = names.rule;
    if (wanted_.undecided && is_undecided) AppendUndecidedRow(record, &output->undecided_csv);
    if (!wanted_.lines) continue;
    record.evidence = EvidenceOf(batch, line);
    AppendLineRows(record, &output->lines_csv);
  }
}

}  // namespace tranche
