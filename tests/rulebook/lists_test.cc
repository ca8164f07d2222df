// `lists` and `listed`: words and codes from columns of CSV files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Files = std::map<std::string, std::string>;

LoadedBook Load(const std::string& lists, const std::string& when, Files files) {
  files["book.yaml"] =
      BookWith("lists:\n" + lists + "rules:\n  - id: r\n    is: roads\n    when: " + when + "\n");
  return LoadFiles(files);
}

const char kBarracks[] = "  barracks: {file: lists/b.csv, column: name}\n";

TEST(Lists, WordsComeFromTheColumn) {
  const LoadedBook loaded =
      Load(kBarracks, "{listed: barracks, in: own}",
           {{"lists/b.csv", "id;name\n1;\"Kaserne; S\u00fcd\"\n2;*feld\n3;\n4;*feld\n"}});
  ASSERT_TRUE(loaded.book) << loaded.text;
  const WordList& list = loaded.book->lists.at(0);
  ASSERT_EQ(list.words.size(), 2U);
  EXPECT_EQ(list.words[0].tokens.size(), 2U);
  EXPECT_EQ(list.words[1].tokens[0].kind, TokenPattern::Kind::kSuffix);
  EXPECT_EQ(list.words[1].span.line, 3U);
  const Condition& when = loaded.book->rules[0].when;
  EXPECT_EQ(when.kind, Condition::Kind::kListed);
  EXPECT_EQ(when.scope.kind, TextScope::Kind::kOwn);
}

TEST(Lists, AFileOfOneColumnNeedsNoDelimiter) {
  const LoadedBook loaded = Load(kBarracks, "{listed: barracks}",
                                 {{"lists/b.csv", "name\nKaserne Nord, Haus 2\nFeld\n"}});
  ASSERT_TRUE(loaded.book) << loaded.text;
  EXPECT_EQ(loaded.book->lists.at(0).words.size(), 2U);
}

TEST(Lists, OldEncodingsAreRead) {
  const LoadedBook loaded = Load(kBarracks, "{listed: barracks}",
                                 {{"lists/b.csv",
                                   "name;x\nBr\xFC"
                                   "cke;1\n"}});
  ASSERT_TRUE(loaded.book) << loaded.text;
  EXPECT_EQ(loaded.book->lists.at(0).words.at(0).tokens.at(0).text, "brucke");
}

TEST(Lists, CodesOfASchemeFollowTheRulesOfCode) {
  const LoadedBook loaded =
      Load("  defence: {file: c.csv, column: code, scheme: esp-programa}\n", "{listed: defence}",
           {{"c.csv", "code,title\n020,a\n=12,b\n20..29,c\n"}});
  ASSERT_TRUE(loaded.book) << loaded.text;
  EXPECT_EQ(loaded.book->lists.at(0).codes.size(), 3U);
  EXPECT_EQ(loaded.book->lists.at(0).codes[0].from, "020");
  EXPECT_EQ(loaded.book->rules[0].when.name, "esp-programa");
}

TEST(Lists, WordsAndCodesTogetherAreOr) {
  const LoadedBook loaded = Load(
      std::string(kBarracks) + "  defence: {file: c.csv, column: code, scheme: esp-programa}\n",
      "{listed: [barracks, defence]}", {{"lists/b.csv", "name\nx\n"}, {"c.csv", "code\n1\n"}});
  ASSERT_TRUE(loaded.book) << loaded.text;
  EXPECT_EQ(loaded.book->rules[0].when.kind, Condition::Kind::kAny);
}

TEST(Lists, TheirFilesBelongToTheBook) {
  const std::string text = "name\nx\n";
  const LoadedBook loaded =
      Load(std::string(kBarracks) + "  again: {file: lists/b.csv, column: name}\n",
           "{listed: [barracks, again]}", {{"lists/b.csv", text}});
  ASSERT_TRUE(loaded.book) << loaded.text;
  ASSERT_EQ(loaded.book->files.size(), 2U);
  EXPECT_EQ(loaded.book->files[1].text, text);
}

TEST(Lists, EveryWrongEntryIsReportedInItsFile) {
  const LoadedBook loaded = Load(kBarracks, "{listed: barracks}",
                                 {{"lists/b.csv", "id,name\n1,ok\n2,*\n3,\"a\nb\"\n4,c*d\n"}});
  EXPECT_THAT(loaded.errors,
              ElementsAre(HasSubstr("'*' is no word"), HasSubstr("'c*d' is no word")));
  EXPECT_THAT(loaded.text, HasSubstr("b.csv:3:3: error"));
  EXPECT_THAT(loaded.text, HasSubstr("b.csv:6:3: error"));
}

TEST(Lists, ManyWrongEntriesAreCounted) {
  std::string file = "name\n";
  for (int i = 0; i < 50; ++i) file += "a*b" + std::to_string(i) + "\n";
  const LoadedBook loaded = Load(kBarracks, "{listed: barracks}", {{"lists/b.csv", file}});
  EXPECT_EQ(loaded.errors.size(), 21U);
  EXPECT_THAT(loaded.errors.back(), HasSubstr("30 more entries"));
}

TEST(Lists, ErrorsOfSpreadsheetsAreNoWords) {
  for (const char* cell :
       {"#REF!", "#N/A", "#NAME?", "#DIV/0!", "#BEZUG!", "#NV", "#\u00A1REF!", "#\u041D/\u0414"}) {
    const LoadedBook loaded = Load(kBarracks, "{listed: barracks}",
                                   {{"lists/b.csv", "name\nKaserne\n" + std::string(cell) + "\n"}});
    EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr(std::string(cell) + "' is no word"))) << cell;
    EXPECT_THAT(loaded.text, HasSubstr("where a formula has no result"));
  }
  EXPECT_TRUE(
      Load(kBarracks, "{listed: barracks}", {{"lists/b.csv", "name\n#Kaserne\nRef\n"}}).book);
}

TEST(Lists, NumbersThatASpreadsheetShortenedAreNoCodes) {
  const auto load = [](const std::string& code) {
    return Load("  defence: {file: c.csv, column: code, scheme: esp-programa}\n",
                "{listed: defence}", {{"c.csv", "code;title\n" + code + ";a\n"}});
  };
  for (const char* code : {"02.1E+05", "2,1E-07", "=2E+10", "#VALUE!"}) {
    EXPECT_THAT(load(code).errors, ElementsAre(HasSubstr("is no code"))) << code;
  }
  for (const char* code : {"1E-05", "2E10", "E+1", "12.E", "A2E+05"}) {
    EXPECT_TRUE(load(code).book) << code;
  }
}

TEST(Lists, RowsThatCannotBeReadAreReported) {
  const LoadedBook loaded =
      Load(kBarracks, "{listed: barracks}", {{"lists/b.csv", "id,name\n1,a\n2,b,c\n3,d\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("this row of the list cannot be read")));
  EXPECT_THAT(loaded.text, HasSubstr("b.csv:3:1: error"));
}

TEST(Lists, AMissingColumnIsNamedWithThoseThatExist) {
  const LoadedBook loaded =
      Load(kBarracks, "{listed: barracks}", {{"lists/b.csv", "id,nom\n1,a\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("has no column 'name'")));
  EXPECT_THAT(loaded.text, HasSubstr("the file has the columns 'id', 'nom'"));
}

TEST(Lists, AnEmptyColumnIsAnError) {
  const LoadedBook loaded =
      Load(kBarracks, "{listed: barracks}", {{"lists/b.csv", "id,name\n1,\n2,\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("has no entries")));
}

TEST(Lists, AMissingFileIsReportedWhereItIsNamed) {
  const LoadedBook loaded = Load(kBarracks, "{listed: barracks}", {{"lists/c.csv", "name\nx\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("there is no file")));
  EXPECT_THAT(loaded.text, HasSubstr("did you mean 'c.csv'?"));
}

TEST(Lists, AWorkbookIsNoList) {
  const LoadedBook loaded =
      Load(kBarracks, "{listed: barracks}", {{"lists/b.csv", std::string("PK\x03\x04\0\0", 6)}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("this list cannot be read")));
  EXPECT_THAT(loaded.text, HasSubstr("hint: save it as CSV"));
}

TEST(Lists, AColumnThatStandsThereTwiceIsRefused) {
  const LoadedBook loaded =
      Load(kBarracks, "{listed: barracks}", {{"lists/b.csv", "name;id;name\na;1;b\n"}});
  EXPECT_THAT(loaded.errors, ElementsAre(HasSubstr("has several columns 'name'")));
}

TEST(Lists, OtherColumnsMayStandThereTwice) {
  EXPECT_TRUE(Load(kBarracks, "{listed: barracks}", {{"lists/b.csv", "id;name;id\n1;a;2\n"}}).book);
}

TEST(Listed, AnUnknownListHasASuggestion) {
  const LoadedBook loaded = Load(kBarracks, "{listed: baracks}", {{"lists/b.csv", "name\nx\n"}});
  EXPECT_THAT(loaded.text, HasSubstr("did you mean 'barracks'?"));
}

TEST(Listed, InSaysNothingBesideCodes) {
  const LoadedBook loaded = Load("  defence: {file: c.csv, column: code, scheme: esp-programa}\n",
                                 "{listed: defence, in: own}", {{"c.csv", "code\n1\n"}});
  EXPECT_THAT(loaded.text, HasSubstr("a list of codes is not looked for in texts"));
}

TEST(Lists, AHundredThousandWordsAreOneList) {
  std::string file = "name\n";
  for (int i = 0; i < 100000; ++i) file += "kaserne nummer" + std::to_string(i) + "\n";
  const LoadedBook loaded =
      Load(kBarracks, "{any: [{listed: barracks}, {listed: barracks, in: own}]}",
           {{"lists/b.csv", file}});
  ASSERT_TRUE(loaded.book) << loaded.text;
  EXPECT_EQ(loaded.book->lists.size(), 1U);
  EXPECT_EQ(loaded.book->lists[0].words.size(), 100000U);
}

}  // namespace
}  // namespace tranche
