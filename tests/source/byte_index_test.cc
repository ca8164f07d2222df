#include "engine/source/byte_index.h"

#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace tranche {
namespace {

TEST(ByteIndex, FindsEveryMarkAtEveryPlace) {
  std::mt19937 random(7);
  CsvDialect dialect;
  dialect.delimiter = ';';
  const RowMarks marks(dialect);
  for (std::size_t size = 0; size < 400; ++size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += ";\"\nab\r,"[random() % 7];
    std::vector<std::uint32_t> expected;
    for (std::size_t i = 0; i < size; ++i) {
      if (bytes[i] == ';' || bytes[i] == '"' || bytes[i] == '\n') {
        expected.push_back(static_cast<std::uint32_t>(i));
      }
    }
    expected.push_back(kNoMorePlaces);
    std::vector<std::uint32_t> places(size + kByteIndexSlack);
    EXPECT_TRUE(FindMarks(bytes, marks, places.data()));
    places.resize(expected.size());
    EXPECT_EQ(places, expected);
  }
}

TEST(ByteIndex, FindsMarksThatFillWholeBlocks) {
  const std::string bytes(640, ',');
  std::vector<std::uint32_t> places(bytes.size() + kByteIndexSlack);
  FindMarks(bytes, RowMarks(CsvDialect{}), places.data());
  for (std::uint32_t i = 0; i < bytes.size(); ++i) EXPECT_EQ(places[i], i);
  EXPECT_EQ(places[bytes.size()], kNoMorePlaces);
}

TEST(ByteIndex, SeesOneByteThatIsNoAsciiAnywhere) {
  std::vector<std::uint32_t> places(200 + kByteIndexSlack);
  const RowMarks marks((CsvDialect()));
  for (std::size_t at = 0; at < 200; ++at) {
    std::string bytes(200, 'x');
    bytes[at] = '\x80';
    EXPECT_FALSE(FindMarks(bytes, marks, places.data())) << at;
  }
}

}  // namespace
}  // namespace tranche
