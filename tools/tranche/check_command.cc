#include "tools/tranche/check_command.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <optional>
#include <thread>

#include "engine/report/check_json.h"
#include "engine/report/check_text.h"
#include "tools/tranche/cancel.h"
#include "tools/tranche/progress_bar.h"
#include "tools/tranche/standard_output.h"
#include "tools/tranche/stoppable_stdin.h"

namespace tranche {
namespace {

/// `2026-11-24`, where the user is.
std::string Today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (::localtime_r(&now, &local) == nullptr) return "";
  char text[sizeof("2026-11-24")] = "";
  return std::strftime(text, sizeof(text), "%Y-%m-%d", &local) == 0 ? "" : text;
}

}  // namespace

CheckCommand::CheckCommand(CLI::App* app, ExitStatus* status) {
  request_.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  CLI::App* command = app->add_subcommand(
      "check", "Find everything wrong with rulebooks, vocabularies and layouts; run all examples");
  command->add_option("FILE", request_.paths,
                      "Rulebooks, layouts, vocabularies (also their folder) and budget exports, in "
                      "any order; nothing: the shipped rulebook and all shipped layouts");
  command->add_option("--rules", request_.rulebook_path,
                      "Rulebook (default with budgets: the shipped hague-2025.yaml)");
  command->add_option("--layout", request_.layout_path,
                      "Layout file for all budgets (default: recognised by the header row)");
  command->add_option("--decisions", request_.decisions_path,
                      "People's decisions on single lines: undecided.csv with outcome filled in");
  command->add_option("--set", request_.settings, "Another value for an option: --set mobility=25%")
      ->expected(1)
      ->take_all();
  command->add_flag(
      "--notes", with_notes_,
      "Also what is good to know and no mistake: concepts of shared vocabularies that "
      "no rule mentions, and the like");
  command->add_option("--format", format_, "text or json")->check(CLI::IsMember({"text", "json"}));
  command->add_option("--threads", request_.threads, "Threads (default: one per processor)")
      ->check(CLI::Range(1, 256));
  command->add_option("--home", home_, "Folder that holds rules/ and corpus/");
  command->footer(
      "Prints nothing where all is well. With budgets it also shows which rules fit no line, "
      "which\n"
      "could not be tested, and what money a rule took that a later rule fits, too.\n"
      "Exit status: 0 all well; 1 errors or warnings; 2 could not run.");
  command->callback([this, status] { *status = Run(); });
}

ExitStatus CheckCommand::Run() {
  const auto home = FindHome(home_);
  if (!home.ok()) {
    std::fprintf(stderr, "tranche: %s\n", std::string(home.status().message()).c_str());
    return ExitStatus::kCouldNotRun;
  }
  request_.home = *home;
  request_.today = Today();
  request_.cancelled = &CancelFlag();
  CheckOutcome outcome;
  {
    ProgressBar bar;
    std::optional<StoppableStdin> standard_input;
    if (std::count(request_.paths.begin(), request_.paths.end(), "-") > 0) {
      standard_input.emplace(CancelFlag());
    }
    request_.progress = [&bar](std::string_view file, std::uint64_t bytes,
                               std::optional<std::uint64_t> size_bytes) {
      bar.Show(file, bytes, size_bytes);
    };
    outcome = RunCheck(request_);
  }
  return Print(outcome);
}

ExitStatus CheckCommand::Print(const CheckOutcome& outcome) const {
  const CheckResult& result = outcome.result;
  const std::string text = format_ == "json" ? CheckJson(result) : CheckText(result, with_notes_);
  if (!PrintToStdout(text)) return ExitStatus::kCouldNotRun;
  if (absl::IsCancelled(outcome.status)) {
    std::fputs("tranche: stopped\n", stderr);
  } else if (!outcome.status.ok()) {
    std::fprintf(stderr, "tranche: %s\n", std::string(outcome.status.message()).c_str());
  } else if (!result.HasFindings() && ::isatty(STDERR_FILENO) != 0) {
    std::fprintf(stderr, "%s, %zu of %zu examples as they say\n", CheckCount(result).c_str(),
                 result.examples.run - result.examples.failed, result.examples.run);
  }
  return ExitStatusOf(outcome.status, /*has_errors=*/false, result.HasFindings());
}

}  // namespace tranche
