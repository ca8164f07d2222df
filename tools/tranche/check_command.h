#ifndef TRANCHE_TOOLS_TRANCHE_CHECK_COMMAND_H_
#define TRANCHE_TOOLS_TRANCHE_CHECK_COMMAND_H_

#include <CLI/CLI.hpp>
#include <string>

#include "engine/run/check.h"
#include "tools/tranche/exit_status.h"

namespace tranche {

/// `tranche check`: everything wrong with rulebooks, vocabularies and layouts, their examples run,
/// and how the rules fare on budgets. Findings are its data and go to standard output.
class CheckCommand {
 public:
  /// Adds the subcommand to `app`. When it runs, `*status` is set. All must outlive the parse.
  CheckCommand(CLI::App* app, ExitStatus* status);
  CheckCommand(const CheckCommand&) = delete;
  CheckCommand& operator=(const CheckCommand&) = delete;

 private:
  ExitStatus Run();
  ExitStatus Print(const CheckOutcome& outcome) const;

  CheckRequest request_;
  std::string home_;
  std::string format_ = "text";
  bool with_notes_ = false;
};

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_CHECK_COMMAND_H_
