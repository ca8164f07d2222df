#include "engine/run/file_preparation.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "engine/layout/line_text.h"
#include "engine/run/line_pass.h"
#include "engine/run/readings.h"
#include "engine/run/sheet_choice.h"
#include "engine/source/table_head.h"

namespace tranche {
namespace {

absl::Status Bind(const TableChoice& table, const FileTerms& terms, const CountryTable& countries,
                  Diagnostics* diagnostics, PreparedFile* prepared) {
  DialectHints hints = table.layout->dialect;
  hints.sheet = table.sheet;
  auto head = ReadTableHead(*prepared->input, hints);
  if (!head.ok()) return head.status();
  if (!table.why.empty()) head->assumptions.front() += " (" + table.why + ")";
  auto plan = FilePlan::Bind(*table.layout, *prepared->input, *head, countries, diagnostics, terms);
  if (!plan.ok()) return plan.status();
  prepared->plan = *std::move(plan);
  return absl::OkStatus();
}

/// Opens, plans and binds all files of one run.
class Preparation {
 public:
  Preparation(const RunInputs& inputs, const Layouts& layouts, const CorrectionsFile& corrections,
              const CountryTable& countries, Diagnostics* diagnostics,
              const std::atomic<bool>* cancelled)
      : inputs_(inputs),
        layouts_(layouts),
        corrections_(corrections),
        countries_(countries),
        diagnostics_(diagnostics),
        cancelled_(cancelled),
        proven_(inputs.files.size()) {}

  absl::StatusOr<std::vector<PreparedFile>> Run();

 private:
  bool IsCancelled() const { return cancelled_ != nullptr && *cancelled_; }
  absl::Status Open();
  absl::Status Prepare(const FileReading& reading, PreparedFile* prepared);
  absl::Status CheckStated(const DossierFile& file, const TableChoice& table,
                           PreparedFile* prepared);
  absl::Status Correct(std::size_t file, const TableChoice& table, FileTerms* terms,
                       PreparedFile* prepared);
  absl::Status CollectReplaced(std::size_t file, PreparedFile* prepared);

  const RunInputs& inputs_;
  const Layouts& layouts_;
  const CorrectionsFile& corrections_;
  const CountryTable& countries_;
  Diagnostics* diagnostics_;
  /// Mistakes that binding a file once more found: nearly always those of its first reading.
  Diagnostics of_carried_;
  const std::atomic<bool>* cancelled_;
  std::vector<OpenedFile> opened_;
  std::vector<std::optional<ProvenCorrections>> proven_;  ///< by file
  std::map<ReadingName, std::shared_ptr<const ReplacedLines>> replaced_by_;
};

absl::Status Preparation::Open() {
  for (const DossierFile& file : inputs_.files) {
    auto opened = OpenFile(file, layouts_);
    // First, because an input cut short by the stop looks like a bad one.
    if (IsCancelled()) return absl::CancelledError("stopped");
    if (!opened.ok()) return opened.status();
    opened_.push_back(*std::move(opened));
  }
  return absl::OkStatus();
}

/// A phase or year that a dossier states goes before what cells say, so they must not say several
/// things: lines of two years would be added up.
absl::Status Preparation::CheckStated(const DossierFile& file, const TableChoice& table,
                                      PreparedFile* prepared) {
  const bool has_phase = file.phase && table.layout->phase.column;
  const bool has_year = file.year && table.layout->year.column;
  if (prepared->is_carried || (!has_phase && !has_year)) return absl::OkStatus();
  Diagnostics ignored;  // binding as the dossier says reports them
  absl::Status bound = Bind(table, {}, countries_, &ignored, prepared);
  if (!bound.ok() || !prepared->plan) return bound;
  std::set<Phase> phases;
  std::set<std::int16_t> years;
  bound = ForEachBatch(*prepared->plan, *prepared->input, cancelled_,
                       [&](const LineBatch& batch, const RowWalk&) {
                         for (const BudgetLine& line : batch.lines) {
                           const LineGroup& group = batch.groups->group(line.group);
                           phases.insert(group.phase);
                           years.insert(group.year);
                         }
                       });
  std::set<std::int16_t> offsets;
  for (const AmountColumn& amount : table.layout->amounts) offsets.insert(amount.year_offset);
  const std::string& name = file.file.written.text;
  if (has_phase && phases.size() > 1) {
    diagnostics_->Error(file.file.written.span,
                        "rows of '" + name + "' are of several phases (column " +
                            table.layout->phase.column->name + "), and the dossier says " +
                            std::string(PhaseName(*file.phase)),
                        "leave `phase` out here; to count only one, write `phase:` at the top of "
                        "the dossier");
  }
  if (has_year && years.size() > std::max<std::size_t>(1, offsets.size())) {
    diagnostics_->Error(file.file.written.span,
                        "rows of '" + name + "' are of several years (column " +
                            table.layout->year.column->name + "), and the dossier says " +
                            std::to_string(*file.year),
                        "leave `year` out here; to count only one, write `year:` at the top of the "
                        "dossier");
  }
  return bound;
}

/// Proves the corrections of a file, once for all its readings, and binds it with them.
absl::Status Preparation::Correct(std::size_t file, const TableChoice& table, FileTerms* terms,
                                  PreparedFile* prepared) {
  const std::vector<StatedCorrection>& stated = corrections_.of_file[file];
  if (stated.empty()) return absl::OkStatus();
  if (!proven_[file]) {
    auto proven = ProveCorrections(*prepared->plan, *prepared->input, stated, diagnostics_);
    if (!proven.ok()) return proven.status();
    proven_[file] = *std::move(proven);
  }
  terms->corrections = proven_[file]->cells;
  if (!prepared->is_carried) prepared->corrections = *proven_[file];
  return Bind(table, *terms, countries_, diagnostics_, prepared);
}

/// The lines of which this file takes the place.
absl::Status Preparation::CollectReplaced(std::size_t file, PreparedFile* prepared) {
  const FileRelation relation = inputs_.files[file].relation;
  if (relation != FileRelation::kReplacesByKey && relation != FileRelation::kReplacesAll) {
    return absl::OkStatus();
  }
  auto replaced = std::make_shared<ReplacedLines>("replaced by " + prepared->input->name(),
                                                  relation == FileRelation::kReplacesByKey);
  std::string key;
  absl::Status passed = ForEachBatch(*prepared->plan, *prepared->input, cancelled_,
                                     [&](const LineBatch& batch, const RowWalk&) {
                                       for (const BudgetLine& line : batch.lines) {
                                         key.clear();
                                         AppendKey(*batch.schema, batch.row(line.row), &key);
                                         replaced->Add(batch.groups->group(line.group), key);
                                       }
                                     });
  prepared->replaces = std::move(replaced);
  return passed;
}

absl::Status Preparation::Prepare(const FileReading& reading, PreparedFile* prepared) {
  const DossierFile& file = inputs_.files[reading.name.file];
  prepared->part = file.part;
  prepared->joins = file.relation != FileRelation::kNone;
  prepared->may_repeat = file.may_repeat;
  prepared->is_carried = reading.is_carried;
  OpenedFile& opened = opened_[reading.name.file];
  const TableChoice table = opened.table;
  if (reading.is_carried) {
    auto again = InputFile::Open(file.file.path);
    if (!again.ok()) return again.status();
    prepared->input = *std::move(again);
  } else {
    prepared->input = std::move(opened.input);
  }
  FileTerms terms;
  terms.phase = reading.phase;
  terms.year = file.year;
  // The same file, read as another phase, has the same totals: they are checked once.
  if (!reading.is_carried) terms.control_totals = file.control_totals;
  Diagnostics* const diagnostics = reading.is_carried ? &of_carried_ : diagnostics_;
  absl::Status status = CheckStated(file, table, prepared);
  if (status.ok()) status = Bind(table, terms, countries_, diagnostics, prepared);
  if (status.ok() && prepared->plan) status = Correct(reading.name.file, table, &terms, prepared);
  // Before its own lines are replaced: a key that a later file has, too, is still one of its keys.
  if (status.ok() && prepared->plan) status = CollectReplaced(reading.name.file, prepared);
  if (!status.ok()) return status;
  replaced_by_[reading.name] = prepared->replaces;
  for (const ReadingName& later : reading.replaced_by) {
    // Null where the later file could not be bound: then its mistakes are reported already.
    const auto& replaced = replaced_by_[later];
    if (replaced) terms.replaced.push_back(replaced);
  }
  if (!prepared->plan || terms.replaced.empty()) return absl::OkStatus();
  return Bind(table, terms, countries_, diagnostics, prepared);
}

absl::StatusOr<std::vector<PreparedFile>> Preparation::Run() {
  absl::Status status = Open();
  if (!status.ok()) return status;
  const std::size_t errors_before = diagnostics_->error_count();
  std::vector<const Layout*> layouts;
  for (const OpenedFile& file : opened_) layouts.push_back(file.table.layout);
  const std::vector<FileReading> readings = PlanReadings(inputs_.files, layouts, diagnostics_);
  std::vector<PreparedFile> prepared(readings.size());
  if (diagnostics_->error_count() > errors_before) return prepared;
  // From the last to the first: what a file replaces is known before those that it replaces.
  for (std::size_t i = readings.size(); i-- > 0;) {
    status = Prepare(readings[i], &prepared[i]);
    if (IsCancelled()) return absl::CancelledError("stopped");
    if (!status.ok()) return status;
  }
  if (diagnostics_->error_count() == errors_before) diagnostics_->Append(of_carried_);
  return prepared;
}

}  // namespace

std::string PreparedFile::Title() const {
  if (!is_carried) return input->name();
  return input->name() + ", carried over to " + std::string(PhaseName(*plan->layout().phase.value));
}

absl::StatusOr<PreparedFile> PrepareFile(const std::string& path, const Layouts& layouts,
                                         const CountryTable& countries, Diagnostics* diagnostics) {
  DossierFile file;
  file.file.path = path;
  auto opened = OpenFile(file, layouts);
  if (!opened.ok()) return opened.status();
  PreparedFile prepared;
  prepared.input = std::move(opened->input);
  absl::Status bound = Bind(opened->table, {}, countries, diagnostics, &prepared);
  if (!bound.ok()) return bound;
  return prepared;
}

absl::StatusOr<std::vector<PreparedFile>> PrepareFiles(
    const RunInputs& inputs, const Layouts& layouts, const CorrectionsFile& corrections,
    const CountryTable& countries, Diagnostics* diagnostics, const std::atomic<bool>* cancelled) {
  return Preparation(inputs, layouts, corrections, countries, diagnostics, cancelled).Run();
}

}  // namespace tranche
