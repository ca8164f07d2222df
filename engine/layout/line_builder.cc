#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "engine/layout/bound_layout.h"
#include "engine/layout/cell_corrections.h"
#include "engine/layout/cell_reader.h"
#include "engine/layout/cell_text.h"
#include "engine/layout/control_groups.h"
#include "engine/layout/control_keeper.h"
#include "engine/layout/file_plan.h"
#include "engine/layout/line_sums.h"
#include "engine/layout/line_text.h"
#include "engine/layout/row_completer.h"
#include "engine/layout/row_counts.h"
#include "engine/layout/row_facts.h"
#include "engine/source/encoding.h"
#include "engine/source/rejected_row.h"

namespace tranche {
namespace {

/// Where an amount of a row goes.
struct LineTarget {
  std::uint32_t group = 0;
  bool is_wanted = false;
};

/// A row as it is passed from step to step.
struct RowInHand {
  std::span<const std::string_view> cells;
  std::size_t index = 0;  ///< in the block
  RowFacts facts;
  const Hierarchy::Node* node = nullptr;
  bool carries_remainder = false;
};

}  // namespace

class LineBuilder::Impl {
 public:
  Impl(const FilePlan& plan, LineSelection selection)
      : plan_(plan.bound()),
        selection_(std::move(selection)),
        facts_(plan_),
        cells_(plan_),
        numbers_(plan_.amounts.size()) {
    if (plan_.CompletesRows()) completer_.emplace(plan_);
    if (!plan_.controls.empty()) controls_.emplace(plan_);
    if (!plan_.layout.control_totals.empty()) control_groups_.emplace(plan_);
  }

  void Build(const RowBlock& rows, LineBatch* batch, std::vector<RejectedRow>* rejected);
  void BeginAt(RowCarry carry) { carry_ = std::move(carry); }
  const GroupTable& groups() const { return groups_; }
  const FileAccount& Account();

 private:
  void BuildRow(std::size_t index);
  void ReadNumbers(const RowInHand& row, std::int64_t unit);
  void Drop(const RowInHand& row, std::uint32_t reason);
  void AddTotal(const RowInHand& row, std::uint32_t control);
  void DropRead(const RowInHand& row, std::uint32_t reason);
  bool IsRepeat(const RowInHand& row);
  bool RejectUnusable(const RowInHand& row);
  void Use(const RowInHand& row);
  bool UseAmount(const RowInHand& row, std::size_t column, const LineTarget& target);
  void FindNode(RowInHand* row);
  void ReadKey(const RowInHand& row);
  const LineTarget* TargetsOf(const LineGroup& group);
  void Reject(const RowInHand& row, std::string column, std::string reason);
  void RejectAmount(const RowInHand& row, std::size_t column);
  void Sum(Amount amount, Amount* total) {
    if (!AddTo(amount, total)) account_.overflow = true;
  }

  const FilePlan::Bound& plan_;
  const LineSelection selection_;
  RowFactsReader facts_;
  CellReader cells_;
  std::optional<RowCompleter> completer_;  ///< where rows must be completed
  std::optional<RowCarry> carry_;          ///< where the next rows do not follow the last ones
  std::optional<ControlKeeper> controls_;  ///< where totals are controls
  std::optional<ControlGroups> control_groups_;  ///< where published totals are of some rows
  HierarchyKey key_;
  GroupTable groups_;

  const RowBlock* rows_ = nullptr;
  LineBatch* batch_ = nullptr;
  std::vector<RejectedRow>* rejected_ = nullptr;
  std::vector<ParsedNumber> numbers_;        ///< the amount cells of the row in hand
  std::vector<std::string_view> corrected_;  ///< its cells, where some are corrected
  std::string row_key_;                      ///< its key, where a later file may replace it

  absl::flat_hash_map<LineGroup, std::size_t> target_rows_;
  std::vector<LineTarget> targets_;  ///< one per amount column for each entry of target_rows_
  std::optional<LineGroup> last_group_;
  std::size_t last_targets_ = 0;

  FileAccount account_;  ///< without the sums below, which Account() adds
  LineSums sums_;
  ReasonSums rows_dropped_;
  ReasonSums cells_dropped_;
};

void LineBuilder::Impl::Build(const RowBlock& rows, LineBatch* batch,
                              std::vector<RejectedRow>* rejected) {
  rows_ = &rows;
  batch_ = batch;
  rejected_ = rejected;
  batch->Clear();
  batch->schema = &plan_.schema;
  batch->groups = &groups_;
  cells_.Reset();
  account_.rows_read += rows.rows_read();
  account_.rows_rejected += rows.rejected().size();
  const CurrencyCode file_currency = plan_.currency.value.value_or(CurrencyCode());
  for (std::uint64_t i = 0; i < rows.blank_rows(); ++i) {
    rows_dropped_.Add(plan_.blank_row_reason, file_currency, Amount());
  }
  const std::size_t rejected_before = rejected->size();
  if (controls_ && carry_) controls_->Begin(carry_->totals);
  if (completer_ && carry_) completer_->Begin(rows, *std::move(carry_));
  if (completer_ && !carry_) completer_->Begin(rows);
  carry_.reset();
  for (std::size_t i = 0; i < rows.row_count(); ++i) BuildRow(i);
  if (completer_) completer_->End();
  if (rows.rejected().empty()) return;
  rejected->insert(rejected->end(), rows.rejected().begin(), rows.rejected().end());
  std::stable_sort(rejected->begin() + static_cast<std::ptrdiff_t>(rejected_before),
                   rejected->end(),
                   [](const RejectedRow& a, const RejectedRow& b) { return a.row < b.row; });
}

void LineBuilder::Impl::BuildRow(std::size_t index) {
  RowInHand row;
  row.cells = completer_ ? completer_->Complete(index) : rows_->row(index);
  row.index = index;
  if (plan_.terms.corrections) {
    row.cells =
        plan_.terms.corrections->Applied(rows_->row_offset_bytes(index), row.cells, &corrected_);
  }
  if (const std::optional<RowDrop> drop = plan_.DropOf(row.cells)) {
    Drop(row, drop->reason);
    if (drop->control) AddTotal(row, *drop->control);
    return;
  }
  CellProblem problem;
  if (!facts_.Read(row.cells, &row.facts, &problem)) {
    ++account_.rows_rejected;
    Reject(row, std::move(problem.column), std::move(problem.reason));
    return;
  }
  ReadNumbers(row, row.facts.unit);
  if (plan_.hierarchy) FindNode(&row);
  if (RejectUnusable(row)) return;
  if (row.node != nullptr && row.node->is_parent && !row.carries_remainder) {
    DropRead(row, plan_.subtotal_reason);
    return;
  }
  if (plan_.repeats && IsRepeat(row)) return;
  Use(row);
}

void LineBuilder::Impl::ReadNumbers(const RowInHand& row, std::int64_t unit) {
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    numbers_[i] = ParseAmount(row.cells[plan_.amounts[i].slot], plan_.number_format, unit);
  }
}

/// Counts a row that makes no line. Nobody asked for its amounts, so what cannot be read is no
/// mistake and counts zero.
void LineBuilder::Impl::Drop(const RowInHand& row, std::uint32_t reason) {
  const std::optional<std::int64_t> unit = facts_.Unit(row.cells);
  Amount sum;
  if (unit) {
    ReadNumbers(row, *unit);
    for (const ParsedNumber& number : numbers_) {
      if (number.problem == NumberProblem::kNone) Sum(number.amount, &sum);
    }
  }
  rows_dropped_.Add(reason, facts_.Currency(row.cells), sum);
}

/// Behind Drop, which read the numbers, but not where the unit cannot be read.
void LineBuilder::Impl::AddTotal(const RowInHand& row, std::uint32_t control) {
  RowFacts facts;
  CellProblem ignored;
  std::optional<LineGroup> group;
  if (facts_.Read(row.cells, &facts, &ignored)) group = facts.group;
  controls_->AddTotal(control, row.cells, rows_->row_offset_bytes(row.index), group,
                      std::span(numbers_).first(facts_.Unit(row.cells) ? numbers_.size() : 0));
}

/// True for a row that says again what the first of its group has said; then it is counted.
bool LineBuilder::Impl::IsRepeat(const RowInHand& row) {
  const auto has_amount = [](const ParsedNumber& number) {
    return number.problem == NumberProblem::kNone;
  };
  if (std::none_of(numbers_.begin(), numbers_.end(), has_amount)) return false;
  key_.Set(row.cells, plan_.once_per, {});
  const RepeatTable::First* first = plan_.repeats->Find(key_.key());
  if (first == nullptr || first->offset_bytes == rows_->row_offset_bytes(row.index)) return false;
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (!has_amount(numbers_[i]) || first->amounts[i] == numbers_[i].amount) continue;
    ++account_.rows_rejected;
    Reject(row, plan_.amounts[i].column,
           "the amount is not that of row " + std::to_string(first->row_number) +
               ", though both are of one group of `once_per`");
    return true;
  }
  DropRead(row, plan_.repeat_reason);
  return true;
}

/// Counts a row that makes no line and whose numbers are read.
void LineBuilder::Impl::DropRead(const RowInHand& row, std::uint32_t reason) {
  Amount sum;
  for (const ParsedNumber& number : numbers_) {
    if (number.problem == NumberProblem::kNone) Sum(number.amount, &sum);
  }
  rows_dropped_.Add(reason, row.facts.group.currency, sum);
}

void LineBuilder::Impl::FindNode(RowInHand* row) {
  key_.Set(row->cells, plan_.hierarchy_within, plan_.hierarchy_code);
  if (!key_.has_code()) return;
  row->node = plan_.hierarchy->Find(key_.key());
  row->carries_remainder = row->node != nullptr && row->node->remainder >= 0 &&
                           row->node->carrier_offset_bytes == rows_->row_offset_bytes(row->index);
}

void LineBuilder::Impl::ReadKey(const RowInHand& row) {
  std::vector<std::string_view> cells;
  cells_.AppendRow(row.cells, row.facts.group.year, row.node, &cells);
  row_key_.clear();
  AppendKey(plan_.schema, cells, &row_key_);
}

/// True where the row's amounts are none; then it is counted and listed.
bool LineBuilder::Impl::RejectUnusable(const RowInHand& row) {
  std::size_t bad = numbers_.size();
  bool has_usable = false;
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    const NumberProblem problem = numbers_[i].problem;
    if (problem == NumberProblem::kNone || problem == NumberProblem::kEmpty) {
      has_usable = true;
    } else if (bad == numbers_.size()) {
      bad = i;
    }
  }
  if (bad == numbers_.size()) return false;
  const bool is_subtotal = row.node != nullptr && row.node->is_parent && !row.carries_remainder;
  if (has_usable && !is_subtotal) return false;
  ++account_.rows_rejected;
  RejectAmount(row, bad);
  return true;
}

void LineBuilder::Impl::Use(const RowInHand& row) {
  ++account_.rows_used;
  account_.cells_used += numbers_.size();
  const LineTarget* targets = TargetsOf(row.facts.group);
  if (!plan_.terms.replaced.empty()) ReadKey(row);
  if (control_groups_) control_groups_->BeginRow(row.cells);
  bool is_emitted = false;
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (UseAmount(row, i, targets[i])) is_emitted = true;
  }
  if (controls_) controls_->EndRow(row.cells, row.facts.group);
  if (row.carries_remainder) {
    ++account_.counted_below[row.facts.group.currency].count;
  }
  if (!is_emitted) return;
  batch_->row_indexes.push_back(rows_->row_index(row.index));
  cells_.AppendRow(row.cells, row.facts.group.year, row.node, &batch_->cells);
}

/// Puts one amount cell where it belongs. True where it made a line of the batch.
bool LineBuilder::Impl::UseAmount(const RowInHand& row, std::size_t column,
                                  const LineTarget& target) {
  const AmountSlot& slot = plan_.amounts[column];
  const ParsedNumber& number = numbers_[column];
  if (number.problem != NumberProblem::kNone && number.problem != NumberProblem::kEmpty) {
    ++account_.cells_rejected;
    RejectAmount(row, column);
    return false;
  }
  std::optional<Amount> amount;
  if (number.problem == NumberProblem::kNone) amount = number.amount;
  const CurrencyCode currency = row.facts.group.currency;
  if (row.carries_remainder) {
    amount = plan_.hierarchy->Remainder(*row.node, column);
    const std::optional<Amount> below = number.amount.Minus(amount.value_or(Amount()));
    if (!below) account_.overflow = true;
    Sum(below.value_or(Amount()), &account_.counted_below[currency].sum);
  }
  if (!amount) {
    ++account_.cells_empty;
    return false;
  }
  if (controls_) controls_->Note(column, *amount);
  if (slot.drop_reason >= 0) {
    cells_dropped_.Add(static_cast<std::uint32_t>(slot.drop_reason), currency, *amount);
    return false;
  }
  if (control_groups_) control_groups_->Add(target.group, *amount);
  if (!plan_.terms.replaced.empty()) {
    if (const auto reason = plan_.ReplacedReason(groups_.group(target.group), row_key_)) {
      cells_dropped_.Add(*reason, currency, *amount);
      sums_.AddReplaced(target.group, *amount);
      return false;
    }
  }
  if (__builtin_add_overflow(account_.rounded_off_picos, number.rounded_off_picos,
                             &account_.rounded_off_picos)) {
    account_.overflow = true;
  }
  sums_.Add(target.group, *amount, rows_->row_offset_bytes(row.index));
  if (!target.is_wanted) {
    ++account_.lines_not_asked;
    return false;
  }
  ++account_.lines;
  batch_->lines.push_back(
      {static_cast<std::uint32_t>(batch_->row_indexes.size()), target.group, *amount});
  return true;
}

const LineTarget* LineBuilder::Impl::TargetsOf(const LineGroup& group) {
  if (last_group_ && *last_group_ == group) return &targets_[last_targets_];
  const auto [entry, is_new] = target_rows_.try_emplace(group, targets_.size());
  last_group_ = group;
  last_targets_ = entry->second;
  if (!is_new) return &targets_[last_targets_];
  std::optional<Phase> row_phase;
  if (plan_.phase.stated()) row_phase = group.phase;
  for (const AmountSlot& slot : plan_.amounts) {
    LineTarget target;
    if (slot.drop_reason < 0) {
      LineGroup of_slot = group;
      of_slot.year = static_cast<std::int16_t>(slot.year.value_or(group.year) + slot.year_offset);
      of_slot.phase = plan_.PhaseOf(slot, group.year, row_phase).value_or(group.phase);
      target = {groups_.Intern(of_slot), selection_.Wants(of_slot)};
    }
    targets_.push_back(target);
  }
  return &targets_[last_targets_];
}

void LineBuilder::Impl::Reject(const RowInHand& row, std::string column, std::string reason) {
  RejectedRow rejected;
  rejected.row = rows_->row_index(row.index);
  rejected.offset_bytes = rows_->row_offset_bytes(row.index);
  rejected.column = std::move(column);
  rejected.reason = std::move(reason);
  rejected.text =
      ReadableText(rows_->raw_row(row.index), plan_.head.dialect.encoding, kRejectedTextBytes);
  rejected_->push_back(std::move(rejected));
}

void LineBuilder::Impl::RejectAmount(const RowInHand& row, std::size_t column) {
  const AmountSlot& slot = plan_.amounts[column];
  Reject(row, slot.column, AmountProblem(numbers_[column].problem, row.cells[slot.slot]));
}

const FileAccount& LineBuilder::Impl::Account() {
  sums_.WriteTo(groups_, &account_);
  if (control_groups_) {
    const std::vector<DenseSums>& sums = control_groups_->sums();
    account_.control_groups.resize(sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i) {
      WriteSums(sums[i], groups_, &account_.control_groups[i], &account_.overflow);
    }
  }
  rows_dropped_.WriteTo(plan_.row_drop_reasons, &account_.rows_dropped);
  cells_dropped_.WriteTo(plan_.cell_drop_reasons, &account_.cells_dropped);
  if (completer_) completer_->WriteUnfit(&account_.noticed);
  if (controls_) account_.controls = controls_->sums();
  account_.overflow = account_.overflow || account_.controls.overflow() ||
                      rows_dropped_.overflow() || cells_dropped_.overflow();
  return account_;
}

LineBuilder::LineBuilder(const FilePlan& plan, LineSelection selection)
    : impl_(std::make_unique<Impl>(plan, std::move(selection))) {}
LineBuilder::~LineBuilder() = default;

void LineBuilder::Build(const RowBlock& rows, LineBatch* batch,
                        std::vector<RejectedRow>* rejected) {
  impl_->Build(rows, batch, rejected);
}

void LineBuilder::BeginAt(RowCarry carry) { impl_->BeginAt(std::move(carry)); }

const GroupTable& LineBuilder::groups() const { return impl_->groups(); }
const FileAccount& LineBuilder::account() const { return impl_->Account(); }

}  // namespace tranche
