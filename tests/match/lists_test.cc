// `listed` on lines: words and codes of lists.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "engine/match/explain.h"
#include "engine/match/explanation.h"
#include "tests/match/book_text.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;

/// Two lists, `barracks` of words and `defence` of codes, and rules that name them.
std::shared_ptr<const Rulebook> BookWithLists(
    const std::vector<std::pair<std::string, std::vector<ListId>>>& rules,
    TextScope::Kind scope = TextScope::Kind::kAll) {
  auto book = std::make_shared<Rulebook>(*BookOf("  - {id: never, is: a, when: {year: 1900}}\n"));
  WordList words;
  words.name = "barracks";
  for (const char* written : {"Kaserne S\u00fcd", "*feld", "S\u00fcdlager"}) {
    words.words.push_back(*ParseWordPattern(written, true, nullptr));
  }
  WordList codes;
  codes.name = "defence";
  codes.scheme = "esp-programa";
  for (const char* written : {"12", "=20", "30..39"}) {
    codes.codes.push_back(*ParseCodePattern(written, nullptr));
  }
  book->lists = {std::move(words), std::move(codes)};
  for (const auto& [id, lists] : rules) {
    Rule rule;
    rule.id = id;
    rule.item = 0;
    rule.when.kind = Condition::Kind::kAny;
    for (const ListId list : lists) {
      Condition leaf;
      leaf.kind = Condition::Kind::kListed;
      leaf.list = list;
      leaf.name = book->lists[list].scheme;
      leaf.scope.kind = scope;
      rule.when.children.push_back(std::move(leaf));
    }
    if (rule.when.children.size() == 1) {
      Condition only = std::move(rule.when.children.front());
      rule.when = std::move(only);
    }
    book->rules.push_back(std::move(rule));
  }
  return book;
}

LineSchema Schema() {
  LineSchema schema;
  schema.texts = {{"description", true}, {"ministry", false}};
  schema.schemes = {"esp-programa"};
  return schema;
}

TEST(ListedOnLines, WordsOfAListAreWordsAndPhrases) {
  const auto book = BookWithLists({{"words", {0}}});
  OwnedBatch lines(Schema());
  lines.Add({"Umbau der KASERNE-SUED", "", "99"});
  lines.Add({"Kaserne", "S\u00fcd", "99"});
  lines.Add({"", "Lechfeld", "99"});
  lines.Add({"Suedlager", "", nullptr});
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("words", "(otherwise)", "words", "words"));
}

TEST(ListedOnLines, CodesOfAListFollowTheRulesOfCode) {
  const auto book = BookWithLists({{"codes", {1}}});
  OwnedBatch lines(Schema());
  lines.Add({"", "", "122M"});
  lines.Add({"", "", "20"});
  lines.Add({"", "", "201"});
  lines.Add({"", "", "355"});
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("codes", "codes", "(otherwise)", "codes"));
}

TEST(ListedOnLines, WordsAndCodesTogetherAreOr) {
  const auto book = BookWithLists({{"both", {0, 1}}});
  OwnedBatch lines(Schema());
  lines.Add({"Lechfeld", "", "99"});
  lines.Add({"x", "", "12"});
  lines.Add({"Lechfeld", "", nullptr});
  lines.Add({"x", "", "99"});
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("both", "both", "both", "(otherwise)"));
}

TEST(ListedOnLines, TheScopeHoldsForWords) {
  const auto book = BookWithLists({{"own", {0}}}, TextScope::Kind::kOwn);
  OwnedBatch lines(Schema());
  lines.Add({"Lechfeld", "", "1"});
  lines.Add({"x", "Lechfeld", "1"});
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("own", "(otherwise)"));
}

TEST(ListedOnLines, AListIsCompiledOnceForAllItsRules) {
  const auto one = Matcher::Compile(BookWithLists({{"a", {0}}}), FewCountries(), {});
  const auto many =
      Matcher::Compile(BookWithLists({{"a", {0}}, {"b", {0}}, {"c", {0}}}), FewCountries(), {});
  EXPECT_EQ(one->phrases().phrases().size(), many->phrases().phrases().size());
  EXPECT_EQ(one->rules().atom_count(), many->rules().atom_count());
}

TEST(ListedEvidence, NamesTheListAndTheEntry) {
  const auto book = BookWithLists({{"both", {0, 1}}});
  const auto matcher = Matcher::Compile(book, FewCountries(), {});
  OwnedBatch lines(Schema());
  lines.Add({"Das Lechfeld", "", "122M"});
  const Explainer explainer(*matcher, lines.schema());
  EXPECT_EQ(explainer.Explain(lines.batch().row(0), lines.batch().groups->group(0)).EvidenceText(),
            "description \"Lechfeld\" (barracks: *feld); esp-programa \"122M\" (defence: 12)");
}

TEST(ListedEvidence, WhatTheLineHasInsteadIsSaid) {
  const auto book = BookWithLists({{"codes", {1}}});
  const auto matcher = Matcher::Compile(book, FewCountries(), {});
  OwnedBatch lines(Schema());
  lines.Add({"x", "", "99"});
  const Explainer explainer(*matcher, lines.schema());
  const RuleTrace trace = explainer.Trace(1, lines.batch().row(0), lines.batch().groups->group(0));
  EXPECT_THAT(trace.failed, ElementsAre("listed in defence: the line has esp-programa 99"));
}

}  // namespace
}  // namespace tranche
