#include "engine/run/row_search.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/layout/file_plan.h"
#include "engine/layout/line_text.h"
#include "engine/report/line_table.h"
#include "engine/report/number_text.h"
#include "engine/source/row_walk.h"

namespace tranche {
namespace {

constexpr std::size_t kNearestKeys = 5;

/// Goes through a file and knows what the rows above hand down to those in hand.
class SearchWalk {
 public:
  static absl::StatusOr<SearchWalk> Begin(const PreparedFile& file) {
    const FilePlan& plan = *file.plan;
    auto walk = RowWalk::Begin(*file.input, plan.head(), plan.wanted_columns());
    if (!walk.ok()) return walk.status();
    return SearchWalk(plan, *std::move(walk));
  }

  /// False at the end.
  absl::StatusOr<bool> Next() {
    if (plan_->HandsDown()) carry_ = plan_->HandDown(walk_->block(), std::move(carry_));
    return walk_->Next();
  }

  const RowWalk& rows() const { return *walk_; }

  /// A row of the chunk in hand, by its number in the file.
  FoundRow Cut(std::uint64_t row) const {
    FoundRow found;
    found.row = row;
    const std::uint64_t index = row - walk_->rows_before() - 1;
    const RowBlock& block = walk_->block();
    for (const RejectedRow& rejected : block.rejected()) {
      if (rejected.row != index) continue;
      found.rejected = rejected;
      return found;
    }
    for (std::size_t i = 0; i < block.row_count(); ++i) {
      if (block.row_index(i) != index) continue;
      found.chunk.bytes = block.raw_row(i);
      found.chunk.bytes += plan_->head().dialect.line_end == LineEnd::kCr ? '\r' : '\n';
      found.chunk.offset_bytes = block.row_offset_bytes(i);
      if (plan_->HandsDown()) found.carry = plan_->HandDown(block, carry_, i);
      return found;
    }
    found.is_blank = true;
    return found;
  }

 private:
  SearchWalk(const FilePlan& plan, std::unique_ptr<RowWalk> walk)
      : plan_(&plan), walk_(std::move(walk)) {}

  const FilePlan* plan_;
  std::unique_ptr<RowWalk> walk_;
  RowCarry carry_;  ///< what comes down to the chunk in hand
};

/// How many characters `asked` has in common with the beginning of `key`, or of a part of it.
std::size_t SharedBeginning(std::string_view asked, std::string_view key) {
  std::size_t most = 0;
  for (std::size_t begin = 0; begin <= key.size();) {
    const std::string_view part = key.substr(begin);
    const auto end = std::mismatch(asked.begin(), asked.end(), part.begin(), part.end()).first;
    most = std::max(most, static_cast<std::size_t>(end - asked.begin()));
    const std::size_t bar = part.find(kKeyPartSeparator);
    if (bar == std::string_view::npos) break;
    begin += bar + kKeyPartSeparator.size();
  }
  return most;
}

/// Keeps the keys most like the one asked for.
class NearestKeys {
 public:
  explicit NearestKeys(std::string_view asked) : asked_(asked) {}

  void Add(const std::string& key) {
    const std::size_t shared = SharedBeginning(asked_, key);
    if (shared == 0) return;
    if (best_.size() == kNearestKeys && best_.back().shared >= shared) return;
    for (const Entry& entry : best_) {
      if (entry.key == key) return;
    }
    const auto at = std::find_if(best_.begin(), best_.end(),
                                 [shared](const Entry& entry) { return entry.shared < shared; });
    best_.insert(at, {shared, key});
    if (best_.size() > kNearestKeys) best_.pop_back();
  }

  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const Entry& entry : best_) names.push_back(entry.key);
    return names;
  }

 private:
  struct Entry {
    std::size_t shared = 0;
    std::string key;
  };

  std::string_view asked_;
  std::vector<Entry> best_;
};

std::string KeyOf(const LineBatch& batch, std::size_t row) {
  std::string key;
  AppendKey(*batch.schema, batch.row(row), &key);
  return key;
}

}  // namespace

absl::StatusOr<FoundRow> FindRow(const PreparedFile& file, std::uint64_t row) {
  const std::uint64_t head = file.plan->head().rows_before_data;
  if (row <= head) {
    return absl::NotFoundError(file.input->name() + ": row " + std::to_string(row) +
                               (row == head ? " holds the names of the columns"
                                            : " stands above the names of the columns") +
                               "; the data begins in row " + std::to_string(head + 1));
  }
  auto walk = SearchWalk::Begin(file);
  if (!walk.ok()) return walk.status();
  for (;;) {
    const auto more = walk->Next();
    if (!more.ok()) return more.status();
    if (!*more) break;
    if (row <= walk->rows().rows_until()) return walk->Cut(row);
  }
  const std::uint64_t last = walk->rows().rows_before();
  std::string message = file.input->name() + " has no row " + Thousands(row) + "; ";
  message += last == head ? "it has no data"
                          : "its data are rows " + Thousands(head + 1) + " to " + Thousands(last);
  return absl::NotFoundError(message);
}

absl::StatusOr<KeyMatches> FindKey(const PreparedFile& file, std::string_view key,
                                   std::size_t most) {
  if (file.plan->schema().key_part_count == 0) {
    return absl::InvalidArgumentError(
        file.input->name() + ": the layout " + file.plan->layout().name +
        " names no key for its lines; name the row instead, as in " + file.input->name() + ":14");
  }
  auto walk = SearchWalk::Begin(file);
  if (!walk.ok()) return walk.status();
  LineBuilder builder(*file.plan, {});
  LineBatch batch;
  std::vector<RejectedRow> rejected;
  KeyMatches matches;
  NearestKeys nearest(key);
  for (;;) {
    const auto more = walk->Next();
    if (!more.ok()) return more.status();
    if (!*more) break;
    rejected.clear();
    builder.Build(walk->rows().block(), &batch, &rejected);
    for (std::size_t i = 0; i < batch.row_count(); ++i) {
      const std::string found = KeyOf(batch, i);
      if (found != key) {
        nearest.Add(found);
      } else if (matches.rows.size() < most) {
        matches.rows.push_back(walk->Cut(walk->rows().rows_before() + batch.row_indexes[i] + 1));
      } else {
        ++matches.more;
      }
    }
  }
  if (matches.rows.empty()) matches.nearest = nearest.Names();
  return matches;
}

}  // namespace tranche
