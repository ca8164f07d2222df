#ifndef TRANCHE_ENGINE_RUN_EXPLAIN_LINE_H_
#define TRANCHE_ENGINE_RUN_EXPLAIN_LINE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/file_plan.h"
#include "engine/report/explained_line.h"
#include "engine/run/home.h"

namespace tranche {

/// A line in words, without a file.
struct StatedLine {
  std::optional<std::string> text;     ///< its own label
  std::optional<std::string> parents;  ///< what stands above it
  std::string country;                 ///< as typed: ITA
  std::optional<std::int16_t> year;
  std::optional<std::string> nature;
  std::vector<std::pair<std::string, std::string>> codes;   ///< scheme → code
  std::vector<std::pair<std::string, std::string>> fields;  ///< name → value
};

/// What `tranche explain` runs, as one library call. Prints nothing, keeps nothing between calls.
/// The line is row `row` of `file`, or the rows of `file` with `key`, or `line`: one of the three.
struct ExplainRequest {
  Home home;
  std::string rulebook_path;          ///< empty: the home's default
  std::vector<std::string> settings;  ///< `option=value`, for the rulebook
  std::string layout_path;            ///< empty: recognised by header
  /// People's decisions, held against the lines of `file` alone; empty: the home's, if any.
  std::string decisions_path;
  LineSelection selection;  ///< of a row's amounts
  std::string file;         ///< `-` is standard input
  std::optional<std::uint64_t> row;
  std::optional<std::string> key;
  std::optional<StatedLine> line;
};

struct ExplainOutcome {
  /// Not OK: there is no such line, or it could not be looked for.
  absl::Status status;
  /// What is wrong with rulebook and layouts; errors here mean that there is no explanation.
  Diagnostics diagnostics;
  std::optional<LineExplanation> explanation;
};

/// Finds the line as a run over the whole file would make it, and explains it.
ExplainOutcome RunExplain(const ExplainRequest& request);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_EXPLAIN_LINE_H_
