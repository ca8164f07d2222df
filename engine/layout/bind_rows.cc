#include "engine/layout/bind_rows.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/pattern.h"

namespace tranche {
namespace {

class RowBinder {
 public:
  RowBinder(ColumnFinder* finder, FilePlan::Bound* bound, Diagnostics* diagnostics)
      : finder_(finder), bound_(bound), layout_(bound->layout), diagnostics_(diagnostics) {}

  void Bind() {
    BindFillDown();
    BindTests(layout_.keep, &bound_->keep);
    BindTests(layout_.drop, &bound_->drop);
    bound_->blank_row_reason = ReasonNumber("blank row");
    BindHierarchy();
    BindSplits();
  }

 private:
  void BindTests(const std::vector<RowTest>& tests, std::vector<BoundTest>* bound);
  std::uint32_t ReasonNumber(const std::string& reason);
  void BindHierarchy();
  void BindTitleColumn();
  void BindFillDown();
  void BindSplits();
  std::optional<BoundSplit> SplitOf(const ColumnFinder::Part& part);

  ColumnFinder* finder_;
  FilePlan::Bound* bound_;
  const Layout& layout_;
  Diagnostics* diagnostics_;
};

void RowBinder::BindTests(const std::vector<RowTest>& tests, std::vector<BoundTest>* bound) {
  for (const RowTest& test : tests) {
    const std::optional<CellSlot> slot = finder_->Find(test.column);
    if (!slot) continue;
    BoundTest bound_test{*slot, *slot, test, std::nullopt, ReasonNumber(test.because)};
    if (!test.matches.empty()) {
      absl::StatusOr<Pattern> pattern = Pattern::Compile(test.matches);
      if (pattern.ok()) bound_test.pattern = *std::move(pattern);
    }
    const std::vector<CellSlot>& filled = bound_->filled_columns;
    const bool is_filled = std::find(filled.begin(), filled.end(), *slot) != filled.end();
    if (test.when_empty && is_filled) {
      bound_test.printed_slot = finder_->FindPrinted(test.column).value_or(*slot);
    }
    bound->push_back(std::move(bound_test));
  }
}

std::uint32_t RowBinder::ReasonNumber(const std::string& reason) {
  std::vector<std::string>& reasons = bound_->row_drop_reasons;
  const auto found = std::find(reasons.begin(), reasons.end(), reason);
  const auto number = static_cast<std::uint32_t>(found - reasons.begin());
  if (found == reasons.end()) reasons.push_back(reason);
  return number;
}

void RowBinder::BindHierarchy() {
  BindTitleColumn();
  if (!layout_.leaves_of) return;
  bound_->subtotal_reason = ReasonNumber("subtotal of the rows below it");
  for (const ColumnRef& column : layout_.leaves_of->code) {
    const std::optional<CellSlot> slot = finder_->Find(column);
    if (slot) bound_->hierarchy_code.push_back(*slot);
  }
  std::vector<CellSlot>& within = bound_->hierarchy_within;
  for (const ColumnRef& column : layout_.leaves_of->within) {
    if (const std::optional<CellSlot> slot = finder_->Find(column)) within.push_back(*slot);
  }
  // Money of different countries, years, phases and currencies is never compared.
  for (const std::optional<CellSlot>& slot :
       {bound_->country.slot, bound_->year.slot, bound_->phase.slot, bound_->currency.slot}) {
    const bool is_new = std::find(within.begin(), within.end(), slot) == within.end();
    if (slot && is_new) within.push_back(*slot);
  }
}

void RowBinder::BindTitleColumn() {
  const TextSource* titles = nullptr;
  const TextSource* label = nullptr;
  for (const TextSource& text : layout_.texts) {
    if (text.source.kind == CellSource::Kind::kParentTitles) titles = &text;
    const bool is_column = text.source.kind == CellSource::Kind::kColumn;
    if (label == nullptr && text.own && is_column) label = &text;
  }
  if (titles == nullptr) return;
  if (!layout_.leaves_of) {
    diagnostics_->Error(titles->source.span, "titles of parents need `leaves_of` under `rows`",
                        "say which columns make the hierarchy");
  }
  if (label == nullptr) {
    diagnostics_->Error(titles->source.span,
                        "titles of parents need a text of the line's own that is a column",
                        "add a text that names the column with the labels");
    return;
  }
  bound_->title_slot = finder_->Find(label->source.columns.front());
}

void RowBinder::BindFillDown() {
  for (const ColumnRef& column : layout_.fill_down) {
    const std::optional<CellSlot> slot = finder_->Find(column);
    if (!slot) continue;
    const auto is_slot = [&slot](const ColumnFinder::Part& part) { return part.slot == *slot; };
    const bool is_part = std::any_of(finder_->parts().begin(), finder_->parts().end(), is_slot);
    (is_part ? bound_->filled_parts : bound_->filled_columns).push_back(*slot);
  }
}

void RowBinder::BindSplits() {
  for (const ColumnFinder::Part& part : finder_->parts()) {
    const auto same = std::find_if(
        bound_->splits.begin(), bound_->splits.end(), [&part](const BoundSplit& split) {
          return split.from == part.from && split.expression == part.column.split;
        });
    if (same == bound_->splits.end()) {
      std::optional<BoundSplit> split = SplitOf(part);
      if (split) bound_->splits.push_back(*std::move(split));
    } else {
      same->AddPart(part.column.take, part.slot);
    }
  }
}

/// Nothing for a broken expression, which the loader has reported.
std::optional<BoundSplit> RowBinder::SplitOf(const ColumnFinder::Part& part) {
  absl::StatusOr<Pattern> pattern = Pattern::Compile(WithNamedGroups(part.column.split));
  if (!pattern.ok()) return std::nullopt;
  BoundSplit split{part.from, part.column.name, part.column.split, *std::move(pattern), {}};
  split.AddPart(part.column.take, part.slot);
  return split;
}

}  // namespace

void BindRows(ColumnFinder* finder, FilePlan::Bound* bound, Diagnostics* diagnostics) {
  RowBinder(finder, bound, diagnostics).Bind();
}

}  // namespace tranche
