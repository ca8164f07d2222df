#include "engine/run/line_pass.h"

#include <vector>

namespace tranche {

absl::Status ForEachBatch(const FilePlan& plan, InputFile& input,
                          const std::atomic<bool>* cancelled,
                          const std::function<void(const LineBatch&, const RowWalk&)>& see) {
  auto walk = RowWalk::Begin(input, plan.head(), plan.wanted_columns());
  if (!walk.ok()) return walk.status();
  LineBuilder builder(plan, LineSelection());
  LineBatch batch;
  std::vector<RejectedRow> rejected;
  for (;;) {
    if (cancelled != nullptr && *cancelled) return absl::CancelledError("stopped");
    const auto more = (*walk)->Next();
    if (!more.ok()) return more.status();
    if (!*more) return absl::OkStatus();
    rejected.clear();
    builder.Build((*walk)->block(), &batch, &rejected);
    see(batch, **walk);
  }
}

}  // namespace tranche
