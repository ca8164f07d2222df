#include "engine/rulebook/word_pattern.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "engine/base/fold.h"

namespace tranche {
namespace {

using Kind = TokenPattern::Kind;

std::vector<TokenPattern> TokensOf(std::string_view written) {
  std::string why;
  const auto pattern = ParseWordPattern(written, /*with_digraphs=*/false, &why);
  EXPECT_TRUE(pattern) << written << ": " << why;
  return pattern ? pattern->tokens : std::vector<TokenPattern>();
}

TEST(WordPattern, StarsAtTheEndsStandForMoreLetters) {
  EXPECT_EQ(TokensOf("road"), (std::vector<TokenPattern>{{Kind::kExact, "road"}}));
  EXPECT_EQ(TokensOf("road*"), (std::vector<TokenPattern>{{Kind::kPrefix, "road"}}));
  EXPECT_EQ(TokensOf("*road"), (std::vector<TokenPattern>{{Kind::kSuffix, "road"}}));
  EXPECT_EQ(TokensOf("*road*"), (std::vector<TokenPattern>{{Kind::kContains, "road"}}));
}

TEST(WordPattern, AStarAloneIsAnyOneWord) {
  EXPECT_EQ(TokensOf("bridge * river"),
            (std::vector<TokenPattern>{
                {Kind::kExact, "bridge"}, {Kind::kAny, ""}, {Kind::kExact, "river"}}));
}

TEST(WordPattern, IsFoldedAsTextsAre) {
  EXPECT_EQ(TokensOf("  Müller-STRAẞE* "),
            (std::vector<TokenPattern>{{Kind::kExact, "muller"}, {Kind::kPrefix, "strasse"}}));
  EXPECT_EQ(TokensOf("l’air*"),
            (std::vector<TokenPattern>{{Kind::kExact, "l"}, {Kind::kPrefix, "air"}}));
  EXPECT_EQ(TokensOf("*l'air"),
            (std::vector<TokenPattern>{{Kind::kSuffix, "l"}, {Kind::kExact, "air"}}));
  EXPECT_EQ(TokensOf("*a-b*"),
            (std::vector<TokenPattern>{{Kind::kSuffix, "a"}, {Kind::kPrefix, "b"}}));
  EXPECT_EQ(TokensOf("roads & bridges"),
            (std::vector<TokenPattern>{{Kind::kExact, "roads"}, {Kind::kExact, "bridges"}}));
}

TEST(WordPattern, AStarMayTouchALetterWithASeparateAccent) {
  EXPECT_EQ(TokensOf("cafe\u0301*"), (std::vector<TokenPattern>{{Kind::kPrefix, "cafe"}}));
}

TEST(WordPattern, HasTheFormOfAsciiExportsWhereAsked) {
  const auto bridge = ParseWordPattern("*brücke*", true, nullptr);
  EXPECT_EQ(bridge->tokens, (std::vector<TokenPattern>{{Kind::kContains, "brucke"}}));
  EXPECT_EQ(bridge->digraph_tokens, (std::vector<TokenPattern>{{Kind::kContains, "bruecke"}}));
  EXPECT_TRUE(ParseWordPattern("*brücke*", false, nullptr)->digraph_tokens.empty());
  EXPECT_TRUE(ParseWordPattern("road", true, nullptr)->digraph_tokens.empty());
  EXPECT_EQ(ParseWordPattern("på vei", true, nullptr)->digraph_tokens,
            (std::vector<TokenPattern>{{Kind::kExact, "paa"}, {Kind::kExact, "vei"}}));
}

TEST(WordPattern, KeepsWhatWasWritten) {
  EXPECT_EQ(ParseWordPattern("Brücke*", true, nullptr)->written, "Brücke*");
}

TEST(WordPattern, RefusesWhatTakesNothingOrAnything) {
  for (const char* wrong : {"", "  ", "—", "*", "* *", "**", "ro*ad", "***", "*ro*ad*", "mil.*",
                            "*-road", "— *", "a **", "—*", "road —*"}) {
    std::string why;
    EXPECT_FALSE(ParseWordPattern(wrong, true, &why)) << wrong;
    EXPECT_NE(why, "") << wrong;
    EXPECT_FALSE(ParseWordPattern(wrong, true, nullptr)) << wrong;
  }
}

// Whatever is written without stars, its tokens are those of the folded text.
TEST(WordPattern, HasTheTokensOfTheFoldedText) {
  const std::vector<std::string> pieces = {"a",  "É",  "ß", "ø",  "-", "'", "9", " ",
                                           "Юг", "漢", "ł", "\t", ".", "ä", "x", "İ"};
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  for (int round = 0; round < 2000; ++round) {
    std::string written;
    for (int i = 0; i < 8; ++i) written += pieces[piece(random)];
    std::string joined;
    const auto pattern = ParseWordPattern(written, false, nullptr);
    if (pattern) {
      for (const TokenPattern& token : pattern->tokens) {
        EXPECT_EQ(token.kind, Kind::kExact);
        joined += (joined.empty() ? "" : " ") + token.text;
      }
    }
    EXPECT_EQ(joined, Fold(written)) << written;
  }
}

}  // namespace
}  // namespace tranche
