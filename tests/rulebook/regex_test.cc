// `regex`: what is taken, and what is said of expressions that can do no good.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Condition Read(const std::string& when) {
  const LoadedBook loaded = LoadCondition(when);
  EXPECT_TRUE(loaded.book.has_value()) << loaded.text;
  return loaded.book ? loaded.book->rules[0].when : Condition();
}

std::string TextOf(const std::string& expression) {
  return LoadCondition("{regex: '" + expression + "'}").text;
}

TEST(Regex, IsCompiledAndKeepsItsScope) {
  const Condition when = Read("{regex: 'fondo (de )?contingencia', in: own}");
  EXPECT_EQ(when.kind, Condition::Kind::kRegex);
  EXPECT_EQ(when.scope.kind, TextScope::Kind::kOwn);
  EXPECT_TRUE(when.regex->MatchesPart("un fondo contingencia"));
}

TEST(Regex, AListTakesAnyOfIts) {
  const Condition when = Read("{regex: [abc, 'd.f']}");
  EXPECT_EQ(when.kind, Condition::Kind::kAny);
  ASSERT_EQ(when.children.size(), 2U);
  EXPECT_EQ(when.children[1].regex->expression(), "d.f");
}

TEST(Regex, TheSameExpressionIsCompiledOnce) {
  const Condition when = Read("{any: [{regex: abc}, {regex: abc, in: own}]}");
  EXPECT_EQ(when.children[0].regex, when.children[1].regex);
}

TEST(Regex, MistakesStandAtTheirPlaceInTheExpression) {
  EXPECT_THAT(TextOf("fondo [de"), HasSubstr("a bracket [ is never closed"));
  EXPECT_THAT(TextOf("fondo (de"), HasSubstr("a parenthesis ( is never closed"));
  EXPECT_THAT(TextOf("x{2000}"), HasSubstr("go from 0 to 1000"));
  EXPECT_THAT(TextOf("ab**"), HasSubstr("        ^^\n"));
}

TEST(Regex, CapitalsAccentsAndPunctuationAreRefusedWithTheFoldedSpelling) {
  EXPECT_THAT(TextOf("Fondo de Contingencia, S.A"), HasSubstr("write 'fondo de contingencia s.a'"));
  EXPECT_THAT(TextOf("br.cke|stra\u00dfe"), HasSubstr("write 'br.cke|strasse'"));
  EXPECT_THAT(TextOf("[A-Z]+"), HasSubstr("write '[a-z]+'"));
  EXPECT_THAT(TextOf("air-?force"), HasSubstr("write 'air ?force'"));
  EXPECT_THAT(TextOf("a  b"), HasSubstr("two spaces never stand together"));
}

TEST(Regex, WhatCannotBeJudgedIsLeftAlone) {
  for (const char* fine : {"(?i)ARMY", "[^,]x", "[Aa]rmy", "\\d+ km", "x\\b", "\\p{Greek}x",
                           "a{2,3}", "(?P<Name>ab)"}) {
    EXPECT_THAT(TextOf(fine), IsEmpty()) << fine;
  }
}

TEST(Regex, WhatTakesEverythingIsRefused) {
  for (const char* all : {"a*", ".*", "", "x?", ".", "^"}) {
    EXPECT_THAT(LoadCondition("{regex: '" + std::string(all) + "'}").errors, testing::SizeIs(1))
        << all;
  }
  EXPECT_THAT(TextOf("^$"), HasSubstr("a text without any word"));
}

TEST(Regex, WhatTakesNearlyEverythingIsRefused) {
  for (const char* most : {"..", "\\w", "\\pL", "[a-z]{3}", "[^0-9 ]+", ".{4}"}) {
    EXPECT_THAT(TextOf(most), HasSubstr("takes nearly every text")) << most;
  }
  for (const char* fine : {"[aeiou]x", "e", "\\d{4}", "[b-df-hj-np-tv-z]{7}"}) {
    EXPECT_THAT(TextOf(fine), IsEmpty()) << fine;
  }
}

TEST(Regex, ASpaceAtTheEndsIsRefused) {
  EXPECT_THAT(TextOf("^ tanks"), HasSubstr("no space stands at the beginning or end"));
  EXPECT_THAT(TextOf("^ tanks"), HasSubstr("hint: write '^tanks'"));
}

TEST(Regex, AControlCharacterIsReportedOnce) {
  EXPECT_THAT(LoadCondition(R"({regex: "\barmy\b"})").errors,
              ElementsAre(HasSubstr("invisible character")));
}

TEST(Regex, TheEndOfAWordIsKnownForLettersAToZOnly) {
  EXPECT_THAT(TextOf("\\b\u0441\u0438\u043b"), HasSubstr("write (^| )"));
}

}  // namespace
}  // namespace tranche
