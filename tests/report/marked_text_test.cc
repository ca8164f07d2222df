#include "engine/report/marked_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tranche {
namespace {

/// `[…]` in `text` become marks.
std::string Marked(std::string text, std::size_t indent = 2) {
  std::vector<TextMark> marks;
  for (std::size_t at = text.find('['); at != std::string::npos; at = text.find('[')) {
    text.erase(at, 1);
    const std::size_t end = text.find(']');
    text.erase(end, 1);
    marks.push_back({at, end, '^'});
  }
  std::string out;
  AppendMarked(std::string(indent, ' '), indent, text, marks, &out);
  return out;
}

TEST(MarkedText, CaretsStandUnderLettersNotBytes) {
  EXPECT_EQ(Marked("Größe der [Straße]"), "  Größe der Straße\n            ^^^^^^\n");
}

TEST(MarkedText, CombiningAccentsTakeNoRoom) {
  EXPECT_EQ(Marked("Bru\xCC\x88"
                   "cke [und]"),
            "  Bru\xCC\x88"
            "cke und\n         ^^^\n");
}

TEST(MarkedText, WideCharactersTakeTwoColumns) {
  EXPECT_EQ(TerminalWidth(U'道'), 2U);
  EXPECT_EQ(TerminalWidth(U'q'), 1U);
  EXPECT_EQ(TerminalWidth(U'\u00ad'), 0U);
  EXPECT_EQ(Marked("道路[橋]x"), "  道路橋x\n      ^^\n");
}

TEST(MarkedText, TitlesAreParted) {
  EXPECT_EQ(Marked("Rail\x1f[Roads]"), "  Rail > Roads\n         ^^^^^\n");
}

TEST(MarkedText, LongTextsAreBrokenAndMarkedOnTheirOwnLine) {
  const std::string words(45, 'a');
  EXPECT_EQ(Marked(words + " " + words + " [bridge] b"),
            "  " + words + " " + words + " bridge\n" + std::string(94, ' ') + "^^^^^^\n  b\n");
}

TEST(MarkedText, NothingMovesTheCursor) { EXPECT_EQ(Marked("a\x1b\xff"), "  a??\n"); }

TEST(MarkedText, EmptyTextIsAnEmptyLine) { EXPECT_EQ(Marked(""), "\n"); }

}  // namespace
}  // namespace tranche
