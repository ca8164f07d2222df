#include "engine/run/classify.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <utility>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "engine/layout/layout.h"
#include "engine/layout/suspicions.h"
#include "engine/match/matcher.h"
#include "engine/report/run_record.h"
#include "engine/rulebook/rulebook.h"
#include "engine/run/classify_file.h"
#include "engine/run/corrections_file.h"
#include "engine/run/decision_outcome.h"
#include "engine/run/file_preparation.h"
#include "engine/run/group_gdp.h"
#include "engine/run/inputs.h"
#include "engine/run/layouts.h"
#include "engine/run/meeting.h"
#include "engine/run/replacements.h"
#include "engine/run/rulebook_file.h"
#include "engine/run/run_output.h"
#include "engine/tally/gdp.h"
#include "engine/tally/plausibility.h"
#include "engine/tally/reconciliation.h"

namespace tranche {
namespace {

constexpr std::size_t kFirstRejected = 20;

/// Takes the time of each step of a run.
class StepClock {
 public:
  void EndStep(std::string name) {
    const auto now = std::chrono::steady_clock::now();
    timings_.steps_microseconds.emplace_back(std::move(name), Microseconds(now - last_));
    last_ = now;
  }
  RunTimings Timings() {
    timings_.total_microseconds = Microseconds(last_ - start_);
    return timings_;
  }

 private:
  static std::int64_t Microseconds(std::chrono::steady_clock::duration duration) {
    return std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
  }

  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = start_;
  RunTimings timings_;
};

/// One run at work: each step either fills its part or sets the outcome's status.
class ClassifyRun {
 public:
  explicit ClassifyRun(const ClassifyRequest& request) : request_(request) {}

  ClassifyOutcome Run() {
    outcome_.status = RunSteps();
    return std::move(outcome_);
  }

 private:
  absl::Status RunSteps();
  absl::Status LoadReference();
  absl::Status Prepare();
  absl::Status ClassifyFiles();
  absl::Status ClassifyOne(PreparedFile* file);
  absl::Status CheckControls(PreparedFile* file, FileResult* result);
  void RecordDossier();
  absl::Status CheckPlausible(const std::vector<GroupTotals>& totals);
  absl::Status Conclude();

  const ClassifyRequest& request_;
  ClassifyOutcome outcome_;
  ClassifyResult result_;
  CountryTable countries_;
  GdpTable gdp_;
  std::shared_ptr<const Matcher> matcher_;
  RunInputs inputs_;
  Layouts layouts_;
  CorrectionsFile corrections_;
  std::vector<PreparedFile> files_;
  RunDecisions decisions_;
  std::optional<RunOutput> output_;
  std::uint64_t input_bytes_ = 0;
};

absl::Status ClassifyRun::LoadReference() {
  auto countries = LoadCountries(request_.home.CountryTablePath());
  if (!countries.ok()) return countries.status();
  countries_ = *std::move(countries);
  inputs_.rulebook_path = request_.rulebook_path;
  inputs_.gdp_path = request_.gdp_path;
  inputs_.decisions_path = request_.decisions_path;
  inputs_.selection = request_.selection;
  absl::Status resolved =
      ResolveInputs(request_.files, countries_, &outcome_.diagnostics, &inputs_);
  if (!resolved.ok() || outcome_.diagnostics.HasErrors()) return resolved;
  auto book = LoadRulebookFile(request_.home.RulebookOr(inputs_.rulebook_path), countries_,
                               &outcome_.diagnostics, request_.settings);
  if (!book.ok()) return book.status();
  auto gdp = GdpTable::Load(inputs_.gdp_path.empty() ? request_.home.GdpTable() : inputs_.gdp_path,
                            inputs_.gdp_edition);
  if (!gdp.ok()) return gdp.status();
  gdp_ = *std::move(gdp);
  result_.gdp_path = gdp_.path();
  auto layouts = LoadLayouts(request_.home, request_.layout_path, inputs_.files, countries_,
                             &outcome_.diagnostics);
  if (!layouts.ok()) return layouts.status();
  layouts_ = *std::move(layouts);
  if (outcome_.diagnostics.HasErrors()) return absl::OkStatus();
  Rulebook& loaded = **book;
  absl::Status decided = decisions_.Load(request_.home.DecisionsOr(inputs_.decisions_path),
                                         countries_, &loaded, &outcome_.diagnostics);
  if (!decided.ok() || outcome_.diagnostics.HasErrors()) return decided;
  result_.rulebook = std::make_shared<const Rulebook>(std::move(loaded));
  Matcher::Options options;
  if (request_.open_all_rules) {
    options.open_rules.resize(result_.rulebook->rules.size());
    std::iota(options.open_rules.begin(), options.open_rules.end(), RuleId{0});
  }
  matcher_ = Matcher::Compile(result_.rulebook, countries_, options);
  return absl::OkStatus();
}

absl::Status ClassifyRun::Prepare() {
  auto corrections =
      LoadCorrections(inputs_.CorrectionsPath(), inputs_.files, &outcome_.diagnostics);
  if (!corrections.ok()) return corrections.status();
  corrections_ = *std::move(corrections);
  auto files = PrepareFiles(inputs_, layouts_, corrections_, countries_, &outcome_.diagnostics,
                            request_.cancelled);
  if (!files.ok()) return files.status();
  files_ = *std::move(files);
  return absl::OkStatus();
}

absl::Status ClassifyRun::ClassifyOne(PreparedFile* file) {
  FileResult& result = result_.files.emplace_back();
  result.name = file->Title();
  result.part = file->part;
  result.is_carried = file->is_carried;
  result.corrected_cells = file->corrections.count;
  result.corrected_difference = file->corrections.difference;
  result.layout_name = file->plan->layout().name;
  result.layout_title = file->plan->layout().title;
  // The plan's assumptions hold those of the head, too.
  result.assumptions = file->plan->assumptions();
  result.companions = file->plan->companion_paths();
  result.schema = file->plan->schema();
  result.fiscal = file->plan->layout().year.fiscal;

  ClassifyFileOptions options;
  options.selection = inputs_.selection;
  options.threads = request_.threads;
  options.chunk_size_bytes = request_.chunk_size_bytes;
  options.cancelled = request_.cancelled;
  options.decisions = decisions_.plan();
  options.wanted.lines = output_ && request_.lines;
  options.wanted.undecided = output_.has_value();
  const std::uint64_t bytes_before = input_bytes_;
  options.progress = [&](std::uint64_t bytes) {
    input_bytes_ = bytes_before + bytes;
    if (!request_.progress) return;
    // A sheet's bytes are those of the text that it was turned into.
    const bool is_sheet = file->input->workbook() != nullptr;
    request_.progress(result.name, bytes, is_sheet ? std::nullopt : file->input->size_bytes());
  };
  options.write = [&](ChunkOutput& chunk) {
    // They were reported when the file was read first.
    if (file->is_carried) chunk.rejected.clear();
    result_.rejected_count += chunk.rejected.size();
    for (const RejectedRow& rejected : chunk.rejected) {
      if (result_.first_rejected.size() >= kFirstRejected) break;
      result_.first_rejected.push_back(RejectedIn(*file->input, rejected));
    }
    return output_ ? output_->Write(*file->input, chunk) : absl::OkStatus();
  };
  absl::Status classified =
      ClassifyFile(*file->plan, *file->input, *matcher_, options, &outcome_.tally, &result.account);
  if (!classified.ok()) return classified;
  auto suspicions = SuspicionsOf(*file->plan, *file->input, result.account);
  if (!suspicions.ok()) return suspicions.status();
  result.suspicions = *std::move(suspicions);
  // The same file, read as another phase, has the same totals: they are checked once.
  return file->is_carried ? absl::OkStatus() : CheckControls(file, &result);
}

absl::Status ClassifyRun::CheckControls(PreparedFile* file, FileResult* result) {
  ControlsCheck controls = CheckControlTotals(*file->plan, result->account);
  auto totals = CheckRowControls(*file->plan, *file->input, result->account);
  if (!totals.ok()) return totals.status();
  const auto append = [](const std::vector<std::string>& from, std::vector<std::string>* to) {
    to->insert(to->end(), from.begin(), from.end());
  };
  result->control_totals_met = controls.met + totals->met;
  result->known_differences = std::move(controls.known);
  result->unmet_control_totals = std::move(controls.unmet);
  append(totals->unmet, &result->unmet_control_totals);
  append(totals->unproved, &result->suspicions);
  return absl::OkStatus();
}

absl::Status ClassifyRun::ClassifyFiles() {
  absl::Status seen =
      decisions_.LookThrough(files_, inputs_.selection, *result_.rulebook, request_.cancelled);
  if (!seen.ok()) return seen;
  result_.files.reserve(files_.size());
  for (PreparedFile& file : files_) {
    absl::Status classified = ClassifyOne(&file);
    if (!classified.ok()) return classified;
  }
  return absl::OkStatus();
}

void ClassifyRun::RecordDossier() {
  if (!inputs_.dossier) return;
  const Dossier& dossier = *inputs_.dossier;
  DossierResult& result = result_.dossier.emplace();
  result.name = dossier.name;
  result.title = dossier.title;
  result.path = dossier.path;
  result.text = dossier.text;
  result.not_loaded = dossier.not_loaded;
  result.corrections_path = corrections_.path;
  result.corrections_text = corrections_.text;
}

/// Stops where more was read than any state spends, or where all of a country is too little for
/// one. A few lines of another year beside a whole budget are only said aloud.
absl::Status ClassifyRun::CheckPlausible(const std::vector<GroupTotals>& totals) {
  if (request_.part_of_budget || (inputs_.dossier && inputs_.dossier->is_part_of_budget)) {
    return absl::OkStatus();
  }
  const GroupGdp gdp_of_groups(gdp_, result_.files);
  for (const GroupTotals& group : totals) {
    const std::optional<GdpFigure> gdp = gdp_of_groups.Of(group.group);
    if (!gdp) continue;
    const auto why = WhyImplausible(group, gdp->amount);
    if (!why) continue;
    const bool is_beside_more =
        std::any_of(totals.begin(), totals.end(), [&group](const GroupTotals& other) {
          return other.group.country == group.group.country &&
                 other.group.currency == group.group.currency &&
                 other.total.amount > group.total.amount;
        });
    if (!is_beside_more || !IsLessThanAnyState(group, gdp->amount)) {
      return absl::FailedPreconditionError(*why);
    }
    for (FileResult& file : result_.files) {
      if (!file.account.read_by_group.contains(group.group)) continue;
      file.suspicions.push_back(*why);
      break;
    }
  }
  return absl::OkStatus();
}

absl::Status ClassifyRun::Conclude() {
  std::vector<const FileAccount*> accounts;
  std::vector<const LineSchema*> schemas;
  for (const FileResult& file : result_.files) {
    accounts.push_back(&file.account);
    schemas.push_back(&file.schema);
  }
  if (!request_.add_files) {
    absl::Status together = CheckFilesBelongTogether(files_, result_.files, inputs_.selection,
                                                     inputs_.dossier.has_value());
    if (!together.ok()) return together;
  }
  absl::Status replaced = CheckReplacements(files_, &result_.files);
  if (!replaced.ok()) return replaced;
  auto totals = ApplyDefinition(outcome_.tally, *result_.rulebook);
  if (!totals.ok()) return totals.status();
  auto untested = FoldUntested(outcome_.tally, *result_.rulebook, schemas);
  if (!untested) {
    return absl::OutOfRangeError("a sum of money is larger than the program can hold exactly");
  }
  result_.untested = *std::move(untested);
  auto decided = decisions_.Result(request_.today, *result_.rulebook, outcome_.tally);
  if (!decided.ok()) return decided.status();
  result_.decisions = *std::move(decided);
  const auto lost = CheckConservation(accounts, inputs_.selection, *totals);
  if (!lost.empty()) {
    return absl::InternalError("the reconciliation does not hold: " + lost.front() +
                               "; this is a defect of the program, please report it");
  }
  absl::Status plausible = CheckPlausible(*totals);
  if (!plausible.ok()) return plausible;
  const GroupGdp gdp_of_groups(gdp_, result_.files);
  for (GroupTotals& group : *totals) {
    GroupResult result;
    result.country_name = countries_.NameOf(group.group.country);
    result.gdp = gdp_of_groups.Of(group.group);
    if (!result.gdp) result.no_gdp_because = gdp_of_groups.WhyNone(group.group);
    if (result.gdp) {
      std::vector<std::string> problems;
      result.targets = EvaluateTargets(*result_.rulebook, group, result.gdp->amount, &problems);
      if (!problems.empty()) return absl::OutOfRangeError(problems.front());
    }
    result.totals = std::move(group);
    result_.groups.push_back(std::move(result));
  }
  return absl::OkStatus();
}

absl::Status ClassifyRun::RunSteps() {
  const absl::Time started = absl::Now();
  StepClock clock;
  absl::Status status = LoadReference();
  if (!status.ok() || outcome_.diagnostics.HasErrors()) return status;
  clock.EndStep("load rulebook, layouts and reference data");
  if (!request_.out_folder.empty()) {
    auto output = RunOutput::Begin(request_.out_folder, request_.lines);
    if (!output.ok()) return output.status();
    output_.emplace(*std::move(output));
  }
  status = Prepare();
  if (!status.ok() || outcome_.diagnostics.HasErrors()) return status;
  clock.EndStep("open files and bind layouts");
  status = ClassifyFiles();
  if (!status.ok()) return status;
  clock.EndStep("read, judge and sum");
  status = Conclude();
  if (!status.ok()) return status;
  RecordDossier();
  clock.EndStep("apply the definition and reconcile");
  if (output_) {
    RunTimings timings = clock.Timings();
    timings.started = absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", started, absl::UTCTimeZone());
    timings.command_line = request_.command_line;
    timings.input_bytes = input_bytes_;
    timings.threads = static_cast<std::size_t>(request_.threads);
    for (const FileResult& file : result_.files) timings.rows += file.account.rows_read;
    status = output_->Finish(request_, inputs_.selection, result_, files_, timings);
    if (!status.ok()) return status;
  }
  outcome_.result = std::move(result_);
  return absl::OkStatus();
}

}  // namespace

ClassifyOutcome RunClassify(const ClassifyRequest& request) { return ClassifyRun(request).Run(); }

}  // namespace tranche
