#include "engine/report/resolved_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "engine/base/country.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr char kShipped[] = TRANCHE_SOURCE_DIR "/rules/hague-2025.yaml";
constexpr char kReform[] = TRANCHE_SOURCE_DIR "/rules/examples/italy-counts-it.yaml";

CountryTable Countries() {
  std::vector<Country> countries;
  for (const char* code : {"DEU", "ESP", "EST", "GBR", "ITA", "LTU", "LVA", "NOR", "POL", "USA"}) {
    countries.push_back({*CountryCode::Parse(code), code, {}, {"de", "en", "es", "it"}});
  }
  return CountryTable(std::move(countries));
}

std::optional<Rulebook> Load(const std::string& path, const std::vector<std::string>& settings) {
  Diagnostics diagnostics;
  auto book = LoadRulebook(path, Countries(), &diagnostics, settings);
  EXPECT_TRUE(book.ok());
  EXPECT_FALSE(diagnostics.HasErrors()) << diagnostics.ToText();
  return book.ok() ? *std::move(book) : std::nullopt;
}

void Describe(const Condition& condition, std::ostream* out) {
  *out << static_cast<int>(condition.kind) << condition.name << '(';
  for (const Condition& child : condition.children) Describe(child, out);
  *out << ')';
}

/// What the figures depend on, without places.
std::string Described(const Rulebook& book) {
  std::ostringstream out;
  out << book.name << '\n' << book.title << '\n' << book.version << '\n' << book.decide_unique;
  for (const Bucket& bucket : book.buckets) out << bucket.name << bucket.title << '\n';
  for (const Item& item : book.items) {
    out << item.name << '|' << item.title << '|' << item.description << '|' << item.area << '|'
        << item.why << '|' << item.tries.size() << static_cast<int>(item.status) << '\n';
  }
  for (const Target& target : book.targets) {
    out << target.name << target.of.size() << target.caps.size() << '\n';
  }
  for (const Rule& rule : book.rules) {
    out << rule.id << '|' << (rule.item ? book.items[*rule.item].name : "") << '|' << rule.why
        << '|' << rule.examples.size() << '|';
    for (const RuleExample& example : rule.examples) {
      out << example.country << example.year << example.gives << example.nature;
      for (const auto& [name, text] : example.texts) out << name << text;
      for (const auto& [name, text] : example.codes) out << name << text;
    }
    Describe(rule.when, &out);
    out << '\n';
  }
  for (const Concept& named : book.concepts) out << named.name << named.title << '\n';
  for (const ConceptWords& words : book.vocabulary) {
    out << words.concept_id << words.language;
    for (const WordPattern& word : words.words) out << '|' << word.written;
    for (const WordPattern& word : words.except) out << '!' << word.written;
    out << '\n';
  }
  return out.str();
}

class ResolvedBook : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("tranche_resolved_" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  /// The book that the shown text of the one at `path` loads to must be that one.
  void ExpectComesBack(const std::string& path, const std::vector<std::string>& settings = {}) {
    const auto book = Load(path, settings);
    ASSERT_TRUE(book);
    const std::string text = ResolvedBookText(*book);
    const auto again = Load(Write("again.yaml", text), {});
    ASSERT_TRUE(again) << text;
    EXPECT_EQ(Described(*again), Described(*book));
    ASSERT_EQ(again->items.size(), book->items.size());
    for (std::size_t i = 0; i < book->items.size(); ++i) {
      EXPECT_TRUE(again->items[i].counts.SameAs(book->items[i].counts)) << book->items[i].name;
    }
    ASSERT_EQ(again->options.size(), book->options.size());
    for (std::size_t i = 0; i < book->options.size(); ++i) {
      EXPECT_EQ(again->options[i].value.index(), book->options[i].value.index());
      if (!book->options[i].IsShare()) continue;
      EXPECT_EQ(std::get<ByYear<Share>>(again->options[i].value),
                std::get<ByYear<Share>>(book->options[i].value));
    }
    EXPECT_TRUE(again->otherwise.SameAs(book->otherwise));
  }

  std::string Write(const std::string& name, const std::string& text) const {
    const fs::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

 private:
  fs::path folder_;
};

TEST_F(ResolvedBook, OfTheShippedOneLoadsToTheSame) { ExpectComesBack(kShipped); }

TEST_F(ResolvedBook, OfAReformLoadsToTheSame) {
  ExpectComesBack(kReform);
  ExpectComesBack(kReform, {"road-share={2025: 0 %, 2027: 12.5 %}"});
}

TEST_F(ResolvedBook, NeedsNoOtherFile) {
  const auto again = Load(Write("again.yaml", ResolvedBookText(*Load(kReform, {}))), {});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->files.size(), 1U);
}

TEST_F(ResolvedBook, SaysWhereEachPartComesFrom) {
  const std::string text = ResolvedBookText(*Load(kReform, {"road-share=30 %"}));
  EXPECT_THAT(text, HasSubstr("# With --set \"road-share=30 %\""));
  EXPECT_THAT(text, HasSubstr("value: 30 %  # --set road-share\n"));
  EXPECT_THAT(text, testing::ContainsRegex("\n  roads:  # [^\n]*/hague-2025.yaml:[0-9]+\n"
                                           "    counts: [^\n]*italy-counts-it.yaml:[0-9]+\n"));
}

TEST_F(ResolvedBook, HasPiecesByName) {
  const auto book = Load(kShipped, {});
  const auto item = ResolvedBookPiece(*book, {"", "", "roads"});
  ASSERT_TRUE(item.ok());
  EXPECT_THAT(*item, HasSubstr("  roads:"));
  EXPECT_THAT(*item, Not(HasSubstr("  bridges:")));
  const auto wrong = ResolvedBookPiece(*book, {"", "", "raods"});
  EXPECT_EQ(wrong.status().message(), "the rulebook has no item 'raods'; did you mean 'roads'?");
  EXPECT_FALSE(ResolvedBookPiece(*book, {"itmes", "", ""}).ok());
  EXPECT_FALSE(ResolvedBookPiece(*book, {"", "no-rule", ""}).ok());
}

}  // namespace
}  // namespace tranche
