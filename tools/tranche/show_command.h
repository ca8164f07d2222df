#ifndef TRANCHE_TOOLS_TRANCHE_SHOW_COMMAND_H_
#define TRANCHE_TOOLS_TRANCHE_SHOW_COMMAND_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/report/resolved_book.h"
#include "tools/tranche/exit_status.h"

namespace tranche {

/// `tranche show`: the rulebook as it is applied, with the place of each part.
class ShowCommand {
 public:
  /// Adds the subcommand to `app`. When it runs, `*status` is set. All must outlive the parse.
  ShowCommand(CLI::App* app, ExitStatus* status);
  ShowCommand(const ShowCommand&) = delete;
  ShowCommand& operator=(const ShowCommand&) = delete;

 private:
  ExitStatus Run() const;

  std::string rulebook_path_;
  std::vector<std::string> settings_;
  BookSelection selection_;
  std::string home_;
};

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_SHOW_COMMAND_H_
