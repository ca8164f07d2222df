/// The command `tranche`: reads the arguments, calls the library, prints. Exit statuses are decided
/// in exit_status.h; each subcommand has a file of its own.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include "tools/tranche/cancel.h"
#include "tools/tranche/check_command.h"
#include "tools/tranche/classify_command.h"
#include "tools/tranche/exit_status.h"
#include "tools/tranche/explain_command.h"
#include "tools/tranche/schema_command.h"
#include "tools/tranche/show_command.h"
#include "tools/tranche/version.h"

namespace {

constexpr char kDescription[] =
    "Tranche sorts every line of a national budget into the slice of security spending it belongs "
    "to,\nand adds the slices up per country, exactly. The rules are a rulebook you can edit.";

constexpr char kFooter[] =
    "Exit status: 0 done and clean; 1 done, but something needs a look (rejected rows, an unmet "
    "control\ntotal); 2 could not run; 130 stopped with Ctrl-C.";

}  // namespace

int main(int argc, char** argv) {
  // A closed pipe (`| head`) and a file size limit are answers of a write, not the end of the
  // program.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  tranche::InstallCancelHandler();

  CLI::App app(kDescription, "tranche");
  app.footer(kFooter);
  app.set_version_flag("--version", std::string("tranche ") + tranche::kVersion);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App* failed, const CLI::Error& error) {
    std::string command = "tranche";
    for (const CLI::App* part : failed->get_subcommands()) command += " " + part->get_name();
    return "tranche: " + std::string(error.what()) + "; see " + command + " --help\n";
  });

  const std::vector<std::string> command_line(argv, argv + argc);

  tranche::ExitStatus status = tranche::ExitStatus::kDone;
  tranche::ClassifyCommand classify(&app, command_line, &status);
  tranche::ExplainCommand explain(&app, &status);
  tranche::CheckCommand check(&app, &status);
  tranche::ShowCommand show(&app, &status);
  tranche::SchemaCommand schema(&app, &status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // --help and --version arrive here, too, as a success.
    const int code = app.exit(error);
    return code == 0 ? 0 : static_cast<int>(tranche::ExitStatus::kCouldNotRun);
  }
  return static_cast<int>(status);
}
