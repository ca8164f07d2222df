#include "engine/run/explain_line.h"

#include <memory>
#include <span>
#include <string>
#include <utility>

#include "engine/layout/layout.h"
#include "engine/match/matcher.h"
#include "engine/run/decision_outcome.h"
#include "engine/run/explained_row.h"
#include "engine/run/file_preparation.h"
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
  absl::Status OpenFile();
  absl::Status FindRows();
  absl::Status State();

  const ExplainRequest& request_;
  ExplainOutcome outcome_;
  LineExplanation explanation_;
  CountryTable countries_;
  std::shared_ptr<const Matcher> matcher_;
  Layouts layouts_;
  PreparedFile file_;
  RunDecisions decisions_;
};

absl::Status ExplainRun::LoadBook() {
  auto countries = LoadCountries(request_.home.CountryTablePath());
  if (!countries.ok()) return countries.status();
  countries_ = *std::move(countries);
  auto book = LoadRulebookFile(request_.home.RulebookOr(request_.rulebook_path), countries_,
                               &outcome_.diagnostics, request_.settings);
  if (!book.ok()) return book.status();
  if (!book->has_value()) return absl::OkStatus();
  absl::Status status;
  Rulebook& loaded = **book;
  if (!request_.line) {
    const std::string decisions = request_.home.DecisionsOr(request_.decisions_path);
    status = decisions_.Load(decisions, countries_, &loaded, &outcome_.diagnostics);
    if (!status.ok()) return status;
  }
  explanation_.rulebook = std::make_shared<const Rulebook>(std::move(loaded));
  matcher_ = Matcher::Compile(explanation_.rulebook, countries_, {});
  return absl::OkStatus();
}

absl::Status ExplainRun::OpenFile() {
  Diagnostics* const diagnostics = &outcome_.diagnostics;
  auto layouts = LoadLayouts(request_.home, request_.layout_path, countries_, diagnostics);
  if (!layouts.ok()) return layouts.status();
  layouts_ = *std::move(layouts);
  if (diagnostics->HasErrors()) return absl::OkStatus();
  auto file = PrepareFile(request_.file, layouts_, countries_, diagnostics);
  if (!file.ok()) return file.status();
  file_ = *std::move(file);
  return absl::OkStatus();
}

absl::Status ExplainRun::FindRows() {
  std::vector<FoundRow> found;
  if (request_.row) {
    auto row = FindRow(file_, *request_.row);
    if (!row.ok()) return row.status();
    found.push_back(*std::move(row));
  } else {
    auto matches = FindKey(file_, *request_.key, kMostRows);
    if (!matches.ok()) return matches.status();
    if (matches->rows.empty()) {
      std::string message =
          file_.input->name() + " has no line with the key '" + *request_.key + "'";
      for (std::size_t i = 0; i < matches->nearest.size(); ++i) {
        message += (i == 0 ? "; the nearest are '" : ", '") + matches->nearest[i] + "'";
      }
      return absl::NotFoundError(message);
    }
    found = std::move(matches->rows);
    explanation_.more_rows = matches->more;
  }
  explanation_.file = file_.input->name();
  explanation_.layout_name = file_.plan->layout().name;
  explanation_.layout_title = file_.plan->layout().title;
  absl::Status seen = decisions_.LookThrough(std::span(&file_, 1), request_.selection,
                                             *explanation_.rulebook, nullptr);
  if (!seen.ok()) return seen;
  for (const FoundRow& row : found) {
    explanation_.rows.push_back(
        ExplainRow(row, *file_.plan, request_.selection, *matcher_, decisions_.plan(), countries_));
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
  if (status.ok() && !request_.line) status = OpenFile();
  if (!status.ok() || outcome_.diagnostics.HasErrors()) return status;
  status = request_.line ? State() : FindRows();
  if (status.ok()) outcome_.explanation = std::move(explanation_);
  return status;
}

}  // namespace

ExplainOutcome RunExplain(const ExplainRequest& request) { return ExplainRun(request).Run(); }

}  // namespace tranche
