// Outcomes in words: each TEST a claim.
#include "engine/rulebook/outcome_text.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

/// How `counts: written` of an item reads.
std::string Read(const std::string& written) {
  const LoadedBook loaded = LoadBookText(
      "options:\n"
      "  mobility: {title: M, value: 30 %}\n"
      "  growing: {title: G, value: {2025: 0 %, 2027: 30 %}}\n"
      "  police: {title: P, value: undecided}\n"
      "items:\n  x: {counts: " +
      written + "}\nrules: []\n");
  EXPECT_EQ(loaded.errors.size(), 0U) << loaded.text;
  return loaded.book ? OutcomeText(loaded.book->items.front().counts, *loaded.book) : "";
}

TEST(OutcomeText, OfABucketIsItsName) {
  EXPECT_EQ(Read("direct-military"), "direct-military");
  EXPECT_EQ(Read("netted"), "netted");
  EXPECT_EQ(Read("{direct-military: 100 %}"), "direct-military");
}

TEST(OutcomeText, OfASplitIsTheSameInAnyOrderWithTheRestLast) {
  const std::string text = "broader-security 12.5 %, direct-military 30 %, excluded rest";
  EXPECT_EQ(Read("{broader-security: 12.5 %, direct-military: 30 %, excluded: rest}"), text);
  EXPECT_EQ(Read("{excluded: rest, direct-military: 30 %, broader-security: 12.5 %}"), text);
}

TEST(OutcomeText, NamesAnOptionWithItsValue) {
  EXPECT_EQ(Read("$police"), "$police (undecided)");
  EXPECT_EQ(Read("{broader-security: $mobility, excluded: rest}"),
            "broader-security $mobility (30 %), excluded rest");
  EXPECT_EQ(Read("{broader-security: $growing, excluded: rest}"),
            "broader-security $growing (from 2025: 0 %; from 2027: 30 %), excluded rest");
}

TEST(OutcomeText, SaysFromWhichYearAStepHolds) {
  EXPECT_EQ(Read("{2025: excluded, 2027: {broader-security: 30 %, excluded: rest}}"),
            "from 2025: excluded; from 2027: broader-security 30 %, excluded rest");
  EXPECT_EQ(Read("{broader-security: {2025: 40 %, 2030: 30 %}, excluded: rest}"),
            "broader-security (from 2025: 40 %; from 2030: 30 %), excluded rest");
}

}  // namespace
}  // namespace tranche
