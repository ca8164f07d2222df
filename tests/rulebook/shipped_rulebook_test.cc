#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "engine/rulebook/rulebook.h"
#include "tests/match/shipped_countries.h"

namespace tranche {
namespace {

/// A shipped book as the command loads it: with all countries of the reference data.
struct ShippedBook {
  std::optional<Rulebook> book;
  std::string text;  ///< all messages
};

ShippedBook LoadShipped(const std::string& name) {
  Diagnostics diagnostics;
  auto book = LoadRulebook(TRANCHE_SOURCE_DIR "/rules/" + name, ShippedCountries(), &diagnostics);
  EXPECT_TRUE(book.ok()) << name;
  ShippedBook loaded;
  if (book.ok()) loaded.book = *std::move(book);
  loaded.text = diagnostics.ToText();
  return loaded;
}

TEST(ShippedRulebook, LoadsWithoutAMessage) {
  const ShippedBook loaded = LoadShipped("hague-2025.yaml");
  EXPECT_EQ(loaded.text, "");
  ASSERT_TRUE(loaded.book);
  EXPECT_EQ(loaded.book->name, "hague-2025");
  EXPECT_FALSE(loaded.book->rules.empty());
}

TEST(ShippedRulebook, DescribesEveryItem) {
  const ShippedBook loaded = LoadShipped("hague-2025.yaml");
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
  const ShippedBook loaded = LoadShipped("hague-2025.yaml");
  ASSERT_TRUE(loaded.book);
  std::set<std::string> languages;
  for (const ConceptWords& words : loaded.book->vocabulary) languages.insert(words.language);
  for (const char* language : {"any", "de", "en", "es", "it"}) {
    EXPECT_TRUE(languages.contains(language)) << language;
  }
}

TEST(ShippedReform, LoadsWithoutAMessage) {
  const ShippedBook loaded = LoadShipped("examples/italy-counts-it.yaml");
  EXPECT_EQ(loaded.text, "");
  ASSERT_TRUE(loaded.book);
}

}  // namespace
}  // namespace tranche
