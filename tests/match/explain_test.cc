#include "engine/match/explain.h"

#include <gtest/gtest.h>

#include "tests/match/book_text.h"

namespace tranche {
namespace {

TEST(Explainer, EvidenceIsTheTextAsItStandsInTheLine) {
  const auto book = BookOf(
      "  - {id: bridge, is: b, when: {mentions: bridge, code: {cofog: \"04.5\"}, nature: "
      "capital}}\n",
      {{"de", "  bridge: {words: [\"*brücke*\"]}\n"}});
  const auto matcher = Matcher::Compile(book, FewCountries(), {});
  LineSchema schema;
  schema.texts = {{"description", true}};
  schema.schemes = {"cofog"};
  schema.has_nature = true;
  OwnedBatch lines(schema);
  lines.Add({"Neubau der RHEINBRÜCKE, Köln", "04.5.1", "capital"});
  const Explainer explainer(*matcher, lines.schema());
  const Decision decision = explainer.Explain(lines.batch().row(0), lines.batch().groups->group(0));
  EXPECT_EQ(decision.signature.Decider().rule, 0U);
  EXPECT_EQ(decision.EvidenceText(),
            "description \"RHEINBRÜCKE\" (bridge: *brücke*); cofog \"04.5.1\" (04.5); "
            "nature \"capital\" (capital)");
  EXPECT_EQ(decision.evidence[0].begin, 11U);
}

TEST(Explainer, WhatIsNotThereLeavesNoEvidence) {
  const auto book = BookOf("  - {id: road, is: b, when: {words: road, not: {words: heritage}}}\n");
  const auto matcher = Matcher::Compile(book, FewCountries(), {});
  LineSchema schema;
  schema.texts = {{"description", true}};
  OwnedBatch lines(schema);
  lines.Add({"A road"});
  const Explainer explainer(*matcher, lines.schema());
  EXPECT_EQ(explainer.Explain(lines.batch().row(0), lines.batch().groups->group(0)).EvidenceText(),
            "description \"road\" (words: road)");
}

}  // namespace
}  // namespace tranche
