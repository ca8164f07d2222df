#ifndef TRANCHE_ENGINE_RULEBOOK_RULEBOOK_H_
#define TRANCHE_ENGINE_RULEBOOK_RULEBOOK_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/base/share.h"
#include "engine/rulebook/condition.h"

/// The resolved rulebook: what the YAML files say, checked, with names turned into indexes.
/// Rules say *what a line is*; the items table says *whether it counts, and as what*.
/// Plain values; immutable after loading; safe to share between threads.
namespace tranche {

using BucketId = std::uint32_t;
using ItemId = std::uint32_t;
using RuleId = std::uint32_t;

/// Whether and as what money counts: shares of buckets that add up to exactly 100 %.
/// (Shares by year and `$option` have their place here; they arrive with the whole language.)
struct Outcome {
  struct Part {
    BucketId bucket = 0;
    Share share;
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::vector<Part> parts;  ///< in the order written; `rest` is already computed
  SourceSpan span;
};

struct Bucket {
  std::string name;
  std::string title;
  std::vector<std::string> areas;
  SourceSpan span;
};

/// `status:` of an outcome: is it said in an agreed text, or only claimed by a government?
enum class OutcomeStatus : std::uint8_t { kUnstated, kClaimed, kDefined };

/// A row of the items table.
struct Item {
  std::string name;
  std::string title;  ///< from item_titles; the name where there is none
  std::string description;
  Outcome counts;
  std::string area;  ///< empty: none
  OutcomeStatus status = OutcomeStatus::kUnstated;
  std::string why;
  std::string source;
  SourceSpan span;
};

/// An example under a rule: a line in words and what the book must say of it.
struct RuleExample {
  std::string country;
  std::int16_t year = 0;  ///< 0: not given
  std::vector<std::pair<std::string, std::string>>
      texts;  ///< field → text (`description`, `parents`)
  std::vector<std::pair<std::string, std::string>> codes;  ///< scheme → code
  std::vector<std::pair<std::string, std::string>> fields;
  std::string nature;
  std::string gives;  ///< an item, a bucket, `undecided`, `netted`, `otherwise`, or `no match`
  SourceSpan span;
};

struct Rule {
  std::string id;
  std::optional<ItemId> item;      ///< `is:` …
  std::optional<Outcome> outcome;  ///< … or `to:`
  Condition when;
  std::string why;
  std::string source;
  std::vector<RuleExample> examples;
  SourceSpan span;  ///< of the id
};

/// A line that the book commits itself to.
struct Target {
  std::string name;
  std::vector<BucketId> of;
  std::optional<Share> at_least;
  std::optional<Share> up_to;
  std::vector<std::pair<BucketId, Share>> caps;  ///< a bucket counts at most so much of GDP here
  SourceSpan span;
};

/// A thing that texts mention, with its words by language.
struct Concept {
  std::string name;
  std::string title;
  SourceSpan span;
};

/// Words of one concept in one language. `language` is `any` for words that hold everywhere.
struct ConceptWords {
  ConceptId concept_id = 0;
  std::string language;
  std::vector<WordPattern> words;
  std::vector<WordPattern> except;  ///< longer phrases that look like the concept and are not it
};

/// A file the book was read from, for the run record and `used/`.
struct RulebookFile {
  std::string path;
  std::string text;
};

struct Rulebook {
  std::string name;
  std::string title;
  std::string version;
  /// The book's own buckets, in the order written, then `undecided`, then `netted`.
  std::vector<Bucket> buckets;
  BucketId undecided() const { return static_cast<BucketId>(buckets.size() - 2); }
  BucketId netted() const { return static_cast<BucketId>(buckets.size() - 1); }
  /// Buckets of the book itself, without the two fixed outcomes.
  std::size_t own_bucket_count() const { return buckets.size() - 2; }

  Outcome otherwise;
  bool decide_unique = false;  ///< `decide: unique`: refused by this version's loader
  std::vector<Target> targets;
  std::vector<Item> items;
  std::vector<Rule> rules;  ///< book order, includes spliced in: the order is the policy
  std::vector<Concept> concepts;
  std::vector<ConceptWords> vocabulary;
  std::vector<RulebookFile> files;  ///< the book's own file first

  std::optional<BucketId> FindBucket(std::string_view bucket_name) const;
  std::optional<ItemId> FindItem(std::string_view item_name) const;
  /// Where the money of a line goes that `rule` decides: its own outcome or its item's.
  const Outcome& OutcomeOf(RuleId rule) const;
};

/// The pseudo rule id of lines that no rule recognises; reported as "(otherwise)".
inline constexpr RuleId kOtherwiseRule = UINT32_MAX;
inline constexpr std::string_view kOtherwiseRuleName = "(otherwise)";

/// Loads a rulebook with everything it includes (paths relative to the including file; cycles are
/// reported). Every mistake of every file goes to `diagnostics`; the book is returned only where
/// there is no error. The status is for a main file that cannot be read.
absl::StatusOr<std::optional<Rulebook>> LoadRulebook(const std::string& path,
                                                     const CountryTable& countries,
                                                     Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_RULEBOOK_H_
