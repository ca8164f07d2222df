#include "engine/run/line_formatter.h"

#include <utility>

#include "engine/match/verdict.h"
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
      explainer_(matcher, schema) {}

const LineFormatter::Judgement* LineFormatter::JudgementOf(const Signature& signature,
                                                           SignatureId id, std::int16_t year) {
  const auto [it, is_new] = judgements_.try_emplace({id, year});
  if (is_new) {
    const Rulebook& book = matcher_.rulebook();
    const Verdict verdict = VerdictOf(signature, book);
    if (auto allocation = book.AllocationOf(verdict.outcome, year)) {
      const bool is_undecided =
          allocation->parts.size() == 1 && allocation->parts.front().bucket == book.undecided();
      it->second = Judgement{*std::move(allocation), is_undecided,
                             ItemLabel(book, verdict.rule, verdict.item),
                             std::string(RuleLabel(book, verdict.rule))};
    }
  }
  return it->second ? &*it->second : nullptr;
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
    const LineGroup& group = batch.groups->group(line.group);
    const Judgement* judgement = JudgementOf(signatures.signature(ids[i]), ids[i], group.year);
    if (judgement == nullptr || (!wanted_.lines && !judgement->is_undecided)) continue;
    LineRecord record;
    record.file = file_name_;
    record.row = rows_before + batch.row_indexes[line.row] + 1;
    record.group = &group;
    record.schema = &schema_;
    record.cells = batch.row(line.row);
    record.amount = line.amount;
    record.rulebook = &book;
    record.allocation = &judgement->allocation;
    record.item = judgement->item;
    record.rule = judgement->rule;
    if (wanted_.undecided && judgement->is_undecided)
      AppendUndecidedRow(record, &output->undecided_csv);
    if (!wanted_.lines) continue;
    record.evidence = EvidenceOf(batch, line);
    AppendLineRows(record, &output->lines_csv);
  }
}

}  // namespace tranche
