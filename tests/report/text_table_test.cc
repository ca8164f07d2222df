#include "engine/report/text_table.h"

#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace tranche {
namespace {

std::string TextOf(const TextTable& table) {
  std::string text;
  table.AppendTo(&text);
  return text;
}

TEST(TextTable, AlignsByCharactersAndNotByBytes) {
  TextTable table;
  table.AddColumn(Align::kLeft, {"Name"});
  table.AddColumn(Align::kRight, {"n"});
  table.AddRow({"Türkiye", "1"});
  table.AddRow({"Spain", "20"});
  EXPECT_EQ(TextOf(table),
            "Name      n\n"
            "Türkiye   1\n"
            "Spain    20\n");
}

TEST(TextTable, HeadersStandOnTheLowestLine) {
  TextTable table(2);
  table.AddColumn(Align::kLeft, {"a"});
  table.AddColumn(Align::kRight, {"two", "lines"});
  table.AddRow({"x", "1"});
  EXPECT_EQ(TextOf(table),
            "       two\n"
            "  a  lines\n"
            "  x      1\n");
}

TEST(TextTable, ATitleWidensTheColumnsUnderIt) {
  TextTable table;
  table.AddColumn(Align::kLeft, {"c"});
  table.AddColumn(Align::kRight, {"x"});
  table.AddColumn(Align::kRight, {"y"});
  table.AddTitle(2, "a long title");
  table.AddRow({"r", "1", "2"});
  EXPECT_EQ(TextOf(table),
            "   a long title\n"
            "c          x  y\n"
            "r          1  2\n");
}

TEST(Printable, ReplacesWhatMovesTheCursorOrIsNoText) {
  EXPECT_EQ(Printable("a\x1b[31mb\n\xff\xc2\x85 é"), "a?[31mb??? é");
}

TEST(AppendWrapped, BreaksAtSpacesAndIndents) {
  std::string text;
  std::string words;
  for (int i = 0; i < 40; ++i) words += "wörter ";
  AppendWrapped("  - ", 4, words, &text);
  EXPECT_TRUE(text.starts_with("  - wörter wörter"));
  EXPECT_TRUE(text.ends_with("wörter\n"));
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size(); ++lines) {
    const std::size_t end = text.find('\n', at);
    const std::string_view line = std::string_view(text).substr(at, end - at);
    EXPECT_LE(CountCodePoints(line), kTextWidth);
    if (at > 0) {
      EXPECT_TRUE(line.starts_with("    wörter"));
    }
    at = end + 1;
  }
  EXPECT_EQ(lines, 4U);
}

TEST(AppendWrapped, LeavesAWordThatIsTooLongWhole) {
  std::string text;
  AppendWrapped("", 2, "see " + std::string(150, 'x') + " there", &text);
  EXPECT_EQ(text, "see\n  " + std::string(150, 'x') + "\n  there\n");
}

}  // namespace
}  // namespace tranche
