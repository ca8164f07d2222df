#include "engine/run/chunk_order.h"

#include <utility>

namespace tranche {
namespace {

constexpr std::uint64_t kMostAhead = 16;

}  // namespace

ChunkOrder::ChunkOrder(std::uint64_t rows_before_data,
                       std::function<absl::Status(ChunkOutput&)> write)
    : write_(std::move(write)), rows_before_next_(rows_before_data) {}

void ChunkOrder::PublishRows(std::uint64_t index, std::uint64_t rows_in_chunk) {
  const std::lock_guard lock(mutex_);
  published_.emplace(index, rows_in_chunk);
  for (auto it = published_.begin(); it != published_.end() && it->first == next_to_number_;
       it = published_.erase(it)) {
    rows_before_.emplace(next_to_number_, rows_before_next_);
    rows_before_next_ += it->second;
    ++next_to_number_;
  }
  changed_.notify_all();
}

std::optional<std::uint64_t> ChunkOrder::RowsBefore(std::uint64_t index) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || index < next_to_number_; });
  if (stopped_) return std::nullopt;
  const auto it = rows_before_.find(index);
  const std::uint64_t rows = it->second;
  rows_before_.erase(it);
  return rows;
}

void ChunkOrder::PublishCarry(std::uint64_t index, RowCarry carry) {
  const std::lock_guard lock(mutex_);
  carries_.emplace(index, std::move(carry));
  changed_.notify_all();
}

std::optional<RowCarry> ChunkOrder::CarryInto(std::uint64_t index) {
  if (index == 0) return RowCarry();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || carries_.contains(index); });
  if (stopped_) return std::nullopt;
  const auto it = carries_.find(index);
  RowCarry carry = std::move(it->second);
  carries_.erase(it);
  return carry;
}

void ChunkOrder::Deliver(std::uint64_t index, ChunkOutput output) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || index < next_to_write_ + kMostAhead; });
  if (stopped_) return;
  waiting_.emplace(index, std::move(output));
  for (auto it = waiting_.begin(); it != waiting_.end() && it->first == next_to_write_;
       it = waiting_.erase(it)) {
    const absl::Status written = write_(it->second);
    if (!written.ok()) {
      stopped_ = true;
      if (status_.ok()) status_ = written;
      break;
    }
    ++next_to_write_;
  }
  changed_.notify_all();
}

void ChunkOrder::Stop(absl::Status why) {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  if (status_.ok()) status_ = std::move(why);
  changed_.notify_all();
}

bool ChunkOrder::stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

absl::Status ChunkOrder::status() const {
  const std::lock_guard lock(mutex_);
  return status_;
}

}  // namespace tranche
