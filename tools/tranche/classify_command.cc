#include "tools/tranche/classify_command.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <thread>
#include <utility>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "engine/layout/budget_line.h"
#include "engine/report/json_report.h"
#include "engine/report/tables.h"
#include "engine/report/text_report.h"
#include "tools/tranche/cancel.h"
#include "tools/tranche/line_selection.h"
#include "tools/tranche/progress_bar.h"
#include "tools/tranche/standard_output.h"
#include "tools/tranche/stoppable_stdin.h"
#include "tools/tranche/version.h"

namespace tranche {
ClassifyCommand::ClassifyCommand(CLI::App* app, std::vector<std::string> command_line,
                                 ExitStatus* status) {
  request_.command_line = std::move(command_line);
  request_.program_version = kVersion;
  request_.threads = 0;  // until ReadFlags: one per processor
  CLI::App* command = app->add_subcommand(
      "classify", "Sort budgets into slices: totals per country, shares of GDP, targets");
  command
      ->add_option("FILE", request_.files,
                   "Budget exports (CSV, also .gz and .zst; - is standard input)")
      ->required();
  command->add_option("--rules", request_.rulebook_path,
                      "Rulebook (default: the shipped hague-2025.yaml)");
  command->add_option("--set", request_.settings, "Another value for an option: --set mobility=25%")
      ->expected(1)
      ->take_all();
  command->add_option("--layout", request_.layout_path,
                      "Layout file for all inputs (default: recognised by the header row)");
  command->add_option("--gdp", request_.gdp_path, "GDP table (default: the shipped one)");
  command->add_option("--decisions", request_.decisions_path,
                      "People's decisions on single lines: undecided.csv with outcome filled in");
  command->add_option("--year", years_, "Only these years: 2024 or 2024,2025");
  command->add_option("--phase", phases_,
                      "Only these phases: draft, adopted, revised, outturn, outlook");
  command->add_option("--out", request_.out_folder,
                      "Write a run folder with all tables; it must not exist yet");
  command->add_flag("--lines", request_.lines, "Also write every line into the run folder");
  command->add_flag("--brief", brief_,
                    "Only the tables, without where every row of the files went");
  command->add_flag("--add-files", request_.add_files,
                    "The files are parts of one budget: add them even where they meet in country, "
                    "year and phase");
  command->add_flag("--part-of-budget", request_.part_of_budget,
                    "The files hold only a part of the budget: accept totals below 5 % of GDP (or "
                    "above 80 %)");
  command->add_option("--format", format_, "text, csv (the totals table) or json")
      ->check(CLI::IsMember({"text", "csv", "json"}));
  command->add_option("--threads", request_.threads, "Threads (default: one per processor)")
      ->check(CLI::Range(1, 256));
  command->add_option("--home", home_, "Folder that holds rules/ and corpus/");
  command->callback([this, status] { *status = Run(); });
}

std::string ClassifyCommand::ReadFlags() {
  if (std::string problem = ReadSelection(years_, phases_, &request_.selection); !problem.empty()) {
    return problem;
  }
  if (request_.lines && request_.out_folder.empty()) {
    return "--lines writes into the run folder; name one with --out";
  }
  request_.today = absl::FormatTime("%Y-%m-%d", absl::Now(), absl::LocalTimeZone());
  const auto home = FindHome(home_);
  if (!home.ok()) return std::string(home.status().message());
  request_.home = *home;
  if (request_.threads == 0) {
    request_.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  }
  return "";
}

ExitStatus ClassifyCommand::Run() {
  request_.cancelled = &CancelFlag();
  if (const std::string problem = ReadFlags(); !problem.empty()) {
    std::fprintf(stderr, "tranche: %s\n", problem.c_str());
    return ExitStatus::kCouldNotRun;
  }
  ClassifyOutcome outcome;
  {
    ProgressBar bar;
    std::optional<StoppableStdin> standard_input;
    if (std::count(request_.files.begin(), request_.files.end(), "-") > 0) {
      standard_input.emplace(CancelFlag());
    }
    request_.progress = [&bar](std::string_view file, std::uint64_t bytes,
                               std::optional<std::uint64_t> size_bytes) {
      bar.Show(file, bytes, size_bytes);
    };
    outcome = RunClassify(request_);
  }
  return Print(outcome);
}

ExitStatus ClassifyCommand::Print(const ClassifyOutcome& outcome) const {
  std::fputs(outcome.diagnostics.ToText().c_str(), stderr);
  if (absl::IsCancelled(outcome.status)) {
    std::fputs("tranche: stopped; nothing was written\n", stderr);
  } else if (!outcome.status.ok()) {
    std::fprintf(stderr, "tranche: %s\n", std::string(outcome.status.message()).c_str());
  }
  bool printed = true;
  if (outcome.result) {
    printed = PrintToStdout(format_ == "json"  ? JsonReport(*outcome.result)
                            : format_ == "csv" ? TotalsCsv(*outcome.result)
                                               : TextReport(*outcome.result, TextOptions{!brief_}));
  }
  if (!printed) return ExitStatus::kCouldNotRun;
  return ExitStatusOf(outcome.status, outcome.diagnostics.HasErrors(),
                      outcome.result && outcome.result->HasFindings());
}

}  // namespace tranche
