#ifndef TRANCHE_ENGINE_LAYOUT_LINE_SUMS_H_
#define TRANCHE_ENGINE_LAYOUT_LINE_SUMS_H_

#include <cstdint>
#include <map>

#include "engine/base/amount.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/file_account.h"
#include "engine/layout/row_counts.h"

namespace tranche {

/// What an account says of the lines of each country, year, phase and currency: sums, digests,
/// extremes. By the numbers of a group table while rows are built; one per thread.
class LineSums {
 public:
  /// `offset_bytes`: of the line's row.
  void Add(std::uint32_t group, Amount amount, std::uint64_t offset_bytes) {
    read_.Add(group, amount);
    digests_.Add(group, amount);
    extremes_.Add(group, amount, offset_bytes);
  }
  /// A line of which a later file takes the place.
  void AddReplaced(std::uint32_t group, Amount amount) { replaced_.Add(group, amount); }

  /// Sets the entries of `*account`.
  void WriteTo(const GroupTable& groups, FileAccount* account) const;

 private:
  DenseSums read_;
  DenseSums replaced_;
  DenseDigests digests_;
  DenseExtremes extremes_;
};

/// Sets the entries of `*to`, and `*overflow` where a sum was too large.
void WriteSums(const DenseSums& sums, const GroupTable& groups, std::map<LineGroup, CountedSum>* to,
               bool* overflow);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_LINE_SUMS_H_
