#include "engine/layout/cell_corrections.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "absl/strings/string_view.h"
#include "engine/base/suggest.h"
#include "engine/layout/bound_layout.h"
#include "engine/layout/cell_reader.h"
#include "engine/layout/cell_text.h"
#include "engine/layout/line_text.h"
#include "engine/layout/row_completer.h"
#include "engine/layout/row_facts.h"
#include "engine/source/row_walk.h"

namespace tranche {
namespace {

/// A stated correction and what the file shows of it.
struct Sighting {
  const StatedCorrection* stated = nullptr;
  std::optional<CellSlot> slot;  ///< nothing: reported already
  std::uint64_t rows_of_key = 0;
  std::string other_cell;  ///< of the first row of the key that reads something else
  std::uint64_t fitting = 0;
  std::uint64_t offset_bytes = 0;  ///< of the first row that fits, as what follows
  std::int64_t unit = 1;
  CurrencyCode currency;
};

class CorrectionProof {
 public:
  CorrectionProof(const FilePlan& plan, std::span<const StatedCorrection> stated,
                  Diagnostics* diagnostics)
      : plan_(plan),
        bound_(plan.bound()),
        facts_(bound_),
        cells_(bound_),
        diagnostics_(diagnostics) {
    if (bound_.CompletesRows()) completer_.emplace(bound_);
    for (const StatedCorrection& each : stated) {
      const std::size_t index = sightings_.size();
      sightings_.push_back({&each, SlotOf(each), 0, "", 0, 0, 1, CurrencyCode()});
      by_key_[each.key].push_back(index);
    }
  }

  void Look(const RowBlock& block) {
    cells_.Reset();
    if (completer_) completer_->Begin(block);
    for (std::size_t row = 0; row < block.row_count(); ++row) {
      const auto cells = completer_ ? completer_->Complete(row) : block.row(row);
      line_cells_.clear();
      cells_.AppendRow(cells, /*row_year=*/0, /*node=*/nullptr, &line_cells_);
      key_.clear();
      AppendKey(plan_.schema(), line_cells_, &key_);
      const auto found = by_key_.find(absl::string_view(key_.data(), key_.size()));
      if (found == by_key_.end()) continue;
      for (const std::size_t index : found->second) {
        See(cells, block.row_offset_bytes(row), &sightings_[index]);
      }
    }
    if (completer_) completer_->End();
  }

  ProvenCorrections Conclude() {
    ProvenCorrections proven;
    auto cells = std::make_shared<CellCorrections>();
    for (const Sighting& sighting : sightings_) {
      if (!sighting.slot || !IsProven(sighting) || !AddDifference(sighting, &proven)) continue;
      cells->Add(sighting.offset_bytes, *sighting.slot, sighting.stated->use);
      ++proven.count;
    }
    proven.cells = std::move(cells);
    return proven;
  }

 private:
  bool OthersDependOn(std::size_t position) const;
  std::optional<CellSlot> SlotOf(const StatedCorrection& stated);
  void See(std::span<const std::string_view> row, std::uint64_t offset_bytes, Sighting* sighting);
  bool IsProven(const Sighting& sighting);
  bool AddDifference(const Sighting& sighting, ProvenCorrections* proven);

  const FilePlan& plan_;
  const FilePlan::Bound& bound_;
  RowFactsReader facts_;
  CellReader cells_;
  std::optional<RowCompleter> completer_;
  Diagnostics* diagnostics_;
  std::vector<Sighting> sightings_;
  absl::flat_hash_map<std::string, std::vector<std::size_t>> by_key_;
  std::vector<std::string_view> line_cells_;
  std::string key_;
};

/// Whether other cells are made of those of a column, in its row or in those below.
bool CorrectionProof::OthersDependOn(std::size_t position) const {
  const std::vector<std::size_t>& wanted = plan_.wanted_columns();
  const auto is_of_column = [&](CellSlot slot) {
    return slot < wanted.size() && wanted[slot] == position;
  };
  return std::count(wanted.begin(), wanted.end(), position) > 1 ||
         std::any_of(bound_.filled_columns.begin(), bound_.filled_columns.end(), is_of_column) ||
         std::any_of(bound_.splits.begin(), bound_.splits.end(),
                     [&](const BoundSplit& split) { return is_of_column(split.from); });
}

std::optional<CellSlot> CorrectionProof::SlotOf(const StatedCorrection& stated) {
  const std::vector<std::string>& header = plan_.head().header;
  const auto column = std::find(header.begin(), header.end(), stated.column);
  if (column == header.end()) {
    std::string hint = DidYouMean(stated.column, header);
    if (hint.empty()) hint = "copy the name from the header of the file";
    diagnostics_->Error(stated.column_span,
                        bound_.data_name + " has no column '" + stated.column + "'",
                        std::move(hint));
    return std::nullopt;
  }
  const std::vector<std::size_t>& wanted = plan_.wanted_columns();
  const auto position = static_cast<std::size_t>(column - header.begin());
  if (OthersDependOn(position)) {
    diagnostics_->Error(stated.column_span,
                        "the layout fills the column '" + stated.column +
                            "' down or cuts it into parts, so one cell of it cannot be corrected",
                        "correct the file itself, and write into the dossier that you did");
    return std::nullopt;
  }
  const auto slot =
      std::find(wanted.begin(), wanted.end(), static_cast<std::size_t>(column - header.begin()));
  if (slot == wanted.end()) {
    diagnostics_->Error(
        stated.column_span,
        "the layout " + plan_.layout().name + " does not read the column '" + stated.column + "'",
        "nothing would change: remove the correction");
    return std::nullopt;
  }
  return static_cast<CellSlot>(slot - wanted.begin());
}

void CorrectionProof::See(std::span<const std::string_view> row, std::uint64_t offset_bytes,
                          Sighting* sighting) {
  if (!sighting->slot) return;
  const std::string_view cell = TrimCell(row[*sighting->slot]);
  if (++sighting->rows_of_key; cell != sighting->stated->read) {
    if (sighting->other_cell.empty()) sighting->other_cell = cell;
    return;
  }
  if (++sighting->fitting > 1) return;
  sighting->offset_bytes = offset_bytes;
  sighting->unit = facts_.Unit(row).value_or(1);
  sighting->currency = facts_.Currency(row);
}

bool CorrectionProof::IsProven(const Sighting& sighting) {
  const StatedCorrection& stated = *sighting.stated;
  if (sighting.rows_of_key == 0) {
    diagnostics_->Error(stated.key_span,
                        "no row of " + bound_.data_name + " has the key '" + stated.key + "'",
                        "copy the key from lines.csv (`classify --lines`), or remove the "
                        "correction");
  } else if (sighting.fitting == 0) {
    diagnostics_->Error(
        stated.read_span,
        bound_.data_name + " reads '" + sighting.other_cell + "' there, not '" + stated.read + "'",
        "the file has changed since the correction was written: look whether it "
        "is still needed");
  } else if (sighting.fitting > 1) {
    diagnostics_->Error(stated.key_span,
                        std::to_string(sighting.fitting) + " rows of " + bound_.data_name +
                            " have this key and this cell",
                        "add a column to `key` in the layout that tells them apart");
  } else if (stated.use == stated.read) {
    diagnostics_->Error(stated.use_span, "the correction changes nothing",
                        "write in `use` what the cell should hold, or remove the row");
  } else {
    return true;
  }
  return false;
}

/// False, with a report, where an amount would become none.
bool CorrectionProof::AddDifference(const Sighting& sighting, ProvenCorrections* proven) {
  const StatedCorrection& stated = *sighting.stated;
  const bool is_amount =
      std::any_of(bound_.amounts.begin(), bound_.amounts.end(),
                  [&](const AmountSlot& amount) { return amount.slot == *sighting.slot; });
  if (!is_amount) return true;
  const ParsedNumber use = ParseAmount(stated.use, bound_.number_format, sighting.unit);
  if (use.problem != NumberProblem::kNone && use.problem != NumberProblem::kEmpty) {
    diagnostics_->Error(stated.use_span, AmountProblem(use.problem, stated.use),
                        "write it as the file writes its amounts");
    return false;
  }
  // What cannot be read counted nothing: its row was rejected.
  const ParsedNumber read = ParseAmount(stated.read, bound_.number_format, sighting.unit);
  const Amount before = read.problem == NumberProblem::kNone ? read.amount : Amount();
  const auto difference = use.amount.Minus(before);
  if (difference && AddTo(*difference, &proven->difference[sighting.currency])) return true;
  diagnostics_->Error(stated.use_span, "the amount is too large", "look at its digits");
  return false;
}

}  // namespace

std::span<const std::string_view> CellCorrections::Applied(
    std::uint64_t row_offset_bytes, std::span<const std::string_view> row,
    std::vector<std::string_view>* scratch) const {
  const auto found = cells_.find(row_offset_bytes);
  if (found == cells_.end()) return row;
  scratch->assign(row.begin(), row.end());
  for (const auto& [slot, text] : found->second) (*scratch)[slot] = text;
  return *scratch;
}

absl::StatusOr<ProvenCorrections> ProveCorrections(const FilePlan& plan, InputFile& input,
                                                   std::span<const StatedCorrection> stated,
                                                   Diagnostics* diagnostics) {
  CorrectionProof proof(plan, stated, diagnostics);
  auto walk = RowWalk::Begin(input, plan.head(), plan.wanted_columns());
  if (!walk.ok()) return walk.status();
  for (;;) {
    const auto more = (*walk)->Next();
    if (!more.ok()) return more.status();
    if (!*more) return proof.Conclude();
    proof.Look((*walk)->block());
  }
}

}  // namespace tranche
