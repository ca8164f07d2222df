// The claims: in a universe so small that all of its lines can be looked at, no rule is called dead
// that a line reaches, and no two rules are said never to meet that both match a line. Where a line
// is found instead, it is one by the oracle. So the answers are exact, both ways.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/fold.h"
#include "engine/study/rule_search.h"
#include "tests/oracle/generator.h"
#include "tests/oracle/oracle.h"
#include "tests/study/witness_cells.h"

namespace tranche {
namespace {

const std::vector<std::string> kLetters = {"a", "b", "c"};

/// Two countries and a third that no rule names, four years, four codes or none, texts of up to
/// four of the words a, b, c and z (which no rule looks for) with at most one border between
/// labels, or none.
class Universe {
 public:
  Universe() {
    std::vector<std::string> parts = {""};
    AddTexts(&parts, 3);
    texts_.assign(parts.begin(), parts.end());
    texts_.emplace_back(std::nullopt);
    for (const char* first : {"a", "b", "c", "a b", "b a", "b c", "c b"}) {
      for (const char* second : {"a", "b", "c", "a b", "b c", "c a"}) {
        texts_.emplace_back(std::string(first) + kLabelSeparator + second);
      }
    }
  }

  /// Calls `visit` with the rules that take each line, ascending; those that are true and those
  /// that `if_unknown` lets take it.
  template <typename Visit>
  void ForEachLine(const Rulebook& book, const Visit& visit) const {
    std::vector<RuleId> all(book.rules.size());
    for (RuleId id = 0; id < all.size(); ++id) all[id] = id;
    const Oracle oracle(book, TwoCountries());
    for (const auto& languages : languages_) {
      LineSchema schema;
      schema.texts = {{"description", true}};
      schema.schemes = {"cofog"};
      schema.languages = languages;
      for (const std::optional<std::string>& text : texts_) {
        for (const char* code : {"-", "02", "02.1", "03"}) {
          // A cell without a place is something that the line does not have.
          std::vector<std::string_view> cells(2);
          if (text) cells[0] = *text;
          if (*code != '-') cells[1] = code;
          for (const char* country : {"DEU", "FRA", "NOR"}) {
            for (std::int16_t year = 2023; year <= 2025; ++year) {
              const LineGroup group{*CountryCode::Parse(country), year, Phase::kAdopted,
                                    *CurrencyCode::Parse("EUR")};
              visit(oracle.DecideForStudy(schema, cells, group, all).open);
            }
          }
        }
      }
    }
  }

 private:
  static void AddTexts(std::vector<std::string>* texts, int most) {
    std::size_t begin = 0;
    for (int length = 1; length <= most; ++length) {
      const std::size_t end = texts->size();
      for (std::size_t i = begin; i < end; ++i) {
        const std::string before = (*texts)[i];
        for (const char* word : {"a", "b", "c", "z"}) {
          texts->push_back(before + (before.empty() ? "" : " ") + word);
        }
      }
      begin = end;
    }
  }

  /// What a layout says. Nobody speaks the first.
  const std::vector<std::vector<std::string>> languages_ = {{"none"}, {"de"}, {"fr"}, {"de", "fr"}};
  std::vector<std::optional<std::string>> texts_;
};

/// Books whose conditions tell all lines of the universe apart, and no others.
class SmallBooks {
 public:
  explicit SmallBooks(unsigned seed) : generator_(seed) {}

  Rulebook Book() {
    Rulebook book;
    book.buckets = {
        {"in", "", {}, {}}, {"out", "", {}, {}}, {"undecided", "", {}, {}}, {"netted", "", {}, {}}};
    book.otherwise = Outcome::Whole(1);
    for (ConceptId id = 0; id < 2; ++id) {
      book.concepts.push_back({"concept", "", {}});
      for (const char* language : {"de", "fr", "any"}) {
        if (Below(2) == 0) continue;
        book.vocabulary.push_back({id, language, Phrases(1 + Below(2)), Phrases(Below(2))});
      }
    }
    const std::size_t rules = 3 + Below(4);
    for (std::size_t i = 0; i < rules; ++i) {
      Rule rule;
      rule.outcome = Outcome::Whole(static_cast<BucketId>(Below(2)));
      rule.undecided_if_unknown = Below(8) == 0;
      rule.when = Node(0);
      book.rules.push_back(std::move(rule));
    }
    return book;
  }

 private:
  std::size_t Below(std::size_t limit) { return generator_.Below(limit); }

  std::vector<WordPattern> Phrases(std::size_t count) {
    std::vector<WordPattern> phrases;
    for (std::size_t i = 0; i < count; ++i) {
      std::string written = generator_.OneOf(kLetters);
      if (Below(2) == 0) written += " " + generator_.OneOf(kLetters);
      phrases.push_back(*ParseWordPattern(written, false, nullptr));
    }
    return phrases;
  }

  Condition Node(int depth) {
    Condition node;
    switch (Below(depth < 2 ? 8 : 5)) {
      case 0:
        node.kind = Condition::Kind::kCountry;
        node.countries = {*CountryCode::Parse(Below(2) == 0 ? "DEU" : "FRA")};
        return node;
      case 1:
        node.kind = Condition::Kind::kYear;
        node.years = {Below(2) == 0 ? std::pair<std::int16_t, std::int16_t>(2024, 2025)
                                    : std::pair<std::int16_t, std::int16_t>(2024, 2024)};
        return node;
      case 2:
        node.kind = Condition::Kind::kCode;
        node.name = "cofog";
        node.codes = {*ParseCodePattern(generator_.OneOf({"02", "02.1", "=02"}), nullptr)};
        return node;
      case 3:
        node.kind = Condition::Kind::kWords;
        node.words = Phrases(1);
        return node;
      case 4:
        node.kind = Condition::Kind::kMentions;
        node.concepts = {static_cast<ConceptId>(Below(2))};
        return node;
      case 5:
        node.kind = Condition::Kind::kNot;
        node.children = {Node(depth + 1)};
        return node;
      default:
        node.kind = Below(2) == 0 ? Condition::Kind::kAll : Condition::Kind::kAny;
        node.children = {Node(depth + 1), Node(depth + 1)};
        return node;
    }
  }

  Generator generator_;
};

/// What all lines of the universe show of a book.
struct Shown {
  explicit Shown(std::size_t rules) : decides(rules), meets(rules, std::vector<bool>(rules)) {}

  void Add(const std::vector<RuleHit>& takers) {
    if (takers.empty()) return;
    const RuleHit& first = takers.front();
    decides[first.rule] = true;
    if (first.is_unknown) return;
    for (const RuleHit& other : takers) {
      if (!other.is_unknown) meets[first.rule][other.rule] = true;
    }
  }

  std::vector<bool> decides;             ///< some line reaches the rule
  std::vector<std::vector<bool>> meets;  ///< a line is taken by the first rule, and true of both
};

Shown ShownBy(const WitnessLine& line, const Matcher& matcher) {
  const Rulebook& book = matcher.rulebook();
  std::vector<RuleId> all(book.rules.size());
  for (RuleId id = 0; id < all.size(); ++id) all[id] = id;
  const WitnessCells witness(line, matcher);
  Shown shown(all.size());
  shown.Add(Oracle(book, TwoCountries())
                .DecideForStudy(witness.schema, witness.cells, witness.group, all)
                .open);
  return shown;
}

TEST(RuleSearchOnEveryLine, IsRightOfEveryRuleAndEveryTwoRules) {
  const Universe universe;
  std::size_t dead = 0;
  std::size_t alive = 0;
  std::size_t apart = 0;
  std::size_t together = 0;
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const auto book = std::make_shared<const Rulebook>(SmallBooks(seed).Book());
    Shown shown(book->rules.size());
    universe.ForEachLine(*book, [&shown](const auto& takers) { shown.Add(takers); });
    const auto matcher = Matcher::Compile(book, TwoCountries(), {});
    RuleSearch search(*matcher, TwoCountries());
    for (RuleId rule = 0; rule < book->rules.size(); ++rule) {
      const RuleSearch::Result reach = search.FirstToTake(rule);
      ASSERT_NE(reach.answer, RuleSearch::Answer::kGaveUp) << "seed " << seed << ", rule " << rule;
      if (reach.answer == RuleSearch::Answer::kFound) {
        ASSERT_TRUE(ShownBy(reach.line, *matcher).decides[rule])
            << "seed " << seed << ", rule " << rule;
        ++alive;
      } else {
        ASSERT_FALSE(shown.decides[rule]) << "seed " << seed << ", rule " << rule;
        ++dead;
      }
      for (RuleId earlier = 0; earlier < rule; ++earlier) {
        const RuleSearch::Result both = search.BothMatch(earlier, rule);
        if (both.answer == RuleSearch::Answer::kFound) {
          ASSERT_TRUE(ShownBy(both.line, *matcher).meets[earlier][rule])
              << "seed " << seed << ", rules " << earlier << " and " << rule;
          ++together;
        } else {
          ASSERT_FALSE(shown.meets[earlier][rule])
              << "seed " << seed << ", rules " << earlier << " and " << rule;
          ++apart;
        }
      }
    }
  }
  EXPECT_GT(dead, 40U);
  EXPECT_GT(alive, 100U);
  EXPECT_GT(apart, 100U);
  EXPECT_GT(together, 100U);
}

}  // namespace
}  // namespace tranche
