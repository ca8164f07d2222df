#include "engine/run/decision_plan.h"

#include <algorithm>
#include <memory>

#include "absl/strings/string_view.h"
#include "engine/base/blanks.h"
#include "engine/layout/line_text.h"
#include "engine/run/decision_cells.h"
#include "engine/run/line_pass.h"

namespace tranche {

void DecisionPlan::Lines::Add(const LineGroup& group, bool is_wanted, const SeenLine& line) {
  ++counts[group];
  has_wanted |= is_wanted;
  if (!first) first = line;
}

std::uint64_t DecisionPlan::Lines::total() const {
  std::uint64_t sum = 0;
  for (const auto& [group, count] : counts) sum += count;
  return sum;
}

std::uint64_t DecisionPlan::Lines::most() const {
  std::uint64_t most = 0;
  for (const auto& [group, count] : counts) most = std::max(most, count);
  return most;
}

DecisionId DecisionPlan::Key::StaleOn(const std::string& words, Amount amount) const {
  DecisionId stale = open.stale;
  if (const auto same = by_words.find(words); same != by_words.end()) {
    stale = std::min(stale, same->second.stale);
  }
  if (const auto same = by_amount.find(amount); same != by_amount.end()) {
    stale = std::min(stale, same->second.stale);
  }
  return stale;
}

DecisionPlan::DecisionPlan(const Rulebook& book)
    : book_(book), fitting_(book.decisions.size()), sightings_(book.decisions.size()) {
  for (DecisionId id = 0; id < book.decisions.size(); ++id) {
    const LineDecision& decision = book.decisions[id];
    AddDecision(id, decision.amount);
    if (decision.other_amount) AddDecision(id, *decision.other_amount);
  }
}

void DecisionPlan::AddDecision(DecisionId id, Amount amount) {
  const LineDecision& decision = book_.decisions[id];
  const CountryYear group(decision.country, decision.year);
  const std::string words = WordsOf(decision.label);
  Key& key = keys_[group][decision.key];
  key.fitting.try_emplace({words, amount}, id);
  key.by_words[words];
  key.by_amount[amount];
  anywhere_[group][amount][words];
}

template <typename Keys>
auto DecisionPlan::Find(Keys* all, const LineGroup& group, std::string_view key)
    -> decltype(&all->begin()->second.begin()->second) {
  const auto keys = all->find(CountryYear(group.country, group.year));
  if (keys == all->end()) return nullptr;
  const std::string_view trimmed = TrimBlanks(key);
  const auto found = keys->second.find(absl::string_view(trimmed.data(), trimmed.size()));
  return found == keys->second.end() ? nullptr : &found->second;
}

void DecisionPlan::See(const Sight& sight, Key* key) {
  ++key->all;
  const auto fitting = key->fitting.find({sight.words, sight.line.amount});
  if (fitting != key->fitting.end()) {
    fitting_[fitting->second].Add(sight.group, sight.is_wanted, sight.line);
    return;
  }
  const auto add = [&sight](Lines* lines) { lines->Add(sight.group, sight.is_wanted, sight.line); };
  if (const auto same = key->by_words.find(sight.words); same != key->by_words.end()) {
    add(&same->second);
  }
  if (const auto same = key->by_amount.find(sight.line.amount); same != key->by_amount.end()) {
    add(&same->second);
  }
  add(&key->open);
}

void DecisionPlan::LookAt(const LineBatch& batch, const LineSelection& selection,
                          const std::string& file, std::uint64_t rows_before) {
  SeenLine seen;
  seen.file = file;
  for (const BudgetLine& line : batch.lines) {
    const LineGroup& group = batch.groups->group(line.group);
    const bool is_wanted = selection.Wants(group);
    if (is_wanted) groups_.insert({group.country, group.year});
    if (!DecidesIn(group)) continue;
    seen.key.clear();
    AppendKey(*batch.schema, batch.row(line.row), &seen.key);
    Key* const key = Find(&keys_, group, seen.key);
    auto& amounts = anywhere_.at(CountryYear(group.country, group.year));
    const auto same_amount = amounts.find(line.amount);
    if (key == nullptr && same_amount == amounts.end()) continue;
    seen.label.clear();
    AppendTexts(*batch.schema, batch.row(line.row), /*own=*/true, &seen.label);
    seen.amount = line.amount;
    seen.row = rows_before + batch.row_indexes[line.row] + 1;
    const std::string words = WordsOf(seen.label);
    if (key != nullptr) See({group, is_wanted, seen, words}, key);
    if (same_amount == amounts.end()) continue;
    const auto first = same_amount->second.find(words);
    if (first != same_amount->second.end() && !first->second) first->second = seen;
  }
}

absl::Status DecisionPlan::LookThrough(const FilePlan& plan, InputFile& input,
                                       const LineSelection& selection,
                                       const std::atomic<bool>* cancelled) {
  return ForEachBatch(plan, input, cancelled, [&](const LineBatch& batch, const RowWalk& walk) {
    LookAt(batch, selection, input.name(), walk.rows_before());
  });
}

void DecisionPlan::ConcludeOn(DecisionId id) {
  const LineDecision& decision = book_.decisions[id];
  const CountryYear group(decision.country, decision.year);
  DecisionSighting& sighting = sightings_[id];
  const Lines& fitting = fitting_[id];
  sighting.fitting = fitting.total();
  sighting.is_ambiguous = fitting.most() > decision.rows;
  sighting.is_wanted = fitting.has_wanted;
  if (sighting.fitting > 0) return;
  Key& key = keys_.at(group).at(decision.key);
  const std::string words = WordsOf(decision.label);
  sighting.of_key = key.all;
  sighting.other_key = anywhere_.at(group).at(decision.amount).at(words);
  Lines* const same_words = &key.by_words.at(words);
  Lines* meant = same_words;
  if (meant->counts.empty()) meant = &key.by_amount.at(decision.amount);
  if (meant->counts.empty() && !decision.key.empty()) meant = &key.open;
  sighting.is_wanted = meant->has_wanted;
  if (meant->most() != 1) return;
  sighting.is_stale = true;
  sighting.label_holds = meant == same_words;
  sighting.nearest = meant->first;
  meant->stale = std::min(meant->stale, id);
}

void DecisionPlan::Conclude() {
  for (DecisionId id = 0; id < sightings_.size(); ++id) ConcludeOn(id);
}

void DecisionMarker::Mark(const LineBatch& batch, std::vector<SignatureId>* ids) {
  if (plan_ == nullptr) return;
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    const BudgetLine& line = batch.lines[i];
    const LineGroup& group = batch.groups->group(line.group);
    if (!plan_->DecidesIn(group)) continue;
    key_.clear();
    AppendKey(schema_, batch.row(line.row), &key_);
    const DecisionPlan::Key* const key = DecisionPlan::Find(&plan_->keys_, group, key_);
    if (key == nullptr) continue;
    label_.clear();
    AppendTexts(schema_, batch.row(line.row), /*own=*/true, &label_);
    const std::string words = WordsOf(label_);
    const auto fitting = key->fitting.find({words, line.amount});
    const bool fits = fitting != key->fitting.end();
    const DecisionId id = fits ? fitting->second : key->StaleOn(words, line.amount);
    if (id == kNoDecision) continue;
    // What the rules say stays, so that a report can tell what the decision changed. A rule that
    // could not be tested might not have taken this money.
    Signature signature = signatures_->signature((*ids)[i]);
    signature.untested.clear();
    signature.decision = id;
    signature.decision_is_stale = !fits;
    (*ids)[i] = signatures_->Intern(signature);
  }
}

}  // namespace tranche
