#ifndef TRANCHE_ENGINE_RUN_CHECK_H_
#define TRANCHE_ENGINE_RUN_CHECK_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "engine/run/home.h"
#include "engine/study/check_result.h"

namespace tranche {

/// What `tranche check` runs, as one library call. Prints nothing, keeps nothing between calls.
struct CheckRequest {
  Home home;
  /// Rulebooks, layouts, vocabularies, dossiers and budgets in any order; each is known by its
  /// content.
  /// Nothing: the home's default rulebook and all its layouts.
  std::vector<std::string> paths;
  std::string rulebook_path;          ///< one more rulebook; the one for the budgets
  std::string layout_path;            ///< one more layout; the one for the budgets
  std::vector<std::string> settings;  ///< `option=value`, for the rulebooks
  /// People's decisions on single lines, for the one rulebook; empty: the home's, if any.
  std::string decisions_path;
  std::string today;  ///< `2026-11-24`; empty: dates are not looked at
  int threads = 1;
  /// As in ClassifyRequest.
  std::function<void(std::string_view, std::uint64_t, std::optional<std::uint64_t>)> progress;
  const std::atomic<bool>* cancelled = nullptr;
};

struct CheckOutcome {
  /// Not OK: the check could not be done (exit status 2; Cancelled: stopped from outside). Mistakes
  /// in what is checked are no such thing: they are the result.
  absl::Status status;
  CheckResult result;
};

/// Checks everything that can be checked in one run: the form of all files, what can be said of a
/// rulebook without any budget, all examples. With budgets, the lines are judged with all rules
/// open, so that rules that never decide and money that one takes from another are seen; of several
/// rulebooks the status asks which one. Decisions are held against the rulebook and, with budgets,
/// against their lines.
CheckOutcome RunCheck(const CheckRequest& request);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_CHECK_H_
