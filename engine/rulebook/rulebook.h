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
#include "engine/base/amount.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/base/share.h"
#include "engine/base/yaml.h"
#include "engine/rulebook/condition.h"
#include "engine/rulebook/outcome.h"
#include "engine/rulebook/vocabulary.h"

/// The resolved rulebook: what the YAML files say, checked, with names turned into indexes.
/// Rules say *what a line is*; the items table says *whether it counts, and as what*.
/// Plain values; immutable after loading; safe to share between threads.
namespace tranche {

using ItemId = std::uint32_t;
using RuleId = std::uint32_t;

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
  std::vector<Outcome> tries;  ///< `try:`, outcomes worth a study
  std::string area;            ///< empty: none
  OutcomeStatus status = OutcomeStatus::kUnstated;
  std::string why;
  std::string source;
  std::string review_by;  ///< `2029-06-30`; empty: not stated
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
  /// `if_unknown: undecided`: where `when` cannot be tested on a line, and no earlier rule decides,
  /// the line is undecided; otherwise the next rules are tried.
  bool undecided_if_unknown = false;
  std::string why;
  std::string source;
  std::string review_by;  ///< `2029-06-30`; empty: not stated
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

using DecisionId = std::uint32_t;
inline constexpr DecisionId kNoDecision = UINT32_MAX;

/// A person's ruling on one line: a row of decisions.csv.
struct LineDecision {
  CountryCode country;
  std::int16_t year = 0;
  std::string key;    ///< as lines.csv and undecided.csv write it
  std::string label;  ///< what the person saw; another label or amount makes the decision stale
  Amount amount;
  /// The amount in another reading: `1.234` may be either. The decision holds for both.
  std::optional<Amount> other_amount;
  std::uint32_t rows = 1;  ///< rows of the file that say the same of lines with one key and amount
  std::optional<ItemId> item;  ///< where `outcome` names an item
  Outcome outcome;
  std::string reason;
  std::string who;
  std::string date;
  std::string review_by;
  /// What a spreadsheet seems to have done to the key or the amount, a sentence; empty: nothing.
  std::string damage;
  SourceSpan span;
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
  /// `decide: unique`: a line on which matching rules differ in outcome (SayTheSame) is undecided
  /// and a reported conflict. Otherwise the first matching rule decides.
  bool decide_unique = false;
  std::vector<Target> targets;
  std::vector<Option> options;
  std::vector<Item> items;
  std::vector<Rule> rules;  ///< book order, includes spliced in: the order is the policy
  std::vector<Concept> concepts;
  std::vector<ConceptWords> vocabulary;
  std::vector<WordList> lists;
  /// Attached by whoever runs the book: decisions belong to a run, not to a definition.
  std::vector<LineDecision> decisions;
  std::vector<RulebookFile> files;    ///< the book's own file first
  std::vector<std::string> settings;  ///< `option=value` of the command line
  /// The tree that the parts were read from: one file that says everything, with the place of each
  /// part. Spans of the book point into the same files.
  std::shared_ptr<const YamlNode> resolved;

  std::optional<BucketId> FindBucket(std::string_view bucket_name) const;
  std::optional<ItemId> FindItem(std::string_view item_name) const;
  /// Where the money of a line goes that `rule` (of the book, or kOtherwiseRule) decides: its own
  /// outcome or its item's.
  const Outcome& OutcomeOf(RuleId rule) const;
  /// True where it makes no difference to the figures which of the two rules decides: they name the
  /// same item, or outcomes written alike.
  bool SayTheSame(RuleId a, RuleId b) const;
  std::optional<Allocation> AllocationOf(const Outcome& outcome, std::int16_t year) const {
    return Allocate(outcome, year, options);
  }
};

/// The pseudo rule id of lines that no rule recognises; reported as "(otherwise)".
inline constexpr RuleId kOtherwiseRule = UINT32_MAX;
inline constexpr std::string_view kOtherwiseRuleName = "(otherwise)";
/// The same for lines that a person decided, and for those whose decision is stale.
inline constexpr RuleId kDecisionRule = UINT32_MAX - 1;
inline constexpr std::string_view kDecisionRuleName = "(decision)";
inline constexpr RuleId kStaleDecisionRule = UINT32_MAX - 2;
inline constexpr std::string_view kStaleDecisionRuleName = "(stale decision)";
/// Rules of the book have ids below this.
inline constexpr RuleId kFirstPseudoRule = kStaleDecisionRule;

/// Loads a rulebook with everything it includes (paths relative to the including file; cycles are
/// reported). Every mistake of every file goes to `diagnostics`; the book is returned only where
/// there is no error. The status is for a main file that cannot be read.
///
/// `settings` are `option=value` from a command line: they replace the values of options as `set:`
/// does, and what is wrong with them is reported at `--set`.
absl::StatusOr<std::optional<Rulebook>> LoadRulebook(const std::string& path,
                                                     const CountryTable& countries,
                                                     Diagnostics* diagnostics,
                                                     const std::vector<std::string>& settings = {});

/// Reads a vocabulary (a folder, or a file that names concepts) without a rulebook, only to report
/// its mistakes.
void CheckVocabularyFiles(const std::string& path, const CountryTable& countries,
                          Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_RULEBOOK_H_
