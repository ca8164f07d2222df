#ifndef TRANCHE_TOOLS_TRANCHE_SCHEMA_COMMAND_H_
#define TRANCHE_TOOLS_TRANCHE_SCHEMA_COMMAND_H_

#include <CLI/CLI.hpp>
#include <string>

#include "tools/tranche/exit_status.h"

namespace tranche {

/// `tranche schema`: JSON Schemas of rulebooks, their parts and layouts, with which editors
/// complete keys and mark mistakes while somebody types.
class SchemaCommand {
 public:
  /// Adds the subcommand to `app`. When it runs, `*status` is set. All must outlive the parse.
  SchemaCommand(CLI::App* app, ExitStatus* status);
  SchemaCommand(const SchemaCommand&) = delete;
  SchemaCommand& operator=(const SchemaCommand&) = delete;

 private:
  ExitStatus Run() const;

  std::string kind_;
  std::string out_path_;
};

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_SCHEMA_COMMAND_H_
