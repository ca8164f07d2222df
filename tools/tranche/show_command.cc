#include "tools/tranche/show_command.h"

#include <cstdio>

#include "engine/report/book_diff_json.h"
#include "engine/report/book_diff_piece.h"
#include "engine/report/book_diff_text.h"
#include "engine/rulebook/rulebook.h"
#include "engine/run/book_pair.h"
#include "engine/run/home.h"
#include "engine/run/rulebook_file.h"
#include "engine/study/book_diff.h"
#include "tools/tranche/standard_output.h"

namespace tranche {
namespace {

ExitStatus CouldNotRun(const absl::Status& status) {
  std::fprintf(stderr, "tranche: %s\n", std::string(status.message()).c_str());
  return ExitStatus::kCouldNotRun;
}

}  // namespace

ShowCommand::ShowCommand(CLI::App* app, ExitStatus* status) {
  CLI::App* command = app->add_subcommand(
      "show",
      "Print a rulebook as it is applied: all its files in one, with the place of each part; or "
      "what two of them say differently");
  CLI::Option* book = command->add_option("RULES", rulebook_path_,
                                          "Rulebook (default: the shipped hague-2025.yaml)");
  command->add_option("--rules", rulebook_path_, "The same, as other commands name it")
      ->excludes(book);
  command
      ->add_option(
          "--set", settings_,
          "Another value for an option: --set mobility=25%. With --diff, in each of the two "
          "books that has the option")
      ->expected(1)
      ->take_all();
  command->add_option("--part", selection_.part,
                      "Only this part: items, rules, options, targets, vocabulary, …");
  command->add_option("--rule", selection_.rule, "Only the rule with this id");
  command->add_option("--item", selection_.item, "Only this item");
  diff_ = command->add_option("--diff", other_path_,
                              "Another rulebook: print what the two say differently, side by side, "
                              "the first on the left");
  command->add_option("--format", format_, "text or json, for --diff")
      ->check(CLI::IsMember({"text", "json"}))
      ->needs(diff_);
  command->add_flag("--json", as_json_, "Short for --format json")->needs(diff_);
  command->add_option("--home", home_, "Folder that holds rules/ and corpus/");
  command->footer(
      "The whole text is a rulebook again: the same one, in one file.\n"
      "Exit status: 0 done, also where --diff finds differences; 2 could not run (a rulebook with\n"
      "mistakes, no such part).");
  command->callback([this, status] { *status = Run(); });
}

ExitStatus ShowCommand::Run() const {
  const auto home = FindHome(home_);
  if (!home.ok()) return CouldNotRun(home.status());
  const auto countries = LoadCountries(home->CountryTablePath());
  if (!countries.ok()) return CouldNotRun(countries.status());
  const std::string path = home->RulebookOr(rulebook_path_);
  return diff_->count() == 0 ? ShowBook(path, *countries) : ShowDiff(path, *countries);
}

ExitStatus ShowCommand::ShowBook(const std::string& path, const CountryTable& countries) const {
  Diagnostics diagnostics;
  const auto book = LoadRulebookFile(path, countries, &diagnostics, settings_);
  std::fputs(diagnostics.ToText().c_str(), stderr);
  if (!book.ok()) return CouldNotRun(book.status());
  if (!book->has_value()) return ExitStatus::kCouldNotRun;
  const bool is_whole =
      selection_.part.empty() && selection_.rule.empty() && selection_.item.empty();
  const absl::StatusOr<std::string> text =
      is_whole ? ResolvedBookText(**book) : ResolvedBookPiece(**book, selection_);
  if (!text.ok()) return CouldNotRun(text.status());
  return PrintToStdout(*text) ? ExitStatus::kDone : ExitStatus::kCouldNotRun;
}

ExitStatus ShowCommand::ShowDiff(const std::string& path, const CountryTable& countries) const {
  Diagnostics diagnostics;
  const auto books = LoadBookPair(path, other_path_, countries, settings_, &diagnostics);
  std::fputs(diagnostics.ToText().c_str(), stderr);
  if (!books.ok()) return CouldNotRun(books.status());
  if (!books->has_value()) return ExitStatus::kCouldNotRun;
  const absl::StatusOr<BookDiff> diff =
      BookDiffPiece(DiffBooks((*books)->left, (*books)->right), selection_);
  if (!diff.ok()) return CouldNotRun(diff.status());
  const bool is_json = as_json_ || format_ == "json";
  const std::string text = is_json ? BookDiffJson(*diff) : BookDiffText(*diff);
  return PrintToStdout(text) ? ExitStatus::kDone : ExitStatus::kCouldNotRun;
}

}  // namespace tranche
