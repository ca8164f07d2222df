#ifndef TRANCHE_ENGINE_RUN_CHUNK_ORDER_H_
#define TRANCHE_ENGINE_RUN_CHUNK_ORDER_H_

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/layout/file_plan.h"
#include "engine/source/row_block.h"

namespace tranche {

/// What one chunk gives to be written, besides its sums.
struct ChunkOutput {
  std::string lines_csv;
  std::string undecided_csv;
  std::vector<RejectedRow> rejected;  ///< row numbers already those of the file
};

/// Brings the work of several threads back into the order of the file: row numbers, and what is
/// written. Threads take chunks in order and finish them in any order. Thread-safe.
class ChunkOrder {
 public:
  /// `write` gets the outputs one by one, in file order, under a lock.
  ChunkOrder(std::uint64_t rows_before_data, std::function<absl::Status(ChunkOutput&)> write);

  /// Tells how many rows chunk `index` has; call it once for each chunk, as soon as it is parsed,
  /// so that nobody waits for the rest of the work. Never waits.
  void PublishRows(std::uint64_t index, std::uint64_t rows_in_chunk);

  /// The number of rows before chunk `index`; waits until those of all earlier chunks are
  /// published. Nothing where the run was stopped meanwhile. Call it once for each chunk.
  std::optional<std::uint64_t> RowsBefore(std::uint64_t index);

  /// For files whose rows depend on those above: `carry` is what comes down to chunk `index`, known
  /// as soon as the chunk before it was passed. Call it once for each chunk but the first. Never
  /// waits.
  void PublishCarry(std::uint64_t index, RowCarry carry);
  /// What comes down to chunk `index`; waits for it. Nothing where the run was stopped meanwhile.
  std::optional<RowCarry> CarryInto(std::uint64_t index);

  /// Hands in the output of chunk `index`. Waits where it is far ahead of the slowest chunk, so
  /// that memory stays bounded.
  void Deliver(std::uint64_t index, ChunkOutput output);

  /// Stops everybody; the first reason stays.
  void Stop(absl::Status why);
  bool stopped() const;
  absl::Status status() const;

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::function<absl::Status(ChunkOutput&)> write_;
  std::uint64_t next_to_number_ = 0;
  std::uint64_t rows_before_next_;                      ///< rows before chunk next_to_number_
  std::map<std::uint64_t, std::uint64_t> published_;    ///< rows of chunks behind a gap
  std::map<std::uint64_t, std::uint64_t> rows_before_;  ///< of numbered chunks not yet asked for
  std::map<std::uint64_t, RowCarry> carries_;           ///< published and not yet asked for
  std::uint64_t next_to_write_ = 0;
  std::map<std::uint64_t, ChunkOutput> waiting_;
  bool stopped_ = false;
  absl::Status status_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_CHUNK_ORDER_H_
