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
    BindControlTotals();
    bound_->blank_row_reason = ReasonNumber("blank row");
    BindHierarchy();
    BindLevel();
    BindVersions();
    if (!layout_.once_per.empty()) {
      bound_->once_per = GroupSlots(layout_.once_per);
      bound_->repeat_reason = ReasonNumber("repeats the amount of its group");
    }
    BindSplits();
  }

 private:
  void BindTests(const std::vector<RowTest>& tests, std::vector<BoundTest>* bound);
  std::uint32_t BindControl(const RowTest& test);
  void BindControlTotals();
  std::uint32_t ReasonNumber(const std::string& reason);
  void BindHierarchy();
  void BindTitleColumn();
  void BindLevel();
  void BindVersions();
  std::vector<CellSlot> GroupSlots(const std::vector<ColumnRef>& columns);
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
    BoundTest bound_test{*slot, *slot, test, std::nullopt, ReasonNumber(test.because), {}};
    if (!test.matches.empty()) {
      absl::StatusOr<Pattern> pattern = Pattern::Compile(test.matches);
      if (pattern.ok()) bound_test.pattern = *std::move(pattern);
    }
    const std::vector<CellSlot>& filled = bound_->filled_columns;
    const bool is_filled = std::find(filled.begin(), filled.end(), *slot) != filled.end();
    if (test.when_empty && is_filled) {
      bound_test.printed_slot = finder_->FindPrinted(test.column).value_or(*slot);
    }
    if (test.control) bound_test.control = BindControl(test);
    bound->push_back(std::move(bound_test));
  }
}

std::uint32_t RowBinder::BindControl(const RowTest& test) {
  BoundControl control;
  control.of = test.control->of;
  control.tolerance = test.control->tolerance;
  control.because = test.because;
  for (const ColumnRef& column : test.control->columns) {
    control.column_names.push_back(column.name);
    if (const std::optional<CellSlot> slot = finder_->Find(column)) {
      control.columns.push_back(*slot);
    }
  }
  bound_->controls.push_back(std::move(control));
  return static_cast<std::uint32_t>(bound_->controls.size() - 1);
}

void RowBinder::BindControlTotals() {
  for (const ControlTotal& total : layout_.control_totals) {
    std::vector<BoundControlCell> cells;
    for (const ControlTotal::Cell& cell : total.of) {
      const std::optional<CellSlot> slot = finder_->Find(cell.column);
      if (slot) cells.push_back({*slot, cell.value});
    }
    // Totals that name their columns in another order are of the same columns.
    std::sort(cells.begin(), cells.end(),
              [](const BoundControlCell& a, const BoundControlCell& b) { return a.slot < b.slot; });
    bound_->control_cells.push_back(std::move(cells));
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
  const LeavesOf& leaves = *layout_.leaves_of;
  if (leaves.headings) bound_->heading_column = finder_->Find(*leaves.headings);
  const std::optional<CellSlot> heading = bound_->heading_column;
  bool is_behind = false;
  for (const ColumnRef& column : leaves.code) {
    // Behind the heading's column the code has slots of its own, which RowCompleter empties.
    const std::optional<CellSlot> slot =
        is_behind ? finder_->FindPrinted(column) : finder_->Find(column);
    if (!slot) continue;
    bound_->hierarchy_code.push_back(*slot);
    if (is_behind) bound_->empty_in_headings.push_back(*slot);
    is_behind = is_behind || slot == heading;
  }
  const std::vector<CellSlot>& filled = bound_->filled_columns;
  if (heading && std::find(filled.begin(), filled.end(), *heading) == filled.end()) {
    diagnostics_->Error(leaves.headings->span, "the column of `headings` is not filled down",
                        "name it in `fill_down:`; headings are known by what is printed there");
  } else if (heading && bound_->empty_in_headings.empty()) {
    diagnostics_->Error(leaves.headings->span,
                        "the column of `headings` must stand in `code`, before another column",
                        "write it as in code: [CHAPTER, ITEM], headings: CHAPTER");
  }
  bound_->hierarchy_within = GroupSlots(layout_.leaves_of->within);
}

/// The columns that tell groups of rows apart.
std::vector<CellSlot> RowBinder::GroupSlots(const std::vector<ColumnRef>& columns) {
  std::vector<CellSlot> slots;
  for (const ColumnRef& column : columns) {
    if (const std::optional<CellSlot> slot = finder_->Find(column)) slots.push_back(*slot);
  }
  // Money of different countries, years, phases and currencies is never compared.
  for (const std::optional<CellSlot>& slot :
       {bound_->country.slot, bound_->year.slot, bound_->phase.slot, bound_->currency.slot}) {
    const bool is_new = std::find(slots.begin(), slots.end(), slot) == slots.end();
    if (slot && is_new) slots.push_back(*slot);
  }
  return slots;
}

void RowBinder::BindLevel() {
  if (!layout_.level) return;
  constexpr std::size_t kMostSizes = 40;
  const CodeLevel& level = *layout_.level;
  const std::optional<CellSlot> slot = finder_->Find(level.column);
  if (!slot) return;
  BoundLevel bound{*slot, level.size, {}};
  const std::string what = level.separator.empty() ? " characters" : " segments";
  for (std::size_t size = 0; size <= std::max(kMostSizes, level.size + 1); ++size) {
    bound.reasons.push_back(
        ReasonNumber(size == 0 ? "another level: no code"
                               : "another level: a code of " + std::to_string(size) + what));
  }
  bound_->level = std::move(bound);
}

void RowBinder::BindVersions() {
  if (!layout_.versions) return;
  const std::optional<CellSlot> slot = finder_->Find(layout_.versions->column);
  if (!slot) return;
  BoundVersions bound;
  bound.slot = *slot;
  bound.within = GroupSlots(layout_.versions->within);
  bound.reason =
      ReasonNumber(layout_.versions->use.empty() ? "an earlier version"
                                                 : "not the version " + layout_.versions->use);
  bound_->versions = std::move(bound);
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
