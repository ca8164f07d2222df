#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Items, KeepWhatTheDefinitionSays) {
  const LoadedBook loaded = LoadItemsText(R"(  coast-guard:
    counts: broader-security
    area: preparedness
    status: claimed
    why: Four tests are not met
    source: A source
    try: [excluded, {broader-security: 50 %, excluded: rest}]
    review_by: 2029-06-30
  armed-forces: {counts: direct-military, title: The forces, status: defined}
)");
  ASSERT_EQ(loaded.text, "");
  const Item& guard = loaded.book->items[0];
  EXPECT_EQ(guard.name, "coast-guard");
  EXPECT_EQ(guard.title, "coast-guard");
  EXPECT_EQ(guard.area, "preparedness");
  EXPECT_EQ(guard.status, OutcomeStatus::kClaimed);
  EXPECT_EQ(guard.why, "Four tests are not met");
  EXPECT_EQ(guard.source, "A source");
  EXPECT_EQ(loaded.book->items[1].title, "The forces");
  EXPECT_EQ(loaded.book->items[1].status, OutcomeStatus::kDefined);
  EXPECT_EQ(loaded.book->FindItem("armed-forces"), ItemId{1});
  EXPECT_EQ(loaded.book->FindItem("army"), std::nullopt);
}

TEST(Items, TakeTitlesFromAFileThatOtherBooksShare) {
  const LoadedBook loaded = LoadFiles(
      {{"book.yaml", BookWith("item_titles: titles.yaml\nrules: []\n")}, {"titles.yaml", R"(items:
  roads: {title: Roads and streets, what: "Roads, motorways."}
  of-another-book: {title: Something else}
)"}});
  ASSERT_EQ(loaded.text, "");
  EXPECT_EQ(loaded.book->items[0].title, "Roads and streets");
  EXPECT_EQ(loaded.book->items[0].description, "Roads, motorways.");
  EXPECT_EQ(loaded.book->items[1].title, "coast-guard");
  EXPECT_EQ(loaded.book->files.size(), 2U);
}

TEST(Items, AnAreaMustBelongToABucketWhereTheItemCounts) {
  EXPECT_THAT(LoadItemsText("  a: {counts: direct-military, area: preparedness}\n").errors,
              ElementsAre(HasSubstr("is no area of 'direct-military'")));
  EXPECT_THAT(LoadItemsText("  a: {counts: broader-security, area: prepardness}\n").errors,
              ElementsAre(HasSubstr("'prepardness'")));
  EXPECT_THAT(LoadItemsText("  a: {counts: {broader-security: 0 %, excluded: rest}, "
                            "area: preparedness}\n")
                  .errors,
              IsEmpty());
}

TEST(Items, AreNotNamedLikeOutcomes) {
  EXPECT_THAT(LoadItemsText("  excluded: {counts: excluded}\n").errors,
              ElementsAre("item 'excluded' has the name of a bucket"));
  EXPECT_THAT(LoadItemsText("  netted: {counts: excluded}\n").errors,
              ElementsAre(HasSubstr("meaning of its own")));
}

TEST(Items, ReviewDatesMustExist) {
  EXPECT_THAT(LoadItemsText("  a: {counts: excluded, review_by: 2028-02-29}\n").errors, IsEmpty());
  for (const char* wrong : {"2027-02-29", "2027-13-01", "2027-00-01", "2027-01-32", "30.6.2029",
                            "2029", "2029-6-30", "soon"}) {
    EXPECT_THAT(
        LoadItemsText("  a: {counts: excluded, review_by: " + std::string(wrong) + "}\n").errors,
        ElementsAre(HasSubstr("is no date")));
  }
}

TEST(Items, TryMustListOutcomes) {
  EXPECT_THAT(LoadItemsText("  a: {counts: excluded, try: [exclude]}\n").errors,
              ElementsAre("unknown bucket 'exclude'"));
  EXPECT_THAT(LoadItemsText("  a: {counts: excluded, try: excluded}\n").errors,
              ElementsAre("`try` must be a list of outcomes"));
}

}  // namespace
}  // namespace tranche
