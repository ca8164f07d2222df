// `regex` on lines: what is searched, and what is shown as evidence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/fold.h"
#include "engine/match/explain.h"
#include "tests/match/book_text.h"

namespace tranche {
namespace {

using ::testing::ElementsAre;

const char kRule[] = "  - {id: r, is: a, when: {regex: 'fondo (de )?contingencia'}}\n";

TEST(RegexOnLines, SearchesFoldedWordsJoinedByOneSpace) {
  const auto book = BookOf(kRule);
  EXPECT_EQ(DeciderOf(book, "FONDO  de\u00a0Contingencia, 2024"), "r");
  EXPECT_EQ(DeciderOf(book, "Fondo-conting\u00e9ncia"), "r");
  EXPECT_EQ(DeciderOf(book, "fondo para contingencia"), "(otherwise)");
}

TEST(RegexOnLines, TriesEachLabelOnItsOwn) {
  const auto book = BookOf(
      "  - {id: across, is: a, when: {regex: 'coast.*guard'}}\n"
      "  - {id: whole, is: b, when: {regex: '^guard$'}}\n");
  LineSchema schema;
  schema.texts = {{"description", true}, {"parents", false}};
  OwnedBatch lines(schema);
  const std::string two = std::string("Coast") + kLabelSeparator + "Guard";
  const std::string other = std::string("Coast") + kLabelSeparator + "Guards";
  const std::string empty = std::string("x") + kLabelSeparator + kLabelSeparator + "Guard";
  lines.Add({"x", two.c_str()});
  lines.Add({"Coast", "the guards"});
  lines.Add({"x", other.c_str()});
  lines.Add({"x", empty.c_str()});
  lines.Add({"x", "Coast and guard"});
  EXPECT_THAT(DecidersOf(book, lines),
              ElementsAre("whole", "(otherwise)", "(otherwise)", "whole", "across"));
}

TEST(RegexOnLines, LooksWhereInSays) {
  const auto book = BookOf("  - {id: r, is: a, when: {regex: '^ar.y', in: own}}\n");
  LineSchema schema;
  schema.texts = {{"description", true}, {"ministry", false}};
  OwnedBatch lines(schema);
  lines.Add({"army", "x"});
  lines.Add({"x", "army"});
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("r", "(otherwise)"));
}

TEST(RegexOnLines, IsUnknownWithoutText) {
  const auto book = BookOf(
      "  - {id: none, is: a, when: {not: {regex: army}}}\n"
      "  - {id: last, is: b, when: {country: DEU}}\n");
  LineSchema schema;
  schema.texts = {{"description", true}};
  OwnedBatch lines(schema);
  lines.Add({nullptr});
  lines.Add({""});
  EXPECT_THAT(DecidersOf(book, lines), ElementsAre("last", "none"));
}

TEST(RegexOnLines, WorksWithoutAnyLiteralAndInEveryScript) {
  const auto book = BookOf(
      "  - {id: number, is: a, when: {regex: '^[0-9]{4}$'}}\n"
      "  - {id: short, is: b, when: {regex: '^..$'}}\n"
      "  - {id: bridge, is: c, when: {regex: '(^| )\u043c\u043e\u0441\u0442'}}\n");
  EXPECT_EQ(DeciderOf(book, "2024"), "number");
  EXPECT_EQ(DeciderOf(book, "ab"), "short");
  EXPECT_EQ(
      DeciderOf(book,
                "\u041d\u043e\u0432\u0438\u044f\u0442 \u041c\u041e\u0421\u0422\u041e\u0412\u0415"),
      "bridge");
}

TEST(RegexOnLines, ManyExpressionsAreToldApart) {
  std::string rules;
  for (int i = 0; i < 300; ++i) {
    rules += "  - {id: r" + std::to_string(i) + ", is: a, when: {regex: 'fund " +
             std::to_string(1000 + i) + "$'}}\n";
  }
  const auto book = BookOf(rules);
  EXPECT_EQ(DeciderOf(book, "Fund 1207"), "r207");
  EXPECT_EQ(DeciderOf(book, "Fund 999"), "(otherwise)");
}

Decision Explained(const std::shared_ptr<const Rulebook>& book, const char* description) {
  const auto matcher = Matcher::Compile(book, FewCountries(), {});
  LineSchema schema;
  schema.texts = {{"description", true}};
  OwnedBatch lines(schema);
  lines.Add({description});
  const Explainer explainer(*matcher, lines.schema());
  return explainer.Explain(lines.batch().row(0), lines.batch().groups->group(0));
}

TEST(RegexEvidence, IsThePlaceInTheOriginalCell) {
  const Decision decision = Explained(BookOf(kRule), "\u00c1rea: FONDO, de Contingencia.");
  EXPECT_EQ(decision.EvidenceText(),
            "description \"FONDO, de Contingencia\" (regex: fondo (de )?contingencia)");
  EXPECT_EQ(decision.evidence[0].begin, 7U);
}

TEST(RegexEvidence, ShowsWholeWords) {
  const auto book = BookOf(
      "  - {id: r, is: a, when: {regex: ' ntinge'}}\n"
      "  - {id: s, is: a, when: {regex: '(^| )contin'}}\n");
  EXPECT_EQ(Explained(book, "Fondo Contingencia").EvidenceText(),
            "description \"Contingencia\" (regex: (^| )contin)");
}

}  // namespace
}  // namespace tranche
