#include "engine/run/line_formatter.h"

#include <utility>

#include "engine/match/verdict.h"
#include "engine/report/breakdown.h"
#include "engine/report/decisions_text.h"
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
      auto judgement = std::make_unique<Judgement>();
      judgement->allocation = *std::move(allocation);
      judgement->is_undecided = is_undecided;
      judgement->item = ItemLabel(book, verdict.rule, verdict.item);
      judgement->rule = RuleLabel(book, verdict.rule);
      if (signature.decision != kNoDecision) Attribute(signature, judgement.get());
      it->second = std::move(judgement);
    }
  }
  return it->second.get();
}

void LineFormatter::Attribute(const Signature& signature, Judgement* judgement) const {
  const Rulebook& book = matcher_.rulebook();
  const LineDecision& decision = book.decisions[signature.decision];
  if (!signature.decision_is_stale) {
    judgement->evidence = DecisionText(decision);
    // Somebody left it open on purpose: the row keeps what that person wrote.
    judgement->open = {judgement->item == kDecisionRuleName ? book.buckets[book.undecided()].name
                                                            : std::string_view(judgement->item),
                       decision.reason, decision.who, decision.date, decision.review_by};
    return;
  }
  judgement->stale_reason = "stale: was " + DecidedName(decision, book) + " for " +
                            decision.amount.ToString() + " and '" + decision.label + "', " +
                            DecisionText(decision);
  judgement->evidence = judgement->stale_reason;
  judgement->open.reason = judgement->stale_reason;
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
    record.open = judgement->open;
    if (wanted_.undecided && judgement->is_undecided)
      AppendUndecidedRow(record, &output->undecided_csv);
    if (!wanted_.lines) continue;
    record.evidence = judgement->evidence.empty() ? EvidenceOf(batch, line) : judgement->evidence;
    AppendLineRows(record, &output->lines_csv);
  }
}

}  // namespace tranche
