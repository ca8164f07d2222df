// The claim: options are named shares or outcomes, used by items and rules, with values worth
// trying.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A book with these options and one item that counts as written.
LoadedBook BookOf(const std::string& options, const std::string& counts) {
  return LoadBookText("options:\n" + options + "items:\n  it: {counts: " + counts +
                      "}\nrules:\n  - {id: a, is: it, when: {country: ITA}}\n");
}

Allocation::Part Part(BucketId bucket, std::int32_t millionths) {
  return {bucket, Share::FromMillionths(millionths)};
}

std::vector<Allocation::Part> PartsOf(const LoadedBook& loaded, std::int16_t year) {
  EXPECT_EQ(loaded.text, "");
  if (!loaded.book) return {};
  const auto allocation = loaded.book->AllocationOf(loaded.book->items[0].counts, year);
  return allocation ? allocation->parts : std::vector<Allocation::Part>();
}

TEST(Options, AShareOptionStandsInASplit) {
  const LoadedBook loaded = BookOf("  mobility: {title: M, value: 25 %, try: [0 %, 100 %]}\n",
                                   "{broader-security: $mobility, excluded: rest}");
  EXPECT_THAT(PartsOf(loaded, 2025), ElementsAre(Part(1, 250'000), Part(2, 750'000)));
  ASSERT_EQ(loaded.book->options.size(), 1U);
  EXPECT_EQ(loaded.book->options[0].title, "M");
  EXPECT_EQ(loaded.book->options[0].tries.size(), 2U);
}

TEST(Options, AnOutcomeOptionStandsAlone) {
  const LoadedBook loaded = BookOf(
      "  guard: {value: broader-security, try: [excluded, {excluded: 50 %, netted: rest}]}\n",
      "$guard");
  EXPECT_THAT(PartsOf(loaded, 2025), ElementsAre(Part(1, 1'000'000)));
}

TEST(Options, AShareMayStepByYear) {
  const LoadedBook loaded = BookOf("  mobility: {value: {2025: 0 %, 2027: 30 %}}\n",
                                   "{broader-security: $mobility, excluded: rest}");
  EXPECT_THAT(PartsOf(loaded, 2024), ElementsAre());
  EXPECT_THAT(PartsOf(loaded, 2026), ElementsAre(Part(1, 0), Part(2, 1'000'000)));
  EXPECT_THAT(PartsOf(loaded, 2028), ElementsAre(Part(1, 300'000), Part(2, 700'000)));
}

TEST(Options, AnOptionThatIsUnknownOrOfTheOtherKindIsReported) {
  EXPECT_THAT(BookOf("  mobility: {value: 25 %}\n", "$mobilty").errors,
              ElementsAre("unknown option 'mobilty'"));
  EXPECT_THAT(BookOf("  mobility: {value: 25 %}\n", "$mobility").errors,
              ElementsAre(HasSubstr("is a share, and an outcome must stand here")));
  EXPECT_THAT(
      BookOf("  guard: {value: excluded}\n", "{broader-security: $guard, excluded: rest}").errors,
      ElementsAre(HasSubstr("is an outcome, and a share must stand here")));
}

TEST(Options, ABrokenValueIsReportedOnce) {
  EXPECT_THAT(
      BookOf("  mobility: {value: 130 %}\n", "{broader-security: $mobility, excluded: rest}")
          .errors,
      ElementsAre(HasSubstr("100 %")));
}

TEST(Options, EveryTriedValueMustFitItsSplits) {
  EXPECT_THAT(BookOf("  mobility: {value: 25 %, try: [60 %]}\n",
                     "{broader-security: $mobility, undecided: 50 %, excluded: rest}")
                  .errors,
              ElementsAre("the shares add up to 110 % when `mobility` is tried, more than 100 %"));
  EXPECT_THAT(
      BookOf("  mobility: {value: 25 %}\n", "{broader-security: $mobility, excluded: 75 %}").errors,
      ElementsAre("a split with an option needs `rest`"));
}

TEST(Options, TriesAreOfTheKindOfTheValue) {
  EXPECT_THAT(BookOf("  mobility: {value: 25 %, try: [excluded]}\n", "excluded").errors,
              ElementsAre(HasSubstr("is a share, and this is none")));
  EXPECT_THAT(BookOf("  guard: {value: excluded, try: [30 %]}\n", "excluded").errors,
              ElementsAre(HasSubstr("is an outcome, and this is a share")));
}

}  // namespace
}  // namespace tranche
