// rules/MESSAGES.md: every message that the golden files have, with the mistake that causes it.
// TRANCHE_UPDATE_GOLDEN=1 writes it anew; the change is then reviewed as a diff.
#include "tests/docs/message_page.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <string>

#include "tests/docs/fenced_blocks.h"

namespace tranche {
namespace {

constexpr char kPage[] = TRANCHE_SOURCE_DIR "/rules/MESSAGES.md";

std::set<std::string> PatternsOf(const std::string& folder) {
  std::set<std::string> patterns;
  for (const GoldenMessage& message : GoldenMessages(folder)) patterns.insert(PatternOf(message));
  return patterns;
}

TEST(MessagePage, IsWhatTheGoldenFilesSay) {
  if (std::getenv("TRANCHE_UPDATE_GOLDEN") != nullptr) WriteWholeFile(kPage, MessagePage());
  EXPECT_EQ(ReadWholeFile(kPage), MessagePage());
}

TEST(MessagePage, HasSixtyDifferentMessagesOfTheRulebookAlone) {
  EXPECT_GE(PatternsOf("rulebook").size(), 60U);
  EXPECT_GE(DistinctMessages(), 200U);
}

TEST(Messages, SayWhatToDo) {
  for (const char* folder : {"yaml", "rulebook", "study", "layout", "dossier"}) {
    for (const GoldenMessage& message : GoldenMessages(folder)) {
      EXPECT_NE(message.hint, "") << message.place << ": " << message.text;
    }
  }
}

TEST(Messages, UseNoWordsOfProgrammers) {
  for (const char* folder : {"yaml", "rulebook", "study", "layout", "dossier"}) {
    for (const GoldenMessage& message : GoldenMessages(folder)) {
      const std::string text = " " + message.text + " " + message.hint + " ";
      for (const char* word : {" token", " node", " scalar", " parse", " null ", " string",
                               " boolean", " integer", " mapping", " sequence", " regex engine"}) {
        EXPECT_EQ(text.find(word), std::string::npos) << message.place << ": " << text;
      }
    }
  }
}

TEST(MessagePatterns, LeaveOutNamesAndNumbers) {
  EXPECT_EQ(PatternOf({"", "error", "'it's' is given twice; the first is in line 20", "", ""}),
            "'…' is given twice; the first is in line 0");
  EXPECT_EQ(PatternOf({"", "error", "`a` cannot be 'b'", "", ""}), "`a` cannot be '…'");
}

}  // namespace
}  // namespace tranche
