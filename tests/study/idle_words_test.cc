// The claim: a word that is called idle can be taken out, and every text is read as before, by the
// oracle: on random books, with texts made of the very words of the book, whole and overlapping;
// and on books of three letters, with all texts up to four of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/study/idle_word_search.h"
#include "engine/study/rule_leaves.h"
#include "tests/oracle/generator.h"
#include "tests/oracle/oracle.h"

namespace tranche {
namespace {

/// A random vocabulary and one rule for each concept and for each `words` of a random book, so that
/// whatever a text says is seen.
Rulebook BookOfWords(Generator* generator) {
  Rulebook book = generator->BookWithoutRegexes();
  std::vector<Rule> rules;
  const auto add = [&rules](Condition condition) {
    condition.scope = {};
    Rule rule;
    rule.outcome = Outcome::Whole(static_cast<BucketId>(rules.size() % 2));
    rule.when = std::move(condition);
    rules.push_back(std::move(rule));
  };
  for (ConceptId id = 0; id < book.concepts.size(); ++id) {
    Condition mentions;
    mentions.kind = Condition::Kind::kMentions;
    mentions.concepts = {id};
    add(std::move(mentions));
  }
  for (const Rule& rule : book.rules) {
    ForEachLeaf(rule.when, [&add](const Condition& leaf) {
      if (leaf.kind == Condition::Kind::kWords) add(leaf);
    });
  }
  book.rules = std::move(rules);
  book.decide_unique = false;
  return book;
}

/// Removes from `copy` the word that stands at `word` in `list`; false where it stands elsewhere.
bool RemoveFrom(const std::vector<WordPattern>& list, const WordPattern* word,
                std::vector<WordPattern>* copy) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (&list[i] != word) continue;
    copy->erase(copy->begin() + static_cast<std::ptrdiff_t>(i));
    return true;
  }
  return false;
}

Rulebook Without(const Rulebook& book, const WordPattern* word) {
  Rulebook copy = book;
  for (std::size_t i = 0; i < book.vocabulary.size(); ++i) {
    if (RemoveFrom(book.vocabulary[i].words, word, &copy.vocabulary[i].words)) return copy;
    if (RemoveFrom(book.vocabulary[i].except, word, &copy.vocabulary[i].except)) return copy;
  }
  for (std::size_t i = 0; i < book.rules.size(); ++i) {
    if (RemoveFrom(book.rules[i].when.words, word, &copy.rules[i].when.words)) return copy;
  }
  ADD_FAILURE() << "'" << word->written << "' is no word of the book";
  return copy;
}

/// Texts made of the words of a book, with something in place of their stars.
class TextMaker {
 public:
  TextMaker(const Rulebook& book, Generator* generator) : generator_(generator) {
    for (const ConceptWords& entry : book.vocabulary) {
      for (const WordPattern& word : entry.words) words_.push_back(&word);
      for (const WordPattern& word : entry.except) words_.push_back(&word);
    }
    for (const Rule& rule : book.rules) {
      for (const WordPattern& word : rule.when.words) words_.push_back(&word);
    }
  }

  std::string TextWith(const WordPattern& word) {
    std::vector<std::string> tokens;
    const std::size_t own = generator_->Below(3);
    for (std::size_t i = 0; i < 3; ++i) {
      Append(i == own ? word : *words_[generator_->Below(words_.size())], &tokens);
    }
    std::string text;
    for (const std::string& token : tokens) text += (text.empty() ? "" : " ") + token;
    return text;
  }

 private:
  void Append(const WordPattern& word, std::vector<std::string>* tokens) {
    const bool is_digraph = !word.digraph_tokens.empty() && generator_->Below(2) == 0;
    const auto& patterns = is_digraph ? word.digraph_tokens : word.tokens;
    const bool overlaps = !tokens->empty() && generator_->Below(2) == 0;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const std::string token = TokenFor(patterns[i]);
      if (i == 0 && overlaps && tokens->back() == token) continue;
      tokens->push_back(token);
    }
  }

  std::string TokenFor(const TokenPattern& pattern) {
    using Kind = TokenPattern::Kind;
    const char* some = generator_->Below(2) == 0 ? "" : "qq";
    switch (pattern.kind) {
      case Kind::kExact:
        return pattern.text;
      case Kind::kPrefix:
        return pattern.text + some;
      case Kind::kSuffix:
        return some + pattern.text;
      case Kind::kContains:
        return some + pattern.text + some;
      case Kind::kAny:
        break;
    }
    const auto& other = words_[generator_->Below(words_.size())]->tokens.front().text;
    return other.empty() ? "qq" : other;
  }

  Generator* generator_;
  std::vector<const WordPattern*> words_;
};

class IdleWordsOnGeneratedBooks : public testing::Test {
 protected:
  /// Rules that match, by the oracle, in every language that lines can have here.
  std::vector<std::vector<RuleHit>> Read(const Rulebook& book, const std::string& text) {
    std::vector<RuleId> all(book.rules.size());
    for (RuleId id = 0; id < all.size(); ++id) all[id] = id;
    const Oracle oracle(book, countries_);
    const std::vector<std::string_view> cells = {text};
    std::vector<std::vector<RuleHit>> read;
    for (const char* country : {"DEU", "FRA", "NOR"}) {
      const LineGroup group{*CountryCode::Parse(country), 2025, Phase::kAdopted,
                            *CurrencyCode::Parse("EUR")};
      read.push_back(oracle.DecideForStudy(schema_, cells, group, all).open);
    }
    return read;
  }

  static bool Holds(const std::vector<RuleHit>& hits, RuleId rule) {
    for (const RuleHit& hit : hits) {
      if (hit.rule == rule) return true;
    }
    return false;
  }

  const CountryTable countries_ = TwoCountries();
  const LineSchema schema_ = [] {
    LineSchema schema;
    schema.texts = {{"description", true}};
    return schema;
  }();
};

TEST_F(IdleWordsOnGeneratedBooks, CanBeTakenOutAndEveryTextIsReadAsBefore) {
  std::size_t found = 0;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    Generator generator(seed);
    const Rulebook book = BookOfWords(&generator);
    TextMaker texts(book, &generator);
    for (const IdleWord& idle : FindIdleWords(book)) {
      ++found;
      const Rulebook without = Without(book, idle.word);
      for (int round = 0; round < 30; ++round) {
        const std::string text = texts.TextWith(*idle.word);
        const auto before = Read(book, text);
        const auto after = Read(without, text);
        if (idle.kind != IdleWord::Kind::kNeverCounts) {
          ASSERT_EQ(before, after)
              << "seed " << seed << ": '" << idle.word->written << "' in '" << text << "'";
          continue;
        }
        for (std::size_t i = 0; i < before.size(); ++i) {
          ASSERT_EQ(Holds(before[i], *idle.concept_id), Holds(after[i], *idle.concept_id))
              << "seed " << seed << ": '" << idle.word->written << "' in '" << text << "'";
        }
      }
    }
  }
  EXPECT_GT(found, 800U);
}

/// A book of two concepts in one language, whose words are phrases of the words a, b, c and `*`.
class SmallBook {
 public:
  explicit SmallBook(Generator* generator) : generator_(generator) {
    book_.buckets = {{"in", "In", {}, {}}, {"undecided", "", {}, {}}, {"netted", "", {}, {}}};
    book_.otherwise = Outcome::Whole(0);
    for (ConceptId id = 0; id < 2; ++id) {
      book_.concepts.push_back({"concept", "", {}});
      book_.vocabulary.push_back(
          {id, "de", Phrases(2 + generator->Below(2)), Phrases(generator->Below(3))});
      Rule rule;
      rule.outcome = Outcome::Whole(0);
      rule.when.kind = Condition::Kind::kMentions;
      rule.when.concepts = {id};
      book_.rules.push_back(std::move(rule));
    }
  }

  const Rulebook& book() const { return book_; }

 private:
  /// No two alike: of these the loader warns.
  std::vector<WordPattern> Phrases(std::size_t count) {
    std::vector<WordPattern> phrases;
    while (phrases.size() < count) {
      std::string written;
      for (std::size_t i = 0; i <= generator_->Below(3); ++i) {
        written += (i > 0 ? " " : "") + generator_->OneOf({"a", "b", "a", "b", "c", "*"});
      }
      auto phrase = ParseWordPattern(written, false, nullptr);
      const bool is_new = phrase && std::none_of(phrases.begin(), phrases.end(), [&](auto& other) {
                            return other.tokens == phrase->tokens;
                          });
      if (is_new) phrases.push_back(*std::move(phrase));
    }
    return phrases;
  }

  Generator* generator_;
  Rulebook book_;
};

/// All texts of one to four of the words a, b, c and z, which no phrase names.
std::vector<std::string> AllSmallTexts() {
  std::vector<std::string> texts = {""};
  std::size_t begin = 0;
  for (int length = 1; length <= 4; ++length) {
    const std::size_t end = texts.size();
    for (std::size_t i = begin; i < end; ++i) {
      for (const char* word : {"a", "b", "c", "z"}) {
        texts.push_back(texts[i] + (texts[i].empty() ? "" : " ") + word);
      }
    }
    begin = end;
  }
  texts.erase(texts.begin());
  return texts;
}

class IdleWordsOnSmallBooks : public IdleWordsOnGeneratedBooks {
 protected:
  std::vector<std::vector<std::vector<RuleHit>>> ReadAll(const Rulebook& book) {
    std::vector<std::vector<std::vector<RuleHit>>> read;
    for (const std::string& text : texts_) read.push_back(Read(book, text));
    return read;
  }
  const std::vector<std::string> texts_ = AllSmallTexts();
};

TEST_F(IdleWordsOnSmallBooks, AreThoseWithoutWhichAllTextsAreReadAsBefore) {
  std::size_t idle_words = 0;
  std::size_t missed = 0;
  for (unsigned seed = 1; seed <= 150; ++seed) {
    Generator generator(seed);
    const SmallBook small(&generator);
    const Rulebook& book = small.book();
    const auto before = ReadAll(book);
    std::map<const WordPattern*, IdleWord::Kind> called;
    for (const IdleWord& idle : FindIdleWords(book)) called.emplace(idle.word, idle.kind);
    for (const ConceptWords& entry : book.vocabulary) {
      for (const auto* list : {&entry.words, &entry.except}) {
        for (const WordPattern& word : *list) {
          const auto idle = called.find(&word);
          if (idle != called.end() && idle->second == IdleWord::Kind::kNeverCounts) continue;
          const bool is_idle = ReadAll(Without(book, &word)) == before;
          idle_words += is_idle ? 1 : 0;
          if (idle != called.end()) {
            ASSERT_TRUE(is_idle) << "seed " << seed << ": '" << word.written << "'";
          } else {
            missed += is_idle ? 1 : 0;
          }
        }
      }
    }
  }
  RecordProperty("idle", static_cast<int>(idle_words));
  RecordProperty("missed", static_cast<int>(missed));
  EXPECT_GT(idle_words, 100U);
  EXPECT_LT(missed, idle_words / 4);
}

}  // namespace
}  // namespace tranche
