#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Files = std::map<std::string, std::string>;

LoadedBook LoadWords(Files files, const std::string& vocabulary = "words/") {
  files["book.yaml"] = BookWith("vocabulary: " + vocabulary + "\nrules: []\n");
  files["words/concepts.yaml"] = "concepts: {road: {title: Roads}, bridge: {title: Bridges}}\n";
  return LoadFiles(files);
}

TEST(Vocabulary, HasWordsByLanguageInTheOrderOfTheFiles) {
  const LoadedBook loaded = LoadWords(
      {{"words/de.yaml",
        "language: de\nconcepts:\n  bridge: {words: [\"*brücke*\"], except: "
        "[\"*brückenkredit*\"], checked: 2025}\n"},
       {"words/pl.yaml", "language: pl\nconcepts:\n  road: {words: [drog*, \"autostrad*\"]}\n"},
       {"words/notes.txt", "not read"}});
  ASSERT_EQ(loaded.text, "");
  const Rulebook& book = *loaded.book;
  ASSERT_EQ(book.concepts.size(), 2U);
  EXPECT_EQ(book.concepts[0].title, "Roads");
  ASSERT_EQ(book.vocabulary.size(), 2U);
  EXPECT_EQ(book.vocabulary[0].language, "de");
  EXPECT_EQ(book.vocabulary[0].concept_id, ConceptId{1});
  EXPECT_EQ(book.vocabulary[0].except.size(), 1U);
  EXPECT_EQ(book.vocabulary[1].language, "pl");
  EXPECT_EQ(book.vocabulary[1].words.size(), 2U);
  EXPECT_EQ(book.files.size(), 4U);
}

TEST(Vocabulary, TheAsciiFormHoldsForGermanAndNordicLanguages) {
  for (const auto& [language, has_digraphs] : std::map<std::string, bool>{
           {"de", true}, {"no", true}, {"es", false}, {"pl", false}, {"any", false}}) {
    const LoadedBook loaded = LoadWords(
        {{"words/x.yaml", "language: \"" + language + "\"\nconcepts: {road: {words: [öst]}}\n"}});
    ASSERT_TRUE(loaded.book) << loaded.text;
    EXPECT_EQ(!loaded.book->vocabulary[0].words[0].digraph_tokens.empty(), has_digraphs)
        << language;
  }
}

TEST(Vocabulary, NorwegianUnquotedIsExplained) {
  EXPECT_THAT(
      LoadWords({{"words/no.yaml", "language: no\nconcepts: {road: {words: [vei]}}\n"}}).errors,
      ElementsAre(HasSubstr("the language `no` is read as something else")));
}

TEST(Vocabulary, MayBeAFileOrAList) {
  const std::string words = "language: de\nconcepts: {road: {words: [weg]}}\n";
  EXPECT_EQ(LoadWords({{"words/de.yaml", words}}, "[words/de.yaml, words/concepts.yaml]").text, "");
  EXPECT_EQ(LoadWords({}, "words/concepts.yaml").text, "");
}

TEST(Vocabulary, AConceptMustBeNamedFirst) {
  const LoadedBook loaded =
      LoadWords({{"words/de.yaml", "language: de\nconcepts: {raod: {words: [weg]}}\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre("unknown concept 'raod'"));
  EXPECT_THAT(loaded.text, HasSubstr("did you mean 'road'?"));
}

TEST(Vocabulary, AConceptHasOneListOfWordsInALanguage) {
  const std::string words = "language: de\nconcepts: {road: {words: [weg]}}\n";
  const LoadedBook loaded = LoadWords({{"words/de.yaml", words}, {"words/de2.yaml", words}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("already has words in the language 'de'")));
  EXPECT_THAT(loaded.text, HasSubstr("de.yaml:2;"));
}

TEST(Vocabulary, WithoutNamesIsOneError) {
  const LoadedBook loaded = LoadFiles(
      {{"book.yaml", BookWith("vocabulary: de.yaml\nrules:\n  - id: a\n    is: roads\n"
                              "    when: {mentions: [road, bridge]}\n")},
       {"de.yaml", "language: de\nconcepts: {road: {words: [weg]}, bridge: {words: [brigg]}}\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre("no file of the vocabulary names the concepts"));
}

TEST(Vocabulary, MentionsWithoutAVocabularySayWhatToDo) {
  const LoadedBook loaded = LoadFiles(
      {{"book.yaml", BookWith("rules:\n  - {id: a, is: roads, when: {mentions: road}}\n")}});
  EXPECT_THAT(loaded.errors, ElementsAre("the rulebook has no words for 'road'"));
  EXPECT_THAT(loaded.text, HasSubstr("add a line `vocabulary: vocabulary/`"));
}

TEST(Vocabulary, WordsThatRepeatOthersAreAWarning) {
  const LoadedBook loaded = LoadWords(
      {{"words/de.yaml", "language: de\nconcepts: {road: {words: [straße, STRASSE, weg]}}\n"}});
  EXPECT_THAT(loaded.warnings,
              ElementsAre("'STRASSE' takes the same words as 'straße' in this list"));
}

TEST(Vocabulary, WordsThatAreNoneAreErrorsWithTheirPlace) {
  const LoadedBook loaded =
      LoadWords({{"words/de.yaml",
                  "language: de\nconcepts:\n  road:\n    words: [\"—\", we*g, \"*\", weg]\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre("'—' is no word or phrase", "'we*g' is no word or phrase",
                                         "'*' is no word or phrase"));
  EXPECT_THAT(loaded.text, HasSubstr("de.yaml:4:18: error"));
}

TEST(Vocabulary, ALanguageThatNoCountryHasIsAWarning) {
  EXPECT_THAT(
      LoadWords({{"words/x.yaml", "language: fi\nconcepts: {road: {words: [tie]}}\n"}}).warnings,
      ElementsAre(HasSubstr("in the language 'fi'")));
  EXPECT_THAT(
      LoadWords({{"words/x.yaml", "language: Deutsch\nconcepts: {road: {words: [weg]}}\n"}}).errors,
      ElementsAre("'Deutsch' is no language"));
}

TEST(Vocabulary, AMentionOfAConceptWithoutWordsIsAWarning) {
  const LoadedBook loaded =
      LoadFiles({{"book.yaml", BookWith("vocabulary: [concepts.yaml]\nrules:\n"
                                        "  - {id: a, is: roads, when: {mentions: road}}\n"
                                        "  - {id: b, is: roads, when: {mentions: road}}\n")},
                 {"concepts.yaml", "concepts: {road: {title: Roads}}\n"}});
  EXPECT_THAT(loaded.warnings, ElementsAre(HasSubstr("no language has words for 'road'")));
  EXPECT_TRUE(loaded.book);
}

}  // namespace
}  // namespace tranche
