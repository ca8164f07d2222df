// The claim: workbooks that ministries and offices publish are read, every sheet of them, and the
// one that was looked at by hand has the cells that a spreadsheet shows.

#include <filesystem>
#include <iostream>
#include <string>

#include "engine/source/input_file.h"
#include "engine/source/table_head.h"
#include "engine/source/workbook.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/real/real_data.h"
#include "tests/source/parsed_table.h"

namespace tranche {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

using RealWorkbooks = OnRealData;

std::string TextOf(InputFile& input, const DialectHints& hints) {
  const auto head = ReadTableHead(input, hints);
  if (!head.ok()) return std::string(head.status().message());
  const auto text = ReadWhole(input, 1024, "");
  return text.ok() ? *text : std::string(text.status().message());
}

TEST_F(RealWorkbooks, GiveRowsOfOneWidth) {
  std::size_t sheets = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(RealDataFolder())) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".xlsx" && extension != ".ods") continue;
    const auto input = InputFile::Open(entry.path().string());
    ASSERT_TRUE(input.ok()) << input.status();
    const auto names = (*input)->workbook()->Candidates();
    ASSERT_TRUE(names.ok()) << names.status();
    for (const std::string& name : *names) {
      DialectHints hints;
      hints.sheet = name;
      const auto head = ReadTableHead(**input, hints);
      ASSERT_TRUE(head.ok()) << head.status();
      const ParsedTable table = ParseText(TextOf(**input, hints), *head, 777);
      for (const ParsedRow& row : table.rows) EXPECT_EQ(row.reason, "") << name << " " << row.row;
      ++sheets;
    }
  }
  std::cout << sheets << " sheets read\n";
}

TEST_F(RealWorkbooks, HaveTheCellsThatASpreadsheetShows) {
  const auto input = InputFile::Open(Path("pl-budzet-gus/tabl22_budzet_panstwa_2.xlsx"));
  ASSERT_TRUE(input.ok()) << input.status();
  DialectHints hints;
  hints.header_row = 5;
  const auto head = ReadTableHead(**input, hints);
  ASSERT_TRUE(head.ok()) << head.status();
  EXPECT_EQ(head->header.size(), 45u);
  EXPECT_THAT(head->assumptions, Contains(StartsWith("sheet 'Wartosci'")));
  EXPECT_THAT(head->assumptions, Contains(HasSubstr("merged cells of the header stand for")));
  const std::string text = TextOf(**input, hints);
  EXPECT_THAT(text, HasSubstr("\n2010 M01,22137.5,,17445.2,,13258.5,"));
  EXPECT_THAT(text, HasSubstr("\n2010 M01-08,160144.3,,108872.8,,71670.3,"));
}

}  // namespace
}  // namespace tranche
