#include "engine/run/chunk_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace tranche {
namespace {

TEST(ChunkOrder, OutputsAreWrittenInFileOrderWhateverThreadsDo) {
  std::string written;
  ChunkOrder order(1, [&written](ChunkOutput& output) {
    written += output.lines_csv;
    return absl::OkStatus();
  });
  constexpr std::uint64_t kChunks = 500;
  std::atomic<std::uint64_t> next{0};
  std::vector<std::uint64_t> rows_before(kChunks);
  const auto work = [&] {
    for (std::uint64_t index = next++; index < kChunks; index = next++) {
      order.PublishRows(index, index % 3);
      rows_before[index] = order.RowsBefore(index).value();
      ChunkOutput output;
      output.lines_csv = std::to_string(index) + ";";
      order.Deliver(index, std::move(output));
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  std::string expected;
  std::uint64_t rows = 1;
  for (std::uint64_t index = 0; index < kChunks; ++index) {
    expected += std::to_string(index) + ";";
    EXPECT_EQ(rows_before[index], rows);
    rows += index % 3;
  }
  EXPECT_EQ(written, expected);
}

TEST(ChunkOrder, AWriteThatFailsStopsEverybody) {
  ChunkOrder order(0, [](ChunkOutput&) { return absl::ResourceExhaustedError("full"); });
  std::thread waiting([&order] { EXPECT_EQ(order.RowsBefore(5), std::nullopt); });
  order.Deliver(0, {});
  waiting.join();
  EXPECT_TRUE(order.stopped());
  EXPECT_EQ(order.status(), absl::ResourceExhaustedError("full"));
}

TEST(ChunkOrder, TheFirstReasonToStopStays) {
  ChunkOrder order(0, [](ChunkOutput&) { return absl::OkStatus(); });
  order.Stop(absl::CancelledError("first"));
  order.Stop(absl::InternalError("second"));
  EXPECT_EQ(order.status(), absl::CancelledError("first"));
}

}  // namespace
}  // namespace tranche
