// Two columns of running text: each TEST a claim.
#include "engine/report/side_by_side.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace tranche {
namespace {

using ::testing::ElementsAre;

TEST(WrappedLines, BreakAtSpacesAndKeepLineEnds) {
  EXPECT_THAT(WrappedLines("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(WrappedLines("one\ntwo three", 20), ElementsAre("one", "two three"));
  EXPECT_THAT(WrappedLines("", 7), ElementsAre(""));
}

TEST(WrappedLines, BreakALongPathBehindASlashAndOtherLongWordsAnywhere) {
  EXPECT_THAT(WrappedLines("rules/recognise/words.yaml:12", 17),
              ElementsAre("rules/recognise/", "words.yaml:12"));
  EXPECT_THAT(WrappedLines("at Straßenbauverwaltung", 10),
              ElementsAre("at", "Straßenbau", "verwaltung"));
}

TEST(SideBySide, KeepsBothColumnsInAHundredCharacters) {
  std::string out;
  AppendSideBySide("    why", std::string(60, 'a'), "ä b", &out);
  EXPECT_EQ(out, "    why          " + std::string(40, 'a') + " | ä b\n" + std::string(17, ' ') +
                     std::string(20, 'a') + std::string(20, ' ') + " |\n");
}

TEST(SideBySide, GivesALongLabelALineOfItsOwn) {
  std::string out;
  AppendSideBySide("    a label that is long", "x", "y", &out);
  EXPECT_EQ(out, "    a label that is long\n" + std::string(17, ' ') + "x" + std::string(39, ' ') +
                     " | y\n");
}

}  // namespace
}  // namespace tranche
