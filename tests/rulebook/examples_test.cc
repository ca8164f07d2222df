#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/fold.h"
#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

LoadedBook LoadExamplesText(const std::string& examples) {
  return LoadFiles(
      {{"book.yaml", BookWith("rules:\n  - id: r\n    is: roads\n    when: {country: ITA}\n"
                              "    examples:\n" +
                              examples)}});
}

TEST(Examples, KeepEveryPartOfTheLine) {
  const LoadedBook loaded = LoadExamplesText(
      "      - {country: ITA, year: 2016, code: {ita-missione: \"013.002\"}, nature: capital,\n"
      "         field: {part: \"7\"}, description: Un ponte, parents: [Trasporti, Strade],\n"
      "         capitolo: Opere, gives: roads}\n");
  ASSERT_EQ(loaded.text, "");
  const RuleExample& example = loaded.book->rules[0].examples.at(0);
  EXPECT_EQ(example.country, "ITA");
  EXPECT_EQ(example.year, 2016);
  EXPECT_EQ(example.nature, "capital");
  EXPECT_THAT(example.codes, ElementsAre(Pair("ita-missione", "013.002")));
  EXPECT_THAT(example.fields, ElementsAre(Pair("part", "7")));
  EXPECT_THAT(example.texts,
              ElementsAre(Pair("description", "Un ponte"),
                          Pair("parents", std::string("Trasporti") + kLabelSeparator + "Strade"),
                          Pair("capitolo", "Opere")));
  EXPECT_EQ(example.gives, "roads");
}

TEST(Examples, GiveAnItemAnOutcomeOrNoMatch) {
  for (const char* gives :
       {"roads", "coast-guard", "excluded", "undecided", "netted", "otherwise", "no match"}) {
    EXPECT_EQ(
        LoadExamplesText("      - {description: x, gives: " + std::string(gives) + "}\n").text, "");
  }
  EXPECT_THAT(LoadExamplesText("      - {description: x, gives: raods}\n").text,
              HasSubstr("did you mean 'roads'?"));
  EXPECT_THAT(LoadExamplesText("      - {description: x}\n").errors,
              ElementsAre("an example needs `gives:`"));
}

TEST(Examples, AKeyLikeAFixedOneIsAWarning) {
  const LoadedBook loaded = LoadExamplesText("      - {contry: ITA, gives: roads}\n");
  EXPECT_THAT(loaded.warnings, ElementsAre("'contry' is taken for the name of a text field"));
  EXPECT_THAT(loaded.text, HasSubstr("did you mean 'country'?"));
}

TEST(Examples, CodesNeedQuotesHereToo) {
  EXPECT_THAT(LoadExamplesText("      - {code: {cofog: 02.1}, gives: roads}\n").errors,
              ElementsAre(HasSubstr("has no quotes")));
}

}  // namespace
}  // namespace tranche
