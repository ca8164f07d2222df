#include "engine/tally/tally.h"

namespace tranche {
namespace {

absl::Status OutOfRange() {
  return absl::OutOfRangeError("a sum of amounts is larger than the program can hold exactly");
}

}  // namespace

TallyCell& ThreadTally::CellOf(std::uint32_t group, SignatureId signature) {
  if (group >= cells_.size()) cells_.resize(group + 1);
  std::vector<TallyCell>& row = cells_[group];
  if (signature >= row.size()) row.resize(signature + 1);
  return row[signature];
}

void ThreadTally::Add(const LineBatch& batch, std::span<const SignatureId> ids) {
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    TallyCell& cell = CellOf(batch.lines[i].group, ids[i]);
    ++cell.lines;
    if (!AddTo(batch.lines[i].amount, &cell.sum)) overflow_ = true;
  }
}

absl::Status Tally::AddCell(const LineGroup& group, const Signature& signature,
                            const TallyCell& cell) {
  TallyCell& total = groups_[group][signature];
  total.lines += cell.lines;
  return AddTo(cell.sum, &total.sum) ? absl::OkStatus() : OutOfRange();
}

absl::Status Tally::Merge(const ThreadTally& thread, const GroupTable& groups,
                          const SignatureTable& signatures) {
  if (thread.overflow()) return OutOfRange();
  for (std::uint32_t group = 0; group < thread.cells_.size(); ++group) {
    for (SignatureId id = 0; id < thread.cells_[group].size(); ++id) {
      const TallyCell& cell = thread.cells_[group][id];
      if (cell.lines == 0) continue;
      absl::Status added = AddCell(groups.group(group), signatures.signature(id), cell);
      if (!added.ok()) return added;
    }
  }
  return absl::OkStatus();
}

absl::Status Tally::Merge(const Tally& other) {
  for (const auto& [group, cells] : other.groups_) {
    for (const auto& [signature, cell] : cells) {
      absl::Status added = AddCell(group, signature, cell);
      if (!added.ok()) return added;
    }
  }
  return absl::OkStatus();
}

}  // namespace tranche
