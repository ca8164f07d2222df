// What an explanation says beside the decision: each TEST a claim.
#include "engine/match/explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/match/book_text.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A book, and one German line of 2024 put to it.
class Explained : public ::testing::Test {
 protected:
  void Book(const std::string& rules,
            const std::vector<std::pair<std::string, std::string>>& vocabulary = {}) {
    book_ = BookOf(rules, vocabulary);
    matcher_ = Matcher::Compile(book_, FewCountries(), {});
  }
  Explanation Of(LineSchema schema, const std::vector<const char*>& cells) const {
    OwnedBatch lines(std::move(schema));
    lines.Add(cells);
    return Explainer(*matcher_, lines.schema())
        .ExplainFully(lines.batch().row(0), lines.batch().groups->group(0));
  }
  Explanation OfText(const char* text) const {
    LineSchema schema;
    schema.texts = {{"description", true}};
    return Of(schema, {text});
  }
  std::vector<std::string> Ids(const std::vector<RuleTrace>& traces) const {
    std::vector<std::string> ids;
    for (const RuleTrace& trace : traces) ids.push_back(book_->rules[trace.rule].id);
    return ids;
  }

  std::shared_ptr<const Rulebook> book_;
  std::shared_ptr<const Matcher> matcher_;
};

LineSchema WithCode() {
  LineSchema schema;
  schema.texts = {{"description", true}};
  schema.schemes = {"cofog"};
  return schema;
}

TEST_F(Explained, NearMissSaysWhichConditionFailedAndWhatTheLineHas) {
  Book(
      "  - {id: near, is: b, when: {words: road, code: {cofog: \"04.5\"}}}\n"
      "  - {id: far, is: b, when: {words: rail, code: {cofog: \"04.5\"}}}\n");
  const Explanation explanation = Of(WithCode(), {"A road", "02.1"});
  ASSERT_THAT(Ids(explanation.near_misses), ElementsAre("near"));
  EXPECT_THAT(explanation.near_misses[0].failed,
              ElementsAre("cofog 04.5: the line has cofog 02.1"));
  EXPECT_EQ(explanation.near_misses[0].evidence.front().found, "road");
}

TEST_F(Explained, SharedCountryAloneIsNoNearMiss) {
  Book("  - {id: german, is: b, when: {country: DEU, words: rail}}\n");
  EXPECT_THAT(OfText("A road").near_misses, IsEmpty());
}

TEST_F(Explained, LosersStandInBookOrderBehindTheDecider) {
  Book(
      "  - {id: first, is: a, when: {words: road}}\n"
      "  - {id: second, is: b, when: {words: road}}\n"
      "  - {id: third, is: c, when: {words: a}}\n");
  const Explanation explanation = OfText("A road");
  EXPECT_EQ(explanation.decision.signature.Decider().rule, 0U);
  EXPECT_THAT(Ids(explanation.also_matching), ElementsAre("second", "third"));
}

TEST_F(Explained, UntestedRuleSaysWhatTheLineLacksAlsoInsideAny) {
  Book(
      "  - {id: either, is: b, when: {any: [{words: rail}, {nature: capital}]}}\n"
      "  - {id: never, is: b, when: {words: road, not: {nature: pay}}}\n");
  const Explanation explanation = OfText("A road");
  ASSERT_THAT(Ids(explanation.untested), ElementsAre("either", "never"));
  EXPECT_THAT(explanation.untested[0].failed,
              ElementsAre("words 'rail': found in none of its texts, and nature capital: the line "
                          "has no nature"));
  EXPECT_THAT(explanation.untested[1].failed,
              ElementsAre("not (nature pay: the line has no nature)"));
}

TEST_F(Explained, VoidWordNamesTheLongerExpression) {
  Book("  - {id: bridge, is: b, when: {mentions: bridge}}\n",
       {{"de",
         "  bridge: {words: [bridge, \"*brücke*\"], except: [bridge loan]}\n"
         "  loan: {words: [kredit für brücke]}\n"}});
  const Explanation explanation = OfText("Bridge-Loan; Kredit für Brücke");
  ASSERT_EQ(explanation.void_words.size(), 2U);
  EXPECT_EQ(explanation.void_words[0].found, "Bridge");
  EXPECT_EQ(explanation.void_words[0].cover, "Bridge-Loan");
  EXPECT_EQ(explanation.void_words[0].cover_reason, "an exception of bridge");
  EXPECT_EQ(explanation.void_words[1].found, "Brücke");
  EXPECT_EQ(explanation.void_words[1].cover_reason, "a word for loan");
  EXPECT_EQ(explanation.decision.signature.Decider().rule, kOtherwiseRule);
}

TEST_F(Explained, ShorterWordOfTheSameConceptIsNotReportedAsVoid) {
  Book("  - {id: police, is: b, when: {mentions: police}}\n",
       {{"de", "  police: {words: [polizei, polizei des bundes]}\n"}});
  const Explanation explanation = OfText("Polizei des Bundes");
  EXPECT_THAT(explanation.void_words, IsEmpty());
  EXPECT_EQ(explanation.decision.signature.Decider().rule, 0U);
}

TEST_F(Explained, EvidenceCoversSharpSAndCombiningAccentsAsTheyStand) {
  Book("  - {id: road, is: b, when: {mentions: road}}\n",
       {{"de", "  road: {words: [strasse, brücke, 道路]}\n"}});
  const Explanation explanation = OfText(
      "alte Straße, Bru\xCC\x88"
      "cke, 道路");
  const std::vector<Evidence>& evidence = explanation.decision.evidence;
  ASSERT_EQ(evidence.size(), 3U);
  EXPECT_EQ(evidence[0].found, "Straße");
  EXPECT_EQ(evidence[1].found,
            "Bru\xCC\x88"
            "cke");
  EXPECT_EQ(evidence[2].found, "道路");
  EXPECT_THAT(explanation.decision.EvidenceText(), HasSubstr("description \"Straße\""));
}

}  // namespace
}  // namespace tranche
