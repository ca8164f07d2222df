#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "tests/rulebook/book_text.h"

namespace tranche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(Definition, HasBucketsInTheOrderWrittenThenTheFixedOutcomes) {
  const LoadedBook loaded = LoadFiles({{"book.yaml", BookWith("rules: []\n")}});
  ASSERT_EQ(loaded.text, "");
  const Rulebook& book = *loaded.book;
  ASSERT_EQ(book.buckets.size(), 5U);
  EXPECT_EQ(book.own_bucket_count(), 3U);
  EXPECT_EQ(book.buckets[0].name, "direct-military");
  EXPECT_EQ(book.buckets[1].title, "Broader security");
  EXPECT_THAT(book.buckets[1].areas, ElementsAre("infrastructure", "preparedness"));
  EXPECT_EQ(book.buckets[book.undecided()].name, "undecided");
  EXPECT_EQ(book.buckets[book.netted()].name, "netted");
  EXPECT_EQ(book.FindBucket("excluded"), BucketId{2});
  EXPECT_EQ(book.FindBucket("exclude"), std::nullopt);
  EXPECT_EQ(book.OutcomeOf(kOtherwiseRule).WholeBucket(), BucketId{2});
}

TEST(Definition, KeepsTheHeadOfTheBookAndItsFiles) {
  const std::string text = BookWith("title: A book\nversion: 2025.1\ndecide: first\nrules: []\n");
  const LoadedBook loaded = LoadFiles({{"book.yaml", text}});
  ASSERT_EQ(loaded.text, "");
  EXPECT_EQ(loaded.book->name, "test-book");
  EXPECT_EQ(loaded.book->title, "A book");
  EXPECT_EQ(loaded.book->version, "2025.1");
  ASSERT_EQ(loaded.book->files.size(), 1U);
  EXPECT_EQ(loaded.book->files[0].text, text);
}

TEST(Definition, ACapHoldsForABucketOfItsTarget) {
  const LoadedBook loaded = LoadFiles({{"book.yaml", BookWith(R"(targets:
  core: {of: direct-military, at_least: 3.5 %}
  broad: {of: broader-security, up_to: 1.5 %}
  total: {of: [direct-military, broader-security], at_least: 5 %, caps: {broader-security: 1.5 %}}
rules: []
)")}});
  ASSERT_EQ(loaded.text, "");
  const auto& targets = loaded.book->targets;
  ASSERT_EQ(targets.size(), 3U);
  EXPECT_EQ(targets[0].at_least, Share::FromMillionths(35'000));
  EXPECT_EQ(targets[0].up_to, std::nullopt);
  EXPECT_EQ(targets[1].up_to, Share::FromMillionths(15'000));
  EXPECT_THAT(targets[2].of, ElementsAre(BucketId{0}, BucketId{1}));
  EXPECT_THAT(targets[2].caps, ElementsAre(Pair(BucketId{1}, Share::FromMillionths(15'000))));
}

TEST(Definition, OtherwiseIsOneBucketOrUndecided) {
  const auto with = [](const std::string& otherwise) {
    std::string text = BookWith("rules: []\n");
    const std::string line = "otherwise: excluded\n";
    text.replace(text.find(line), line.size(), otherwise);
    return LoadFiles({{"book.yaml", text}});
  };
  EXPECT_EQ(with("otherwise: undecided\n").book->otherwise.WholeBucket(), BucketId{3});
  EXPECT_THAT(with("").errors, ElementsAre(HasSubstr("where lines go that no rule recognises")));
  EXPECT_THAT(with("otherwise: netted\n").errors, ElementsAre(HasSubstr("must be one bucket")));
  EXPECT_THAT(with("otherwise: exclude\n").errors, ElementsAre("unknown bucket 'exclude'"));
  EXPECT_THAT(with("otherwise: {excluded: 50 %, undecided: rest}\n").errors,
              ElementsAre(HasSubstr("must be one bucket")));
}

TEST(Definition, BucketsCannotTakeWordsWithAMeaningOfTheirOwn) {
  for (const char* name : {"undecided", "netted", "rest", "otherwise", "total"}) {
    std::string text = BookWith("rules: []\n");
    const std::string line = "  excluded: {title: Not security spending}\n";
    text.insert(text.find(line), "  " + std::string(name) + ": {title: X}\n");
    EXPECT_THAT(LoadFiles({{"book.yaml", text}}).errors, ElementsAre(HasSubstr("of its own")));
  }
}

TEST(Definition, AMissingBookIsNoDiagnostic) {
  Diagnostics diagnostics;
  const auto book = LoadRulebook("no/such/book.yaml", TestCountries(), &diagnostics);
  EXPECT_FALSE(book.ok());
  EXPECT_TRUE(diagnostics.empty());
}

// Whatever happens to a book, loading gives it or says why not, and never both (LoadFiles checks).
TEST(Definition, DamageGivesABookOrAnError) {
  const std::string sound = BookWith(R"(targets:
  all: {of: [direct-military, broader-security], at_least: 5 %, caps: {broader-security: 1.5 %}}
rules:
  - {id: a, is: roads, when: {code: {cofog: "04.5"}, not: [{words: ["*kredit*"], in: own}]}}
  - id: b
    to: {undecided: 10 %, excluded: rest}
    when: {any: [{country: [ITA, ESP]}, {year: 2024..}]}
    examples: [{country: ITA, parents: [x, y], code: {cofog: "04"}, gives: no match}]
)");
  ASSERT_EQ(LoadFiles({{"book.yaml", sound}}).text, "");
  constexpr std::string_view kBytes = "{}[]:,-#\"'%$*=.\n\t \xff\0aZ019";
  std::mt19937 random(11);
  std::uniform_int_distribution<std::size_t> place(0, sound.size() - 1);
  std::uniform_int_distribution<std::size_t> byte(0, kBytes.size() - 1);
  for (int round = 0; round < 400; ++round) {
    std::string damaged = sound;
    for (int i = 0; i <= round % 3; ++i) damaged[place(random)] = kBytes[byte(random)];
    if (round % 5 == 0) damaged.resize(place(random));
    LoadFiles({{"book.yaml", damaged}});
  }
}

TEST(Definition, ErrorsFromBeforeDoNotCount) {
  Diagnostics diagnostics;
  diagnostics.Error({}, "something else");
  const auto book = LoadRulebook(TRANCHE_TEST_DATA "/golden/rulebook/parts/sound.yaml",
                                 TestCountries(), &diagnostics);
  ASSERT_TRUE(book.ok());
  EXPECT_TRUE(book->has_value());
}

}  // namespace
}  // namespace tranche
