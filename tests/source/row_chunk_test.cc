#include "engine/source/row_chunk.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/parsed_table.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Chunks(std::string_view text, std::size_t target, TableHead head) {
  RowChunkReader reader(std::make_unique<TextStream>(text), head, target);
  std::vector<std::string> chunks;
  RowChunk chunk;
  while (reader.Next(&chunk).value()) {
    EXPECT_EQ(chunk.index, chunks.size());
    chunks.push_back(chunk.bytes);
  }
  return chunks;
}

// Gives a byte pattern for ever and remembers how far it was read.
class EndlessStream : public ByteStream {
 public:
  EndlessStream(std::string pattern, std::uint64_t size_bytes)
      : pattern_(std::move(pattern)), left_(size_bytes) {}
  absl::StatusOr<std::size_t> Read(char* buffer, std::size_t size_bytes) override {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(size_bytes, left_));
    for (std::size_t i = 0; i < size; ++i) buffer[i] = pattern_[at_++ % pattern_.size()];
    left_ -= size;
    return size;
  }

 private:
  std::string pattern_;
  std::uint64_t left_;
  std::size_t at_ = 0;
};

class FailingStream : public ByteStream {
 public:
  absl::StatusOr<std::size_t> Read(char*, std::size_t) override {
    return absl::DataLossError("x.csv.gz: the gzip data ends early");
  }
};

TEST(RowChunkReader, CutsBehindWholeRows) {
  EXPECT_THAT(Chunks("aa,b\ncc,d\nee,f\n", 7, MakeHead(2)),
              ElementsAre("aa,b\n", "cc,d\n", "ee,f\n"));
}

TEST(RowChunkReader, NeverCutsInsideQuotes) {
  EXPECT_THAT(Chunks("a,\"b\nb\nb\"\nc,d\n", 5, MakeHead(2)),
              ElementsAre("a,\"b\nb\nb\"\n", "c,d\n"));
}

TEST(RowChunkReader, PassesOverTheHead) {
  TableHead head = MakeHead(2);
  head.data_offset_bytes = 4;
  RowChunkReader reader(std::make_unique<TextStream>("h,i\na,b\n", 3), head);
  RowChunk chunk;
  ASSERT_TRUE(reader.Next(&chunk).value());
  EXPECT_EQ(chunk.bytes, "a,b\n");
  EXPECT_EQ(chunk.offset_bytes, 4u);
  EXPECT_FALSE(reader.Next(&chunk).value());
  EXPECT_FALSE(reader.Next(&chunk).value());
}

TEST(RowChunkReader, EndsAtOnceWhereThereIsNoRow) {
  TableHead head = MakeHead(2);
  head.data_offset_bytes = 4;
  RowChunkReader reader(std::make_unique<TextStream>("h,i\n"), head);
  RowChunk chunk;
  EXPECT_FALSE(reader.Next(&chunk).value());
}

TEST(RowChunkReader, StaysSmallWhateverTheInput) {
  constexpr std::uint64_t kInputBytes = std::uint64_t{16} << 20;
  for (const char* pattern : {"x", "\"", "x\"\"", "\"x\n", "\r", "x\",\"a\n", "x,\"\"\"\n"}) {
    RowChunkReader reader(std::make_unique<EndlessStream>(pattern, kInputBytes), MakeHead(3));
    RowChunk chunk;
    std::size_t largest = 0;
    for (;;) {
      const absl::StatusOr<bool> more = reader.Next(&chunk);
      ASSERT_TRUE(more.ok());
      if (!*more) break;
      largest = std::max(largest, chunk.bytes.capacity());
    }
    EXPECT_LE(largest, 8 * kMaxRowBytes) << pattern;
  }
}

TEST(RowChunkReader, PassesOnErrorsOfItsStream) {
  RowChunkReader reader(std::make_unique<FailingStream>(), MakeHead(2));
  RowChunk chunk;
  EXPECT_EQ(reader.Next(&chunk).status().code(), absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace tranche
