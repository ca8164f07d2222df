#ifndef TRANCHE_ENGINE_TALLY_TALLY_H_
#define TRANCHE_ENGINE_TALLY_TALLY_H_

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/amount.h"
#include "engine/layout/budget_line.h"
#include "engine/match/signature.h"

namespace tranche {

/// Lines and their exact sum.
struct TallyCell {
  std::uint64_t lines = 0;
  Amount sum;
};

/// Sums of one thread, in dense slots by (group, signature). Not thread-safe; merged into a Tally
/// at the end. Its ids are those of the thread's GroupTable and SignatureTable.
class ThreadTally {
 public:
  /// `ids` holds one signature per line of the batch.
  void Add(const LineBatch& batch, std::span<const SignatureId> ids);

  /// True once a sum has left 128 bits: the run must stop with an error.
  bool overflow() const { return overflow_; }

 private:
  friend class Tally;

  TallyCell& CellOf(std::uint32_t group, SignatureId signature);

  std::vector<std::vector<TallyCell>> cells_;  ///< by group, then signature
  bool overflow_ = false;
};

/// Exact sums and counts by country, year, phase, currency and signature: all that definitions,
/// targets and studies need of any input. Sparse and ordered; tallies merge by adding, in any
/// order, with the same result.
class Tally {
 public:
  using Cells = std::map<Signature, TallyCell>;

  /// Adds what a thread has summed. OutOfRange where a sum leaves 128 bits.
  absl::Status Merge(const ThreadTally& thread, const GroupTable& groups,
                     const SignatureTable& signatures);
  absl::Status Merge(const Tally& other);

  const std::map<LineGroup, Cells>& groups() const { return groups_; }

 private:
  absl::Status AddCell(const LineGroup& group, const Signature& signature, const TallyCell& cell);

  std::map<LineGroup, Cells> groups_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_TALLY_TALLY_H_
