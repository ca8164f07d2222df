#include "engine/source/small_table.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/temporary_file.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(SmallTable, FindsColumnsByNameAndRowsByTheirNumberInTheFile) {
  const TemporaryFile file(
      "\xEF\xBB\xBF"
      "code;title\n010;\"Staat; Wahlen\"\n\n020;x\n");
  const absl::StatusOr<SmallTable> table = SmallTable::Read(file.path());
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_EQ(table->path(), file.path());
  EXPECT_THAT(table->header(), ElementsAre("code", "title"));
  EXPECT_EQ(table->Column("title"), 1u);
  EXPECT_EQ(table->Column("Title"), std::nullopt);
  ASSERT_EQ(table->row_count(), 2u);
  EXPECT_THAT(table->row(0), ElementsAre("010", "Staat; Wahlen"));
  EXPECT_EQ(table->row_number(0), 2u);
  EXPECT_EQ(table->row_number(1), 4u);
}

TEST(SmallTable, HasOneColumnWhereTheDelimiterIsStated) {
  const TemporaryFile file("word\nbridge\nroad\n");
  EXPECT_FALSE(SmallTable::Read(file.path()).ok());
  DialectHints hints;
  hints.delimiter = ',';
  const absl::StatusOr<SmallTable> table = SmallTable::Read(file.path(), hints);
  ASSERT_TRUE(table.ok()) << table.status();
  EXPECT_EQ(table->row_count(), 2u);
}

TEST(SmallTable, IsWholeOrAnErrorWithFileAndRow) {
  const TemporaryFile file("code,title\n1,a\n2,b,c\n3\n");
  DialectHints hints;
  hints.delimiter = ',';
  const absl::StatusOr<SmallTable> table = SmallTable::Read(file.path(), hints);
  EXPECT_EQ(table.status().message(), file.path() + ": row 3: has 3 cells where the header has 2");
}

TEST(SmallTable, NamesTheColumnOfAnUndefinedByte) {
  const TemporaryFile file("code,title\n1,a\n2,f\xFCr\n");
  DialectHints hints;
  hints.encoding = Encoding();
  const absl::StatusOr<SmallTable> table = SmallTable::Read(file.path(), hints);
  EXPECT_EQ(table.status().message(),
            file.path() + ": row 3, column `title`: has the byte 0xFC, which is no text in utf-8");
}

TEST(SmallTable, NamesAFileThatIsMissing) {
  const absl::StatusOr<SmallTable> table = SmallTable::Read("no/such/gdp.csv");
  EXPECT_EQ(table.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(table.status().message()), HasSubstr("no/such/gdp.csv"));
}

}  // namespace
}  // namespace tranche
