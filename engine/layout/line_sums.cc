#include "engine/layout/line_sums.h"

#include <cstddef>

namespace tranche {

void WriteSums(const DenseSums& sums, const GroupTable& groups, std::map<LineGroup, CountedSum>* to,
               bool* overflow) {
  for (std::size_t i = 0; i < sums.sums().size(); ++i) {
    const CountedSum& sum = sums.sums()[i];
    if (sum.count > 0) (*to)[groups.group(static_cast<std::uint32_t>(i))] = sum;
  }
  *overflow = *overflow || sums.overflow();
}

void LineSums::WriteTo(const GroupTable& groups, FileAccount* account) const {
  WriteSums(read_, groups, &account->read_by_group, &account->overflow);
  WriteSums(replaced_, groups, &account->replaced_by_group, &account->overflow);
  for (std::size_t i = 0; i < extremes_.extremes().size(); ++i) {
    const Extremes& extremes = extremes_.extremes()[i];
    if (extremes.count == 0) continue;
    account->extremes[groups.group(static_cast<std::uint32_t>(i))] = extremes;
  }
  for (std::size_t i = 0; i < digests_.digests().size(); ++i) {
    account->amounts_digest[groups.group(static_cast<std::uint32_t>(i))] = digests_.digests()[i];
  }
}

}  // namespace tranche
