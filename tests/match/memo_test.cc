#include <gtest/gtest.h>

#include <string>

#include "engine/match/tuple_memo.h"
#include "engine/match/value_memo.h"

namespace tranche {
namespace {

TEST(ValueMemo, KeysAreComparedWholeNotByHash) {
  ValueMemo memo(1 << 20);
  memo.Insert("road", 42, 1);
  memo.Insert("rail", 42, 2);
  EXPECT_EQ(memo.Find("road", 42), 1U);
  EXPECT_EQ(memo.Find("rail", 42), 2U);
  EXPECT_EQ(memo.Find("port", 42), std::nullopt);
}

TEST(ValueMemo, OneTextHasOneValuePerContext) {
  ValueMemo memo(1 << 20);
  memo.Insert("road", 42, 1, 0);
  memo.Insert("road", 42, 2, 1);
  EXPECT_EQ(memo.Find("road", 42, 0), 1U);
  EXPECT_EQ(memo.Find("road", 42, 1), 2U);
  EXPECT_EQ(memo.Find("road", 42, 2), std::nullopt);
}

TEST(ValueMemo, RemembersThousandsAndForgetsWhenFull) {
  ValueMemo memo(1 << 20);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const std::string key = "key " + std::to_string(i);
    memo.Insert(key, ValueMemo::HashOf(key), i);
  }
  EXPECT_EQ(memo.Find("key 4999", ValueMemo::HashOf("key 4999")), 4999U);
  EXPECT_EQ(memo.Find("key 0", ValueMemo::HashOf("key 0")), 0U);
  const std::string large(2 << 20, 'x');
  EXPECT_TRUE(memo.IsFullFor(large));
  memo.Insert(large, 7, 1);
  EXPECT_EQ(memo.Find("key 0", ValueMemo::HashOf("key 0")), std::nullopt);
}

TEST(TupleMemo, TellsTuplesApartAndForgetsWhenFull) {
  TupleMemo memo(3, 1000);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const std::uint32_t key[] = {i % 10, i, 7};
    memo.Insert(key, i);
  }
  const std::uint32_t first[] = {0, 0, 7};
  const std::uint32_t absent[] = {0, 0, 8};
  EXPECT_EQ(memo.Find(first), 0U);
  EXPECT_EQ(memo.Find(absent), std::nullopt);
  memo.Insert(absent, 5);
  EXPECT_EQ(memo.Find(first), std::nullopt);
  EXPECT_EQ(memo.Find(absent), 5U);
}

}  // namespace
}  // namespace tranche
