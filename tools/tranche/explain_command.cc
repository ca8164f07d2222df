#include "tools/tranche/explain_command.h"

#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>

#include "engine/report/explanation_json.h"
#include "engine/report/explanation_text.h"
#include "tools/tranche/cancel.h"
#include "tools/tranche/line_selection.h"
#include "tools/tranche/standard_output.h"
#include "tools/tranche/stoppable_stdin.h"

namespace tranche {
namespace {

/// `scheme=code` in two; nothing without both.
std::optional<std::pair<std::string, std::string>> SplitAtEquals(const std::string& text) {
  const std::size_t at = text.find('=');
  if (at == std::string::npos || at == 0 || at + 1 == text.size()) return std::nullopt;
  return std::pair(text.substr(0, at), text.substr(at + 1));
}

std::optional<std::uint64_t> ParseRow(std::string_view text) {
  std::uint64_t row = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), row);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || row == 0) {
    return std::nullopt;
  }
  return row;
}

}  // namespace

ExplainCommand::ExplainCommand(CLI::App* app, ExitStatus* status) {
  command_ = app->add_subcommand(
      "explain", "Why one line counts as what it does: rule, item, proof, and what nearly fitted");
  command_->add_option("LINE", place_,
                       "FILE:ROW, rows counted from 1 as a spreadsheet does; or FILE with --key");
  command_->add_option("--key", key_, "The line's key, as lines.csv and undecided.csv write it");
  command_->add_option("--text", text_, "Without a file: what the line is called");
  command_->add_option("--parents", parents_, "… what stands above it: chapter, programme");
  command_->add_option("--country", country_, "… its country, in three letters: ITA");
  const auto add_pairs = [this](const char* name, std::vector<std::string>* pairs,
                                const char* help) {
    command_->add_option(name, *pairs, help)->expected(1)->take_all();
  };
  add_pairs("--code", &codes_, "… a code: --code cofog=02.1 (may be given again)");
  add_pairs("--field", &fields_, "… a field that rules ask for: --field ministry=Defence");
  command_->add_option("--nature", nature_, "… pay, goods, transfer, capital, interest or loan");
  command_->add_option("--year", years_, "Only amounts of these years: 2024 or 2024,2025");
  command_->add_option("--phase", phases_,
                       "Only these phases: draft, adopted, revised, outturn, outlook");
  command_->add_option("--rules", request_.rulebook_path,
                       "Rulebook (default: the shipped hague-2025.yaml)");
  add_pairs("--set", &request_.settings, "Another value for an option: --set mobility=25%");
  command_->add_option("--layout", request_.layout_path,
                       "Layout file (default: recognised by the header row)");
  command_->add_option("--decisions", request_.decisions_path,
                       "People's decisions on single lines, as the run had them");
  command_->add_option("--format", format_, "text or json")->check(CLI::IsMember({"text", "json"}));
  command_->add_option("--home", home_, "Folder that holds rules/ and corpus/");
  command_->footer(
      "Examples:\n"
      "  tranche explain budget.csv:14\n"
      "  tranche explain budget.csv --key '29-752-01'\n"
      "  zcat budget.csv.gz | tranche explain -- -:14\n"
      "  tranche explain --text 'Neubau der Rheinbrücke' --country DEU --code deu-funktion=722\n"
      "Exit status: 0 explained; 2 no such line, or it could not be looked for.");
  command_->callback([this, status] { *status = Run(); });
}

bool ExplainCommand::IsStated() const {
  for (const char* name : {"--text", "--parents", "--country", "--code", "--field", "--nature"}) {
    if (command_->count(name) > 0) return true;
  }
  return false;
}

std::string ExplainCommand::ReadPlace() {
  if (IsStated()) {
    return "--text, --parents, --country, --code, --field and --nature state a line without a "
           "file; leave them out, or leave out '" +
           place_ + "'";
  }
  if (command_->count("--key") > 0) {
    request_.file = place_;
    request_.key = key_;
    return "";
  }
  const std::size_t colon = place_.rfind(':');
  const auto row = colon == std::string::npos
                       ? std::nullopt
                       : ParseRow(std::string_view(place_).substr(colon + 1));
  if (!row || colon == 0) {
    return "say which line of the file: its row, as in " + place_.substr(0, colon) +
           ":14 (counted from 1, as a spreadsheet does), or its key with --key";
  }
  request_.file = place_.substr(0, colon);
  request_.row = row;
  return "";
}

std::string ExplainCommand::ReadStated() {
  if (!IsStated()) {
    return "say which line: FILE:ROW, FILE with --key, or --text with --country; see tranche "
           "explain --help";
  }
  if (country_.empty()) return "a line without a file needs --country, like --country ITA";
  if (command_->count("--key") > 0) return "--key needs the file to look for it in";
  if (command_->count("--decisions") > 0) {
    return "--decisions are on lines of a file; say which, as in budget.csv:14";
  }
  StatedLine line;
  line.country = country_;
  const auto stated = [this](const char* name, const std::string& value) {
    return command_->count(name) > 0 ? std::optional(value) : std::nullopt;
  };
  line.text = stated("--text", text_);
  line.parents = stated("--parents", parents_);
  line.nature = stated("--nature", nature_);
  if (request_.selection.years.size() > 1) return "a line without a file has one --year";
  if (!request_.selection.years.empty()) line.year = *request_.selection.years.begin();
  for (const std::string& text : codes_) {
    const auto pair = SplitAtEquals(text);
    if (!pair) return "--code '" + text + "' is no code; write scheme=code, like cofog=02.1";
    line.codes.push_back(*pair);
  }
  for (const std::string& text : fields_) {
    const auto pair = SplitAtEquals(text);
    if (!pair) return "--field '" + text + "' is no field; write name=value";
    line.fields.push_back(*pair);
  }
  request_.line = std::move(line);
  return "";
}

std::string ExplainCommand::ReadFlags() {
  std::string problem = ReadSelection(years_, phases_, &request_.selection);
  if (problem.empty()) problem = place_.empty() ? ReadStated() : ReadPlace();
  if (!problem.empty()) return problem;
  const auto home = FindHome(home_);
  if (!home.ok()) return std::string(home.status().message());
  request_.home = *home;
  return "";
}

ExitStatus ExplainCommand::Run() {
  if (const std::string problem = ReadFlags(); !problem.empty()) {
    std::fprintf(stderr, "tranche: %s\n", problem.c_str());
    return ExitStatus::kCouldNotRun;
  }
  std::optional<StoppableStdin> standard_input;
  if (request_.file == "-") standard_input.emplace(CancelFlag());
  const ExplainOutcome outcome = RunExplain(request_);
  standard_input.reset();
  if (CancelFlag()) return ExitStatus::kInterrupted;
  std::fputs(outcome.diagnostics.ToText().c_str(), stderr);
  if (!outcome.status.ok()) {
    std::fprintf(stderr, "tranche: %s\n", std::string(outcome.status.message()).c_str());
  }
  if (!outcome.explanation) return ExitStatus::kCouldNotRun;
  const std::string text = format_ == "json" ? ExplanationJson(*outcome.explanation)
                                             : ExplanationText(*outcome.explanation);
  return PrintToStdout(text) ? ExitStatus::kDone : ExitStatus::kCouldNotRun;
}

}  // namespace tranche
