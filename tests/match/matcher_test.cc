#include "engine/match/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/fold.h"
#include "tests/match/book_text.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;

const std::vector<std::pair<std::string, std::string>> kWords = {
    {"de",
     "  bridge: {words: [\"*brücke*\"], except: [\"*brückenkredit*\", \"*brückentag*\"]}\n"
     "  defence: {words: [\"verteidigung*\"]}\n"
     "  civil-defence: {words: [\"zivile verteidigung\"]}\n"},
    {"en",
     "  bridge: {words: [bridge, bridges], except: [bridge loan]}\n"
     "  loan: {words: [bridge loan, loan]}\n"},
    {"any", "  nato: {words: [nato]}\n"}};

const char kMentionRules[] =
    "  - {id: civil, is: b, when: {mentions: civil-defence}}\n"
    "  - {id: defence, is: a, when: {mentions: defence}}\n"
    "  - {id: bridge, is: b, when: {mentions: bridge}}\n"
    "  - {id: loan, is: c, when: {mentions: loan}}\n"
    "  - {id: nato, is: a, when: {mentions: nato}}\n";

TEST(Matcher, TheFirstMatchingRuleInBookOrderDecides) {
  const auto book = BookOf(
      "  - {id: one, is: a, when: {words: road}}\n"
      "  - {id: two, is: b, when: {words: road}}\n");
  EXPECT_EQ(DeciderOf(book, "A road"), "one");
  EXPECT_EQ(DeciderOf(book, "A railway"), "(otherwise)");
}

TEST(Matcher, BridgeLoanIsNoBridge) {
  const auto book = BookOf(kMentionRules, kWords);
  EXPECT_EQ(DeciderOf(book, "Bridge loan to the airline", "GBR"), "loan");
  EXPECT_EQ(DeciderOf(book, "Bridge loan for a bridge repair", "GBR"), "bridge");
}

TEST(Matcher, ACompoundExceptionVoidsItsConcept) {
  const auto book = BookOf(kMentionRules, kWords);
  EXPECT_EQ(DeciderOf(book, "Neubau der Rheinbrücke"), "bridge");
  EXPECT_EQ(DeciderOf(book, "Neubau der RHEINBRUECKE"), "bridge");
  EXPECT_EQ(DeciderOf(book, "Brückenkredit an die Werft"), "(otherwise)");
  EXPECT_EQ(DeciderOf(book, "Bruecken und Brückenkredite"), "bridge");
}

TEST(Matcher, TheLongerPhraseOfAnotherConceptWins) {
  const auto book = BookOf(kMentionRules, kWords);
  EXPECT_EQ(DeciderOf(book, "Verteidigung"), "defence");
  EXPECT_EQ(DeciderOf(book, "Zivile Verteidigung"), "civil");
}

TEST(Matcher, WordsApplyByTheLanguagesOfTheCountry) {
  const auto book = BookOf(kMentionRules, kWords);
  EXPECT_EQ(DeciderOf(book, "Die Brücke", "GBR"), "(otherwise)");
  EXPECT_EQ(DeciderOf(book, "Die Brücke", "BEL"), "bridge");
  EXPECT_EQ(DeciderOf(book, "NATO", "POL"), "nato");
  EXPECT_EQ(DeciderOf(book, "NATO", "ISL"), "nato");
}

TEST(Matcher, CountriesMayTakeTurnsFromRowToRow) {
  const auto book = BookOf(kMentionRules, kWords);
  LineSchema schema;
  schema.texts = {{"description", true}};
  OwnedBatch lines(schema);
  lines.Add({"Die Brücke"}, "DEU");
  lines.Add({"Die Brücke"}, "GBR");
  lines.Add({"Die Brücke"}, "DEU");
  lines.Add({""}, "DEU");
  lines.Add({nullptr}, "DEU");
  EXPECT_THAT(DecidersOf(book, lines),
              ElementsAre("bridge", "(otherwise)", "bridge", "(otherwise)", "(otherwise)"));
}

TEST(Matcher, TheLayoutsLanguageReplacesThatOfTheCountry) {
  const auto book = BookOf(kMentionRules, kWords);
  LineSchema schema;
  schema.texts = {{"description", true}};
  schema.languages = {"en"};
  OwnedBatch lines(schema);
  lines.Add({"A new bridge"}, "POL");
  lines.Add({"Eine Brücke"}, "DEU");
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("bridge", "(otherwise)"));
}

TEST(Matcher, PhrasesNeverCrossFieldsOrLabels) {
  const auto book = BookOf(
      "  - {id: both, is: a, when: {words: coast guard}}\n"
      "  - {id: any, is: b, when: {words: \"coast * patrol\"}}\n");
  LineSchema schema;
  schema.texts = {{"description", true}, {"parents", false}};
  OwnedBatch lines(schema);
  lines.Add({"Coast", "guard"});
  lines.Add({"x", "Coast guard"});
  const std::string labels = std::string("Coast") + kLabelSeparator + "guard";
  lines.Add({"x", labels.c_str()});
  const std::string gap = std::string("Coast") + kLabelSeparator + "patrol";
  lines.Add({"x", gap.c_str()});
  EXPECT_THAT(DecidersOf(book, lines),
              ElementsAre("(otherwise)", "both", "(otherwise)", "(otherwise)"));
}

TEST(Matcher, AScopeLooksAtItsFieldsOnly) {
  const auto book = BookOf(
      "  - {id: own, is: a, when: {words: army, in: own}}\n"
      "  - {id: named, is: b, when: {words: navy, in: [ministry]}}\n"
      "  - {id: above, is: c, when: {words: navy, in: parents}}\n");
  LineSchema schema;
  schema.texts = {{"description", true}, {"programme", false}, {"ministry", false}};
  OwnedBatch lines(schema);
  lines.Add({"army", "", ""});
  lines.Add({"", "army", ""});
  lines.Add({"", "navy", ""});
  lines.Add({"", "", "navy"});
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("own", "(otherwise)", "above", "named"));
}

TEST(Matcher, CodePrefixesEndAtASegment) {
  const auto book = BookOf(
      "  - {id: class, is: a, when: {code: {cofog: \"04.5\"}}}\n"
      "  - {id: exact, is: b, when: {code: {num: \"=12\"}}}\n"
      "  - {id: range, is: c, when: {code: {num: \"20..29\"}}}\n");
  LineSchema schema;
  schema.schemes = {"cofog", "num"};
  OwnedBatch lines(schema);
  lines.Add({"04.5.1", ""});
  lines.Add({"04.51", ""});
  lines.Add({"", "12"});
  lines.Add({"", "121"});
  lines.Add({"", "291"});
  lines.Add({"", "30"});
  EXPECT_THAT(DecidersOf(book, lines),
              ElementsAre("class", "(otherwise)", "exact", "(otherwise)", "range", "(otherwise)"));
}

TEST(Matcher, AConditionOnWhatTheLineLacksIsUnknownNotFalse) {
  const auto book = BookOf(
      "  - {id: not-capital, is: a, when: {not: {nature: [capital]}, words: road}}\n"
      "  - {id: road, is: b, when: {words: road}}\n");
  LineSchema schema;
  schema.texts = {{"description", true}};
  schema.has_nature = true;
  OwnedBatch lines(schema);
  lines.Add({"road", "pay"});
  lines.Add({"road", "capital"});
  lines.Add({"road", nullptr});
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("not-capital", "road", "road"));
}

TEST(Matcher, RulesThatCouldNotBeTestedAreInTheSignature) {
  const auto book = BookOf(
      "  - {id: by-code, is: a, when: {code: {cofog: \"02\"}}}\n"
      "  - {id: spain, is: b, when: {country: ESP, code: {cofog: \"03\"}}}\n"
      "  - {id: road, is: b, when: {words: road}}\n"
      "  - {id: late, is: c, when: {code: {cofog: \"04\"}}}\n");
  LineSchema schema;
  schema.texts = {{"description", true}};
  OwnedBatch lines(schema);
  lines.Add({"road"});
  const auto matcher = Matcher::Compile(book, FewCountries(), {});
  SignatureTable signatures;
  LineJudge judge(*matcher, lines.schema(), &signatures);
  std::vector<SignatureId> ids;
  judge.Judge(lines.batch(), &ids);
  EXPECT_THAT(signatures.signature(ids[0]).untested, ElementsAre(0U));
}

TEST(Matcher, OpenRulesAllStandInTheSignature) {
  const auto book = BookOf(
      "  - {id: open-one, is: a, when: {words: road}}\n"
      "  - {id: fixed, is: b, when: {words: road}}\n"
      "  - {id: open-two, is: c, when: {words: road}}\n");
  LineSchema schema;
  schema.texts = {{"description", true}};
  OwnedBatch lines(schema);
  lines.Add({"road"});
  const auto matcher = Matcher::Compile(book, FewCountries(), {{0, 2}});
  SignatureTable signatures;
  LineJudge judge(*matcher, lines.schema(), &signatures);
  std::vector<SignatureId> ids;
  judge.Judge(lines.batch(), &ids);
  const Signature& signature = signatures.signature(ids[0]);
  EXPECT_THAT(signature.open, ElementsAre(RuleHit{0, false}, RuleHit{2, false}));
  EXPECT_EQ(signature.fixed.rule, 1U);
  EXPECT_EQ(signature.Decider().rule, 0U);
}

TEST(Matcher, YearsAndCountriesSeparateLinesOfOneRow) {
  const auto book = BookOf(
      "  - {id: late, is: a, when: {year: 2025.., words: road}}\n"
      "  - {id: german, is: b, when: {country: DEU, words: road}}\n");
  LineSchema schema;
  schema.texts = {{"description", true}};
  OwnedBatch lines(schema);
  lines.Add({"road"}, "DEU", 2024);
  lines.Add({"road"}, "DEU", 2025);
  lines.Add({"road"}, "POL", 2024);
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("german", "late", "(otherwise)"));
}

TEST(Matcher, FieldsCompareExactly) {
  const auto book = BookOf("  - {id: flow, is: a, when: {field: {flow: [in, out]}}}\n");
  LineSchema schema;
  schema.fields = {"flow"};
  OwnedBatch lines(schema);
  lines.Add({"in"});
  lines.Add({"inner"});
  lines.Add({""});
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("flow", "(otherwise)", "(otherwise)"));
}

}  // namespace
}  // namespace tranche
