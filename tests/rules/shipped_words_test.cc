// What the shipped rules make of single lines by their words alone, in all languages. Rows are
// added to the two tables, not here: false_friends.csv (`must_not`: items or buckets, `|` between)
// and true_friends.csv (`must_be`: an item). All lines are capital spending, for many rules ask for
// it.
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/match/line_judge.h"
#include "engine/match/matcher.h"
#include "engine/match/verdict.h"
#include "engine/source/small_table.h"
#include "tests/match/book_text.h"
#include "tests/match/shipped_countries.h"

namespace tranche {
namespace {

constexpr std::int16_t kYear = 2025;

struct WordRow {
  std::string country, description, parents, expected;
};

std::vector<WordRow> ReadRows(const std::string& name, const char* expected) {
  const std::string path = std::string(TRANCHE_TEST_DATA "/rules/") + name;
  const auto table = SmallTable::Read(path);
  EXPECT_TRUE(table.ok()) << table.status();
  std::vector<WordRow> rows;
  if (!table.ok()) return rows;
  for (std::size_t row = 0; row < table->row_count(); ++row) {
    const auto cell = [&](const char* column) { return table->row(row)[*table->Column(column)]; };
    rows.push_back({cell("country"), cell("description"), cell("parents"), cell(expected)});
  }
  return rows;
}

/// Where the text of a row stands in the line.
enum class Place { kOwnLabel, kTitleAbove };

class ShippedWords : public ::testing::Test {
 protected:
  void SetUp() override {
    const CountryTable countries = ShippedCountries();
    Diagnostics diagnostics;
    auto loaded =
        LoadRulebook(TRANCHE_SOURCE_DIR "/rules/hague-2025.yaml", countries, &diagnostics);
    ASSERT_TRUE(loaded.ok() && loaded->has_value()) << diagnostics.ToText();
    book_ = std::make_shared<const Rulebook>(**std::move(loaded));
    matcher_ = Matcher::Compile(book_, countries, {});
  }

  std::vector<Verdict> Judge(const std::vector<WordRow>& rows, Place place) const {
    LineSchema schema;
    schema.texts = {{"description", true}, {"parents", false}};
    schema.has_nature = true;
    OwnedBatch lines(schema);
    for (const WordRow& row : rows) {
      const bool above = place == Place::kTitleAbove;
      lines.Add({above ? "123" : row.description.c_str(),
                 (above ? row.description : row.parents).c_str(), "capital"},
                row.country, kYear);
    }
    SignatureTable signatures;
    LineJudge judge(*matcher_, lines.schema(), &signatures);
    std::vector<SignatureId> ids;
    judge.Judge(lines.batch(), &ids);
    std::vector<Verdict> verdicts;
    for (const SignatureId id : ids) {
      verdicts.push_back(VerdictOf(signatures.signature(id), *book_));
    }
    return verdicts;
  }

  /// The item, and every bucket that gets a part.
  std::set<std::string> NamesOf(const Verdict& verdict) const {
    std::set<std::string> names;
    if (verdict.item) names.insert(book_->items[*verdict.item].name);
    const auto allocation = book_->AllocationOf(verdict.outcome, kYear);
    if (!allocation) return names;
    for (const Allocation::Part& part : allocation->parts) {
      if (part.share != Share()) names.insert(book_->buckets[part.bucket].name);
    }
    return names;
  }

  std::set<std::string> KnownNames() const {
    std::set<std::string> names;
    for (const Item& item : book_->items) names.insert(item.name);
    for (const Bucket& bucket : book_->buckets) names.insert(bucket.name);
    return names;
  }

  std::string Told(const WordRow& row, const Verdict& verdict) const {
    const std::string rule =
        verdict.rule == kOtherwiseRule ? "no rule" : book_->rules[verdict.rule].id;
    return "\n  " + row.country + " '" + row.description + "': " + rule + " gives " +
           absl::StrJoin(NamesOf(verdict), ", ");
  }

  std::shared_ptr<const Rulebook> book_;
  std::shared_ptr<const Matcher> matcher_;
};

TEST_F(ShippedWords, FalseFriendsAreNotTakenFor) {
  const std::vector<WordRow> rows = ReadRows("false_friends.csv", "must_not");
  EXPECT_GE(rows.size(), 150U);
  const std::set<std::string> known = KnownNames();
  std::string wrong;
  for (const Place place : {Place::kOwnLabel, Place::kTitleAbove}) {
    const std::vector<Verdict> verdicts = Judge(rows, place);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      // A row with titles of its own is about this line only.
      if (place == Place::kTitleAbove && !rows[i].parents.empty()) continue;
      const std::set<std::string> names = NamesOf(verdicts[i]);
      const std::vector<std::string> all_forbidden = absl::StrSplit(rows[i].expected, '|');
      for (const std::string& forbidden : all_forbidden) {
        EXPECT_TRUE(known.contains(forbidden)) << "no item or bucket: " << forbidden;
        if (!names.contains(forbidden)) continue;
        wrong += Told(rows[i], verdicts[i]);
        if (place == Place::kTitleAbove) wrong += ", as the title above a line";
        break;
      }
    }
  }
  EXPECT_EQ(wrong, "");
}

TEST_F(ShippedWords, TrueFriendsAreStillRecognised) {
  const std::vector<WordRow> rows = ReadRows("true_friends.csv", "must_be");
  EXPECT_FALSE(rows.empty());
  const std::vector<Verdict> verdicts = Judge(rows, Place::kOwnLabel);
  std::string wrong;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!NamesOf(verdicts[i]).contains(rows[i].expected)) {
      wrong += Told(rows[i], verdicts[i]) + " and not " + rows[i].expected;
    }
  }
  EXPECT_EQ(wrong, "");
}

}  // namespace
}  // namespace tranche
