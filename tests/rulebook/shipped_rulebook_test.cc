#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

TEST(ShippedRulebook, LoadsWithoutAMessage) {
  const LoadedBook loaded = LoadFile(TRANCHE_SOURCE_DIR "/rules/hague-2025.yaml");
  EXPECT_EQ(loaded.text, "");
  ASSERT_TRUE(loaded.book);
  EXPECT_EQ(loaded.book->name, "hague-2025");
  EXPECT_FALSE(loaded.book->rules.empty());
}

TEST(ShippedRulebook, DescribesEveryItem) {
  const LoadedBook loaded = LoadFile(TRANCHE_SOURCE_DIR "/rules/hague-2025.yaml");
  ASSERT_TRUE(loaded.book);
  for (const Item& item : loaded.book->items) {
    EXPECT_NE(item.title, item.name) << item.name;
    EXPECT_NE(item.description, "") << item.name;
    EXPECT_NE(item.status, OutcomeStatus::kUnstated) << item.name;
    EXPECT_NE(item.why, "") << item.name;
    EXPECT_NE(item.source, "") << item.name;
  }
}

TEST(ShippedRulebook, HasWordsForEnglishGermanItalianAndSpanish) {
  const LoadedBook loaded = LoadFile(TRANCHE_SOURCE_DIR "/rules/hague-2025.yaml");
  ASSERT_TRUE(loaded.book);
  std::set<std::string> languages;
  for (const ConceptWords& words : loaded.book->vocabulary) languages.insert(words.language);
  for (const char* language : {"any", "de", "en", "es", "it"}) {
    EXPECT_TRUE(languages.contains(language)) << language;
  }
}

}  // namespace
}  // namespace tranche
