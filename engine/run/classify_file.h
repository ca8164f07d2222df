#ifndef TRANCHE_ENGINE_RUN_CLASSIFY_FILE_H_
#define TRANCHE_ENGINE_RUN_CLASSIFY_FILE_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "engine/layout/file_account.h"
#include "engine/layout/file_plan.h"
#include "engine/match/matcher.h"
#include "engine/run/chunk_order.h"
#include "engine/run/decision_plan.h"
#include "engine/run/line_formatter.h"
#include "engine/source/input_file.h"
#include "engine/tally/tally.h"

namespace tranche {

/// How to take one file along the path.
struct ClassifyFileOptions {
  LineSelection selection;
  int threads = 1;
  std::size_t chunk_size_bytes = std::size_t{256} << 10;
  LineFormatter::Wanted wanted;
  const DecisionPlan* decisions = nullptr;  ///< null: nobody decided anything
  /// Gets what is to be written, chunk by chunk in file order, never from two threads at once.
  std::function<absl::Status(ChunkOutput&)> write;
  /// Called now and then with the bytes taken so far, from any thread, never two at once.
  std::function<void(std::uint64_t)> progress;
  /// Set from outside to stop early (Ctrl-C); may be null.
  const std::atomic<bool>* cancelled = nullptr;
};

/// Reads, judges and sums one file: chunks are taken in order, worked on by several threads, and
/// their sums merged. The result does not depend on threads or chunk size. Adds to `*tally`, fills
/// `*account`. Cancelled where it was stopped from outside.
absl::Status ClassifyFile(const FilePlan& plan, InputFile& input, const Matcher& matcher,
                          const ClassifyFileOptions& options, Tally* tally, FileAccount* account);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_CLASSIFY_FILE_H_
