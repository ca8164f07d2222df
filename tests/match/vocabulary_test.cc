// What a text mentions: the rules of section "Concepts" of the design, one claim each.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/match/book_text.h"

namespace tranche {
namespace {

using Vocabulary = std::vector<std::pair<std::string, std::string>>;

/// The first of `concepts` that a text mentions.
std::string Mentioned(const std::vector<std::string>& concepts, const Vocabulary& vocabulary,
                      const char* text, std::string_view country = "GBR") {
  std::string rules;
  for (const std::string& name : concepts) {
    rules += "  - {id: " + name + ", is: a, when: {mentions: " + name + "}}\n";
  }
  return DeciderOf(BookOf(rules, vocabulary), text, country);
}

const Vocabulary kBridge = {{"en", "  bridge: {words: [bridge], except: [bridge loan]}\n"}};
const Vocabulary kDefence = {{"de",
                              "  defence: {words: [verteidigung]}\n"
                              "  civil: {words: [zivile verteidigung]}\n"}};

TEST(Concepts, AMatchInsideTheOwnExceptionIsVoid) {
  EXPECT_EQ(Mentioned({"bridge"}, kBridge, "A bridge loan"), "(otherwise)");
}

TEST(Concepts, AnotherMatchOfTheSameTextStands) {
  EXPECT_EQ(Mentioned({"bridge"}, kBridge, "Bridge loan for a bridge repair"), "bridge");
}

TEST(Concepts, TheExceptionOfOneConceptDoesNotVoidAnother) {
  const Vocabulary words = {{"en",
                             "  bridge: {words: [bridge], except: [bridge loan]}\n"
                             "  span: {words: [bridge]}\n"}};
  EXPECT_EQ(Mentioned({"bridge", "span"}, words, "A bridge loan"), "span");
}

TEST(Concepts, AnExceptionMayBeTheSameWord) {
  const Vocabulary words = {
      {"de", "  bridge: {words: [\"*brücke*\"], except: [\"brückentag*\"]}\n"}};
  EXPECT_EQ(Mentioned({"bridge"}, words, "Brückentage", "DEU"), "(otherwise)");
  EXPECT_EQ(Mentioned({"bridge"}, words, "Brücken", "DEU"), "bridge");
}

TEST(Concepts, ALongerMatchOfAnyConceptVoidsAShorterOne) {
  EXPECT_EQ(Mentioned({"defence", "civil"}, kDefence, "Zivile Verteidigung", "DEU"), "civil");
}

TEST(Concepts, ALongerMatchVoidsEvenWhereNoRuleMentionsIt) {
  EXPECT_EQ(Mentioned({"defence"}, kDefence, "Zivile Verteidigung", "DEU"), "(otherwise)");
}

TEST(Concepts, EqualSpansBothStand) {
  const Vocabulary words = {{"en", "  one: {words: [port]}\n  two: {words: [port]}\n"}};
  EXPECT_EQ(Mentioned({"one"}, words, "A port"), "one");
  EXPECT_EQ(Mentioned({"two"}, words, "A port"), "two");
}

TEST(Concepts, OverlappingMatchesBothStand) {
  const Vocabulary words = {
      {"en", "  guard: {words: [coast guard]}\n  boat: {words: [guard boat]}\n"}};
  EXPECT_EQ(Mentioned({"guard"}, words, "coast guard boat"), "guard");
  EXPECT_EQ(Mentioned({"boat"}, words, "coast guard boat"), "boat");
}

TEST(Concepts, VoidMatchesStillVoidOthers) {
  const Vocabulary words = {{"en",
                             "  defence: {words: [defence]}\n"
                             "  civil: {words: [civil defence], except: [civil defence bonds]}\n"}};
  EXPECT_EQ(Mentioned({"civil", "defence"}, words, "Civil defence bonds"), "(otherwise)");
}

TEST(Concepts, AMatchOfALanguageThatDoesNotApplyVoidsNothing) {
  const Vocabulary words = {{"en", "  port: {words: [port]}\n"},
                            {"fr", "  gate: {words: [port royal]}\n"}};
  EXPECT_EQ(Mentioned({"gate", "port"}, words, "Port royal", "GBR"), "port");
}

TEST(Concepts, InlineWordsNeitherVoidNorAreVoid) {
  const auto book = BookOf(
      "  - {id: inline, is: a, when: {words: loan, country: GBR}}\n"
      "  - {id: bridge, is: b, when: {mentions: bridge}}\n",
      {{"en", "  bridge: {words: [bridge]}\n  loan: {words: [bridge loan today]}\n"}});
  EXPECT_EQ(DeciderOf(book, "Bridge loan today", "GBR"), "inline");
  const auto longer = BookOf(
      "  - {id: bridge, is: b, when: {mentions: bridge}}\n"
      "  - {id: inline, is: a, when: {words: bridge loan}}\n",
      {{"en", "  bridge: {words: [bridge]}\n"}});
  EXPECT_EQ(DeciderOf(longer, "Bridge loan", "GBR"), "bridge");
}

TEST(Concepts, WordsOfAnyLanguageHoldEverywhere) {
  const Vocabulary words = {{"any", "  rail: {words: [rail baltica]}\n"}};
  EXPECT_EQ(Mentioned({"rail"}, words, "RAIL BALTICA", "POL"), "rail");
}

TEST(Words, AStemIsFoundInsideCompounds) {
  const Vocabulary words = {{"de", "  bridge: {words: [\"*brücke*\"]}\n"}};
  for (const char* text : {"Brücke", "Rheinbrücken", "Eisenbahnbrückenbau", "AUTOBAHNBRÜCKE"}) {
    EXPECT_EQ(Mentioned({"bridge"}, words, text, "DEU"), "bridge") << text;
  }
  EXPECT_EQ(Mentioned({"bridge"}, words, "Brügge", "DEU"), "(otherwise)");
}

TEST(Words, AStarStandsForMoreLettersOnItsSideOnly) {
  const Vocabulary words = {{"en", "  army: {words: [arm*]}\n  ship: {words: [\"*ship\"]}\n"}};
  EXPECT_EQ(Mentioned({"army"}, words, "Armoured"), "army");
  EXPECT_EQ(Mentioned({"army"}, words, "Alarm"), "(otherwise)");
  EXPECT_EQ(Mentioned({"ship"}, words, "Warship"), "ship");
  EXPECT_EQ(Mentioned({"ship"}, words, "Ships"), "(otherwise)");
}

TEST(Words, AStarAloneStandsForExactlyOneWord) {
  const auto book = BookOf("  - {id: r, is: a, when: {words: \"fund * defence\"}}\n");
  EXPECT_EQ(DeciderOf(book, "Fund for defence"), "r");
  EXPECT_EQ(DeciderOf(book, "Fund defence"), "(otherwise)");
  EXPECT_EQ(DeciderOf(book, "Fund for the defence"), "(otherwise)");
}

TEST(Words, AnUmlautInTheVocabularyFindsTheDigraph) {
  const Vocabulary words = {{"de", "  road: {words: [\"*straße*\", größe]}\n"}};
  EXPECT_EQ(Mentioned({"road"}, words, "Bundesstrassen", "DEU"), "road");
  EXPECT_EQ(Mentioned({"road"}, words, "GROESSE", "DEU"), "road");
  EXPECT_EQ(Mentioned({"road"}, words, "Grosse", "DEU"), "road");
}

TEST(Words, ADigraphInTheVocabularyDoesNotFindTheUmlaut) {
  const Vocabulary words = {{"de", "  bridge: {words: [bruecke]}\n"}};
  EXPECT_EQ(Mentioned({"bridge"}, words, "Bruecke", "DEU"), "bridge");
  EXPECT_EQ(Mentioned({"bridge"}, words, "Brücke", "DEU"), "(otherwise)");
}

TEST(Words, ARingInTheVocabularyFindsDoubleA) {
  const auto book = BookOf("  - {id: r, is: a, when: {words: ångström}}\n");
  for (const char* text : {"Ångström", "angstrom", "aangstroem"}) {
    EXPECT_EQ(DeciderOf(book, text), "r") << text;
  }
}

TEST(Words, LanguagesWithoutDigraphsHaveNone) {
  const Vocabulary words = {{"pl", "  road: {words: [dröga]}\n"}};
  EXPECT_EQ(Mentioned({"road"}, words, "droga", "POL"), "road");
  EXPECT_EQ(Mentioned({"road"}, words, "droega", "POL"), "(otherwise)");
}

TEST(Words, LettersBeyondAccentsAreFolded) {
  const auto book = BookOf(
      "  - {id: r, is: a, when: {words: [straße, øvelse, żołnierz, ığdır, γέφυρα, мост]}}\n");
  for (const char* text : {"STRASSE", "Ovelse", "zolnierz", "IGDIR", "ΓΕΦΥΡΑ", "МОСТ", "strasse"}) {
    EXPECT_EQ(DeciderOf(book, text), "r") << text;
  }
}

}  // namespace
}  // namespace tranche
