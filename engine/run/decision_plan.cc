#include "engine/run/decision_plan.h"

#include <memory>
#include <optional>

#include "absl/strings/string_view.h"
#include "engine/layout/line_text.h"
#include "engine/run/decision_cells.h"
#include "engine/source/row_block.h"
#include "engine/source/row_chunk.h"

namespace tranche {
namespace {

/// 3: fits; 2: label only; 1: amount only; 0: neither.
int Likeness(const LineDecision& decision, std::string_view label, Amount amount) {
  return (SameWords(decision.label, label) ? 2 : 0) + (decision.amount == amount ? 1 : 0);
}

constexpr int kFits = 3;

/// How much like its decision a line must be that a stale decision leaves undecided.
int StaleLikeness(const DecisionSighting& sighting) {
  if (sighting.same_label > 0) return 2;
  return sighting.same_amount > 0 ? 1 : 0;
}

}  // namespace

DecisionPlan::DecisionPlan(const Rulebook& book) : book_(book), sightings_(book.decisions.size()) {
  for (DecisionId id = 0; id < book.decisions.size(); ++id) {
    const LineDecision& decision = book.decisions[id];
    const CountryYear group(decision.country, decision.year);
    by_key_[group][decision.key].push_back(id);
    by_amount_[{group, decision.amount}].push_back(id);
  }
}

std::span<const DecisionId> DecisionPlan::Find(const LineGroup& group, std::string_view key) const {
  const auto keys = by_key_.find(CountryYear(group.country, group.year));
  if (keys == by_key_.end()) return {};
  const std::string_view trimmed = TrimBlanks(key);
  const auto found = keys->second.find(absl::string_view(trimmed.data(), trimmed.size()));
  if (found == keys->second.end()) return {};
  return found->second;
}

void DecisionPlan::See(DecisionId id, const LineGroup& group, const SeenLine& line) {
  DecisionSighting& sighting = sightings_[id];
  const int likeness = Likeness(book_.decisions[id], line.label, line.amount);
  if (likeness == kFits) {
    ++sighting.fitting;
    if (++fitting_in_[{id, group}] > 1) sighting.is_ambiguous = true;
    return;
  }
  const bool is_nearest =
      !sighting.nearest ||
      likeness > Likeness(book_.decisions[id], sighting.nearest->label, sighting.nearest->amount);
  if (is_nearest) sighting.nearest = line;
  ++(likeness == 2 ? sighting.same_label : likeness == 1 ? sighting.same_amount : sighting.other);
}

void DecisionPlan::LookAt(const LineBatch& batch, const std::string& file,
                          std::uint64_t rows_before) {
  SeenLine seen;
  seen.file = file;
  for (const BudgetLine& line : batch.lines) {
    const LineGroup& group = batch.groups->group(line.group);
    groups_.insert({group.country, group.year});
    if (!DecidesIn(group)) continue;
    seen.key.clear();
    AppendKey(*batch.schema, batch.row(line.row), &seen.key);
    const auto by_key = Find(group, seen.key);
    const auto by_amount = by_amount_.find({CountryYear(group.country, group.year), line.amount});
    if (by_key.empty() && by_amount == by_amount_.end()) continue;
    seen.label.clear();
    AppendTexts(*batch.schema, batch.row(line.row), /*own=*/true, &seen.label);
    seen.amount = line.amount;
    seen.row = rows_before + batch.row_indexes[line.row] + 1;
    for (const DecisionId id : by_key) See(id, group, seen);
    if (by_amount == by_amount_.end()) continue;
    for (const DecisionId id : by_amount->second) {
      const LineDecision& decision = book_.decisions[id];
      if (sightings_[id].other_key || decision.key == TrimBlanks(seen.key)) continue;
      if (SameWords(decision.label, seen.label)) sightings_[id].other_key = seen;
    }
  }
}

absl::Status DecisionPlan::LookThrough(const FilePlan& plan, InputFile& input,
                                       const LineSelection& selection,
                                       const std::atomic<bool>* cancelled) {
  auto stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  const RowParser parser(plan.head(), plan.wanted_columns());
  RowChunkReader chunks(*std::move(stream), plan.head());
  LineBuilder builder(plan, selection);
  RowChunk chunk;
  RowBlock block;
  LineBatch batch;
  std::vector<RejectedRow> rejected;  // the run itself reports them
  std::uint64_t rows_before = plan.head().rows_before_data;
  for (;;) {
    if (cancelled != nullptr && *cancelled) return absl::CancelledError("stopped");
    const auto more = chunks.Next(&chunk);
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
    parser.Parse(chunk, &block);
    rejected.clear();
    builder.Build(block, &batch, &rejected);
    LookAt(batch, input.name(), rows_before);
    rows_before += block.rows_read();
  }
}

void DecisionMarker::Mark(const LineBatch& batch, std::vector<SignatureId>* ids) {
  if (plan_ == nullptr) return;
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    const BudgetLine& line = batch.lines[i];
    const LineGroup& group = batch.groups->group(line.group);
    if (!plan_->DecidesIn(group)) continue;
    key_.clear();
    AppendKey(schema_, batch.row(line.row), &key_);
    const auto decisions = plan_->Find(group, key_);
    if (decisions.empty()) continue;
    label_.clear();
    AppendTexts(schema_, batch.row(line.row), /*own=*/true, &label_);
    std::optional<DecisionId> fitting, stale;
    for (const DecisionId id : decisions) {
      const int likeness = Likeness(plan_->book_.decisions[id], label_, line.amount);
      const DecisionSighting& sighting = plan_->sightings_[id];
      if (likeness == kFits && !fitting) fitting = id;
      const bool is_meant = sighting.IsStale() && likeness == StaleLikeness(sighting);
      if (is_meant && !stale) stale = id;
    }
    if (!fitting && !stale) continue;
    // What the rules say stays, so that a report can tell what the decision changed. A rule that
    // could not be tested might not have taken this money.
    Signature signature = signatures_->signature((*ids)[i]);
    signature.untested.clear();
    signature.decision = fitting ? *fitting : *stale;
    signature.decision_is_stale = !fitting;
    (*ids)[i] = signatures_->Intern(signature);
  }
}

}  // namespace tranche
