#ifndef TRANCHE_TOOLS_TRANCHE_SHOW_COMMAND_H_
#define TRANCHE_TOOLS_TRANCHE_SHOW_COMMAND_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/base/country.h"
#include "engine/report/resolved_book.h"
#include "tools/tranche/exit_status.h"

namespace tranche {

/// `tranche show`: the rulebook as it is applied, with the place of each part; with `--diff` two of
/// them side by side.
class ShowCommand {
 public:
  /// Adds the subcommand to `app`. When it runs, `*status` is set. All must outlive the parse.
  ShowCommand(CLI::App* app, ExitStatus* status);
  ShowCommand(const ShowCommand&) = delete;
  ShowCommand& operator=(const ShowCommand&) = delete;

 private:
  ExitStatus Run() const;
  ExitStatus ShowBook(const std::string& path, const CountryTable& countries) const;
  ExitStatus ShowDiff(const std::string& path, const CountryTable& countries) const;

  std::string rulebook_path_;
  CLI::Option* diff_ = nullptr;  ///< owned by the app
  std::string other_path_;
  std::vector<std::string> settings_;
  BookSelection selection_;
  std::string format_ = "text";
  bool as_json_ = false;
  std::string home_;
};

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_SHOW_COMMAND_H_
