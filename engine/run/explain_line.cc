#include "engine/run/explain_line.h"

#include <memory>
#include <string>
#include <utility>

#include "engine/layout/layout.h"
#include "engine/match/matcher.h"
#include "engine/run/corrections_file.h"
#include "engine/run/decision_outcome.h"
#include "engine/run/explained_row.h"
#include "engine/run/file_preparation.h"
#include "engine/run/inputs.h"
#include "engine/run/layouts.h"
#include "engine/run/row_search.h"
#include "engine/run/rulebook_file.h"

namespace tranche {
namespace {

constexpr std::size_t kMostRows = 5;

/// One explanation at work: each step adds to the outcome.
class ExplainRun {
 public:
  explicit ExplainRun(const ExplainRequest& request) : request_(request) {}

  ExplainOutcome Run() {
    outcome_.status = RunSteps();
    return std::move(outcome_);
  }

 private:
  absl::Status RunSteps();
  absl::Status LoadBook();
  absl::Status OpenFiles();
  absl::StatusOr<const PreparedFile*> FindRows(std::vector<FoundRow>* found);
  absl::Status ExplainRows();
  absl::Status State();

  const ExplainRequest& request_;
  ExplainOutcome outcome_;
  LineExplanation explanation_;
  CountryTable countries_;
  std::shared_ptr<const Matcher> matcher_;
  RunInputs inputs_;
  Layouts layouts_;
  std::vector<PreparedFile> files_;
  RunDecisions decisions_;
};

absl::Status ExplainRun::LoadBook() {
  auto countries = LoadCountries(request_.home.CountryTablePath());
  if (!countries.ok()) return countries.status();
  countries_ = *std::move(countries);
  inputs_.rulebook_path = request_.rulebook_path;
  inputs_.decisions_path = request_.decisions_path;
  inputs_.selection = request_.selection;
  if (!request_.line) {
    absl::Status resolved =
        ResolveInputs({request_.file}, countries_, &outcome_.diagnostics, &inputs_);
    if (!resolved.ok() || outcome_.diagnostics.HasErrors()) return resolved;
  }
  auto book = LoadRulebookFile(request_.home.RulebookOr(inputs_.rulebook_path), countries_,
                               &outcome_.diagnostics, request_.settings);
  if (!book.ok()) return book.status();
  if (!book->has_value()) return absl::OkStatus();
  absl::Status status;
  Rulebook& loaded = **book;
  if (!request_.line) {
    const std::string decisions = request_.home.DecisionsOr(inputs_.decisions_path);
    status = decisions_.Load(decisions, countries_, &loaded, &outcome_.diagnostics);
    if (!status.ok()) return status;
  }
  explanation_.rulebook = std::make_shared<const Rulebook>(std::move(loaded));
  matcher_ = Matcher::Compile(explanation_.rulebook, countries_, {});
  return absl::OkStatus();
}

absl::Status ExplainRun::OpenFiles() {
  Diagnostics* const diagnostics = &outcome_.diagnostics;
  if (inputs_.dossier && request_.row) {
    return absl::InvalidArgumentError("'" + request_.file +
                                      "' is a dossier of several files; name the line by its key "
                                      "(--key)");
  }
  auto layouts =
      LoadLayouts(request_.home, request_.layout_path, inputs_.files, countries_, diagnostics);
  if (!layouts.ok()) return layouts.status();
  layouts_ = *std::move(layouts);
  if (diagnostics->HasErrors()) return absl::OkStatus();
  const auto corrections = LoadCorrections(inputs_.CorrectionsPath(), inputs_.files, diagnostics);
  if (!corrections.ok()) return corrections.status();
  auto files =
      PrepareFiles(inputs_, layouts_, *corrections, countries_, diagnostics, /*cancelled=*/nullptr);
  if (!files.ok()) return files.status();
  files_ = *std::move(files);
  return absl::OkStatus();
}

/// The first file that has the row or the key; its rows go to `*found`.
absl::StatusOr<const PreparedFile*> ExplainRun::FindRows(std::vector<FoundRow>* found) {
  if (request_.row) {
    auto row = FindRow(files_.front(), *request_.row);
    if (!row.ok()) return row.status();
    found->push_back(*std::move(row));
    return &files_.front();
  }
  std::vector<std::string> nearest;
  for (const PreparedFile& file : files_) {
    auto matches = FindKey(file, *request_.key, kMostRows);
    if (!matches.ok()) return matches.status();
    if (nearest.empty()) nearest = std::move(matches->nearest);
    if (matches->rows.empty()) continue;
    *found = std::move(matches->rows);
    explanation_.more_rows = matches->more;
    return &file;
  }
  std::string message = request_.file == "-" ? files_.front().input->name() : request_.file;
  message += " has no line with the key '" + *request_.key + "'";
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    message += (i == 0 ? "; the nearest are '" : ", '") + nearest[i] + "'";
  }
  return absl::NotFoundError(message);
}

absl::Status ExplainRun::ExplainRows() {
  std::vector<FoundRow> found;
  const auto file = FindRows(&found);
  if (!file.ok()) return file.status();
  const FilePlan& plan = *(*file)->plan;
  explanation_.file = (*file)->Title();
  explanation_.layout_name = plan.layout().name;
  explanation_.layout_title = plan.layout().title;
  absl::Status seen =
      decisions_.LookThrough(files_, inputs_.selection, *explanation_.rulebook, nullptr);
  if (!seen.ok()) return seen;
  for (const FoundRow& row : found) {
    explanation_.rows.push_back(
        ExplainRow(row, plan, inputs_.selection, *matcher_, decisions_.plan(), countries_));
  }
  return absl::OkStatus();
}

absl::Status ExplainRun::State() {
  auto row = ExplainStated(*request_.line, *matcher_, countries_);
  if (!row.ok()) return row.status();
  explanation_.rows.push_back(*std::move(row));
  return absl::OkStatus();
}

absl::Status ExplainRun::RunSteps() {
  absl::Status status = LoadBook();
  if (status.ok() && !request_.line) status = OpenFiles();
  if (!status.ok() || outcome_.diagnostics.HasErrors()) return status;
  status = request_.line ? State() : ExplainRows();
  if (status.ok()) outcome_.explanation = std::move(explanation_);
  return status;
}

}  // namespace

ExplainOutcome RunExplain(const ExplainRequest& request) { return ExplainRun(request).Run(); }

}  // namespace tranche
