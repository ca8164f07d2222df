#ifndef TRANCHE_ENGINE_RUN_CLASSIFY_H_
#define TRANCHE_ENGINE_RUN_CLASSIFY_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/file_plan.h"
#include "engine/run/home.h"
#include "engine/tally/result.h"
#include "engine/tally/tally.h"

namespace tranche {

/// The main job, from files to figures, as one library call: what `tranche classify` runs, and what
/// a workbench or a cluster would. Prints nothing, keeps nothing between calls.
struct ClassifyRequest {
  Home home;
  std::vector<std::string> files;     ///< `-` is standard input
  std::string rulebook_path;          ///< empty: the home's default
  std::vector<std::string> settings;  ///< `option=value`, for the rulebook
  std::string layout_path;            ///< empty: recognised by header
  std::string gdp_path;               ///< empty: the home's table
  /// People's decisions on single lines; empty: the home's, which only a `used/` folder has.
  std::string decisions_path;
  std::string today;  ///< `2026-11-24`, to see which decisions are due for review; empty: not seen
  LineSelection selection;
  /// The files are parts of one budget and may meet in country, year and phase.
  bool add_files = false;
  /// The files hold only a part of what the state spends: totals are not held against GDP.
  bool part_of_budget = false;
  std::string out_folder;  ///< empty: no run folder
  bool lines = false;      ///< every line into lines.csv
  /// Every rule that matches a line counts, also behind the one that decides (for `check`): the
  /// same figures from a larger tally.
  bool open_all_rules = false;
  int threads = 1;
  std::size_t chunk_size_bytes = std::size_t{256} << 10;
  std::string program_version;  ///< for the run record
  std::vector<std::string> command_line;
  /// Called with a file's name, bytes taken, and its size where known. Never from two threads at
  /// once.
  std::function<void(std::string_view, std::uint64_t, std::optional<std::uint64_t>)> progress;
  const std::atomic<bool>* cancelled = nullptr;
};

struct ClassifyOutcome {
  /// Not OK: the run could not be done (exit status 2; Cancelled: stopped from outside).
  absl::Status status;
  /// What is wrong with rulebook and layouts; errors here mean that the run could not be done.
  Diagnostics diagnostics;
  /// Set where the run was done.
  std::optional<ClassifyResult> result;
  Tally tally;
};

ClassifyOutcome RunClassify(const ClassifyRequest& request);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_CLASSIFY_H_
