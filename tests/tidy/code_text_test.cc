#include "tests/tidy/code_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tranche::tidy {
namespace {

using ::testing::ElementsAre;

TEST(CodeText, BlanksCommentsAndLiteralsInPlace) {
  EXPECT_EQ(ReadCode("a /* b */ c // d\ne").code, "a         c     \ne");
  EXPECT_EQ(ReadCode(R"(f("a\"}", '{'))").code, R"(f("    ", ' '))");
}

TEST(CodeText, KnowsDigitSeparatorsFromCharacters) {
  EXPECT_EQ(ReadCode("x = 1'000'000; {").code, "x = 1'000'000; {");
}

TEST(CodeText, BlanksRawStringsAndKnowsTheirLines) {
  const CodeText text = ReadCode("a\nR\"x(\n{\"\n)x\" b\nc");
  EXPECT_EQ(text.code, "a\nR\"  \n  \n  \" b\nc");
  EXPECT_THAT(text.raw_string_lines, ElementsAre(2, 3, 4));
}

TEST(CodeText, BareTextHasNoDirectives) {
  EXPECT_EQ(ReadCode("#define A \\\n  {\nb").bare, "           \n   \nb");
}

TEST(CodeText, WordsKnowTheirLines) {
  const std::vector<Word> words = ReadWords("int a_1;\n\nreturn;");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[1].text, "a_1");
  EXPECT_EQ(words[2].line, 3);
}

TEST(CodeText, ALineEndAtTheEndBeginsNoLine) {
  EXPECT_THAT(SplitLines("a\n\nb\n"), ElementsAre("a", "", "b"));
  EXPECT_THAT(SplitLines("a"), ElementsAre("a"));
}

}  // namespace
}  // namespace tranche::tidy
