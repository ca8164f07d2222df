#ifndef TRANCHE_TOOLS_TRANCHE_EXPLAIN_COMMAND_H_
#define TRANCHE_TOOLS_TRANCHE_EXPLAIN_COMMAND_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/run/explain_line.h"
#include "tools/tranche/exit_status.h"

namespace tranche {

/// `tranche explain`: why one line counts as what it does.
class ExplainCommand {
 public:
  /// Adds the subcommand to `app`. When it runs, `*status` is set. All must outlive the parse.
  ExplainCommand(CLI::App* app, ExitStatus* status);
  ExplainCommand(const ExplainCommand&) = delete;
  ExplainCommand& operator=(const ExplainCommand&) = delete;

 private:
  ExitStatus Run();
  /// Turns flags as typed into the request as meant; a sentence where that is not possible.
  std::string ReadFlags();
  std::string ReadPlace();
  std::string ReadStated();
  bool IsStated() const;

  CLI::App* command_ = nullptr;
  ExplainRequest request_;
  std::string home_;
  std::string place_;  ///< FILE:ROW, or FILE with --key
  std::string key_;
  std::string years_;
  std::string phases_;
  std::string text_;
  std::string parents_;
  std::string country_;
  std::string nature_;
  std::vector<std::string> codes_;
  std::vector<std::string> fields_;
  std::string format_ = "text";
};

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_EXPLAIN_COMMAND_H_
