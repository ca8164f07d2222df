#include "engine/run/check.h"

#include <memory>
#include <utility>

#include "engine/layout/layout.h"
#include "engine/rulebook/load_vocabulary_alone.h"
#include "engine/rulebook/rulebook.h"
#include "engine/run/check_target.h"
#include "engine/run/classify.h"
#include "engine/run/decision_outcome.h"
#include "engine/run/inputs.h"
#include "engine/study/book_check.h"
#include "engine/study/idle_words.h"

namespace tranche {
namespace {

/// A check at work: each step adds to the outcome.
class CheckRun {
 public:
  explicit CheckRun(const CheckRequest& request) : request_(request) {}

  CheckOutcome Run() {
    outcome_.status = RunSteps();
    return std::move(outcome_);
  }

 private:
  absl::Status RunSteps();
  absl::Status TakeDossier(const std::string& path);
  absl::Status SortPaths();
  absl::Status CheckLayouts();
  absl::Status CheckBooks();
  absl::Status CheckBudgets();

  const CheckRequest& request_;
  CheckOutcome outcome_;
  CountryTable countries_;
  std::vector<std::string> books_;
  std::vector<std::string> layouts_;
  std::vector<std::string> vocabularies_;
  std::vector<std::string> budgets_;
  std::string rulebook_path_;
  std::string decisions_path_;
  bool has_broken_dossier_ = false;
};

absl::Status NoWholeFile(const std::string& path, CheckTarget target) {
  if (target == CheckTarget::kBookPart) {
    return absl::InvalidArgumentError("'" + path +
                                      "' is a part of a rulebook; check the rulebook that includes "
                                      "it (the file that begins with rulebook:)");
  }
  return absl::InvalidArgumentError(
      "cannot tell what '" + path +
      "' is: a rulebook has a line that begins with rulebook:, a layout one with layout:, a "
      "vocabulary file one with language: or concepts:");
}

/// A dossier is a budget that brings its own rulebook and decisions.
absl::Status CheckRun::TakeDossier(const std::string& path) {
  RunInputs inputs;
  inputs.rulebook_path = rulebook_path_;
  inputs.decisions_path = decisions_path_;
  absl::Status resolved = ResolveInputs({path}, countries_, &outcome_.result.diagnostics, &inputs);
  if (!resolved.ok()) return resolved;
  if (!inputs.dossier) {
    has_broken_dossier_ = true;
    outcome_.result.checked.push_back(path);
    return absl::OkStatus();
  }
  budgets_.push_back(path);
  rulebook_path_ = inputs.rulebook_path;
  decisions_path_ = inputs.decisions_path;
  return absl::OkStatus();
}

absl::Status CheckRun::SortPaths() {
  rulebook_path_ = request_.rulebook_path;
  decisions_path_ = request_.decisions_path;
  for (const std::string& path : request_.paths) {
    const auto target = CheckTargetOf(path);
    if (!target.ok()) return target.status();
    switch (*target) {
      case CheckTarget::kRulebook:
        books_.push_back(path);
        break;
      case CheckTarget::kLayout:
        layouts_.push_back(path);
        break;
      case CheckTarget::kVocabulary:
        vocabularies_.push_back(path);
        break;
      case CheckTarget::kBudget:
        budgets_.push_back(path);
        break;
      case CheckTarget::kDossier:
        if (absl::Status taken = TakeDossier(path); !taken.ok()) return taken;
        break;
      case CheckTarget::kBookPart:
      case CheckTarget::kOtherYaml:
        return NoWholeFile(path, *target);
    }
  }
  if (!rulebook_path_.empty()) books_.push_back(rulebook_path_);
  if (!request_.layout_path.empty()) layouts_.push_back(request_.layout_path);
  const bool names_only_budgets =
      books_.empty() && layouts_.empty() && vocabularies_.empty() && !has_broken_dossier_;
  if (names_only_budgets) books_.push_back(request_.home.DefaultRulebook());
  const bool needs_one_book = !budgets_.empty() || !decisions_path_.empty();
  if (books_.empty() && needs_one_book) books_.push_back(request_.home.DefaultRulebook());
  if (books_.size() > 1 && needs_one_book) {
    return absl::InvalidArgumentError(
        std::string("to judge ") + (budgets_.empty() ? "decisions" : "budgets") +
        ", name one rulebook and not '" + books_[0] + "' and '" + books_[1] + "'");
  }
  for (const auto* list : {&books_, &layouts_, &vocabularies_, &budgets_}) {
    outcome_.result.checked.insert(outcome_.result.checked.end(), list->begin(), list->end());
  }
  return absl::OkStatus();
}

absl::Status CheckRun::CheckLayouts() {
  Diagnostics& diagnostics = outcome_.result.diagnostics;
  if (request_.paths.empty() && request_.layout_path.empty() && request_.rulebook_path.empty()) {
    outcome_.result.checked.push_back(request_.home.LayoutFolder());
    return LayoutCatalogue::LoadFolder(request_.home.LayoutFolder(), countries_, &diagnostics)
        .status();
  }
  for (const std::string& path : layouts_) {
    const auto layout = LoadLayout(path, countries_, &diagnostics);
    if (!layout.ok()) return layout.status();
  }
  return absl::OkStatus();
}

absl::Status CheckRun::CheckBooks() {
  CheckResult& result = outcome_.result;
  for (const std::string& path : books_) {
    auto loaded = LoadRulebook(path, countries_, &result.diagnostics, request_.settings);
    if (!loaded.ok()) return loaded.status();
    if (!loaded->has_value()) continue;
    RunDecisions decisions;
    absl::Status decided =
        decisions.Load(decisions_path_, countries_, &**loaded, &result.diagnostics);
    if (!decided.ok()) return decided;
    const auto book = std::make_shared<const Rulebook>(**std::move(loaded));
    Diagnostics findings;
    CheckBook(*book, countries_, {request_.today}, &findings);
    for (const Diagnostic& finding : findings.items()) {
      const bool is_remark = finding.severity == Severity::kNote;
      (is_remark ? result.remarks : result.diagnostics).Report(finding);
    }
    const ExampleCounts counts = CheckExamples(book, countries_, &result.diagnostics);
    result.examples.run += counts.run;
    result.examples.failed += counts.failed;
  }
  return absl::OkStatus();
}

absl::Status CheckRun::CheckBudgets() {
  ClassifyRequest classify;
  classify.home = request_.home;
  classify.files = budgets_;
  classify.rulebook_path = books_.front();
  classify.settings = request_.settings;
  if (layouts_.size() == 1) classify.layout_path = layouts_.front();
  classify.decisions_path = decisions_path_;
  classify.today = request_.today;
  classify.add_files = true;
  classify.part_of_budget = true;  // whether figures are right is no question here
  classify.open_all_rules = true;
  classify.threads = request_.threads;
  classify.progress = request_.progress;
  classify.cancelled = request_.cancelled;
  ClassifyOutcome classified = RunClassify(classify);
  // What the loaders say of rulebook and layouts was reported when these were checked.
  Diagnostics& diagnostics = outcome_.result.diagnostics;
  if (classified.diagnostics.HasErrors()) diagnostics.Append(classified.diagnostics);
  if (!classified.status.ok() || !classified.result) return classified.status;
  outcome_.result.use = StudyRuleUse(classified.tally, *classified.result->rulebook);
  if (!outcome_.result.use) {
    return absl::OutOfRangeError("a sum of money is larger than the program can hold exactly");
  }
  outcome_.result.budgets = std::move(classified.result);
  return absl::OkStatus();
}

absl::Status CheckRun::RunSteps() {
  auto countries = LoadCountries(request_.home.CountryTablePath());
  if (!countries.ok()) return countries.status();
  countries_ = *std::move(countries);
  if (absl::Status sorted = SortPaths(); !sorted.ok()) return sorted;
  if (absl::Status checked = CheckLayouts(); !checked.ok()) return checked;
  for (const std::string& path : vocabularies_) {
    Diagnostics* diagnostics = &outcome_.result.diagnostics;
    const auto words = LoadVocabularyAlone(path, countries_, diagnostics);
    if (words) CheckIdleWords(*words, diagnostics);
  }
  const std::size_t errors_before = outcome_.result.error_count();
  const std::size_t failed_before = outcome_.result.examples.failed;
  if (absl::Status checked = CheckBooks(); !checked.ok()) return checked;
  // A failed example is no reason not to judge budgets; a broken rulebook is.
  const std::size_t failed = outcome_.result.examples.failed - failed_before;
  const bool can_judge = outcome_.result.error_count() == errors_before + failed;
  return budgets_.empty() || !can_judge ? absl::OkStatus() : CheckBudgets();
}

}  // namespace

CheckOutcome RunCheck(const CheckRequest& request) { return CheckRun(request).Run(); }

}  // namespace tranche
