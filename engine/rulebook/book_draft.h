#ifndef TRANCHE_ENGINE_RULEBOOK_BOOK_DRAFT_H_
#define TRANCHE_ENGINE_RULEBOOK_BOOK_DRAFT_H_

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/base/pattern.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// Names of one kind, by which other parts of a book refer to them.
template <typename Id>
using NameIndex = std::map<std::string, Id, std::less<>>;

/// A book while it is being read: what is known so far, and where to report. The parts are read in
/// the order in which they refer to each other: buckets, options, items, vocabulary, lists, rules.
/// A part that is wrong still enters its name, so that one mistake does not make others out of its
/// users.
///
/// Private to the loader. Used by one thread; refers to the caller's countries and diagnostics.
struct BookDraft {
  BookDraft(const CountryTable& country_table, Diagnostics* reports)
      : countries(country_table), diagnostics(reports) {}

  Rulebook book;
  const CountryTable& countries;
  Diagnostics* diagnostics;

  NameIndex<BucketId> buckets;
  NameIndex<OptionId> options;
  NameIndex<ItemId> items;
  NameIndex<ConceptId> concepts;
  NameIndex<ListId> lists;
  NameIndex<RuleId> rules;
  /// False where no bucket could be read: then nobody can name a right one, and only that is
  /// reported.
  bool has_buckets = false;
  /// `items:` is no table, which was reported: whoever names an item is not to blame.
  bool broken_items = false;
  /// Options whose value was reported: whoever names one is not to blame.
  std::set<OptionId> broken_options;
  /// The book says `vocabulary:`, rightly or not.
  bool names_vocabulary = false;
  /// Concepts that no language has words for; one leaves when its first use was reported.
  std::set<ConceptId> wordless;
  /// Files of lists whose broken rows were reported: several lists may read one file.
  std::set<std::string> reported_list_files;
  /// Expressions of `regex` that were compiled, by how they are written.
  std::map<std::string, std::shared_ptr<const Pattern>> regexes;
};

/// Reports a name that cannot be used: empty, longer than 100 characters, with blanks or signs
/// other than `-`, `_` and `.`. `what` is "a bucket".
bool CheckName(const std::string& name, std::string_view what, const SourceSpan& span,
               Diagnostics* diagnostics);

/// The same for what outcomes and results name (buckets and items): `undecided`, `netted`, `rest`,
/// `otherwise` and `total` have a meaning of their own there.
bool CheckOutcomeName(const std::string& name, std::string_view what, const SourceSpan& span,
                      Diagnostics* diagnostics);

/// `a, b or c`.
std::string Alternatives(const std::vector<std::string>& names);

template <typename Id>
std::vector<std::string> NamesOf(const NameIndex<Id>& index) {
  std::vector<std::string> names;
  names.reserve(index.size());
  for (const auto& [name, id] : index) names.push_back(name);
  return names;
}

/// "did you mean …?", or else `otherwise_say`.
std::string NameHint(std::string_view wrong, const std::vector<std::string>& names,
                     std::string otherwise_say);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_BOOK_DRAFT_H_
