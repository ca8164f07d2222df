#ifndef TRANCHE_TOOLS_TRANCHE_CLASSIFY_COMMAND_H_
#define TRANCHE_TOOLS_TRANCHE_CLASSIFY_COMMAND_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/run/classify.h"
#include "tools/tranche/exit_status.h"

namespace tranche {

/// `tranche classify`: per-country totals, shares of GDP, distance to each target.
class ClassifyCommand {
 public:
  /// Adds the subcommand to `app`. When it runs, `*status` is set. All must outlive the parse.
  ClassifyCommand(CLI::App* app, std::vector<std::string> command_line, ExitStatus* status);
  ClassifyCommand(const ClassifyCommand&) = delete;
  ClassifyCommand& operator=(const ClassifyCommand&) = delete;

 private:
  ExitStatus Run();
  /// Turns flags as typed into the request as meant; a sentence where that is not possible.
  std::string ReadFlags();
  ExitStatus Print(const ClassifyOutcome& outcome) const;

  ClassifyRequest request_;
  std::string home_;
  std::string years_;   ///< as typed: `2024,2025`
  std::string phases_;  ///< as typed: `adopted,outturn`
  bool brief_ = false;
  std::string format_ = "text";
};

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_CLASSIFY_COMMAND_H_
