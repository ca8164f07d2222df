#ifndef TRANCHE_ENGINE_STUDY_BOOK_DIFF_H_
#define TRANCHE_ENGINE_STUDY_BOOK_DIFF_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rulebook/rulebook.h"

/// Two resolved rulebooks side by side: what one says and the other says differently, or not at
/// all. It is found in what books mean, not in how they are written: `mentions: road` and
/// `mentions: [road]` are the same, and so are two orders of words that are joined by *or*.
/// Plain values that need neither book.
namespace tranche {

/// One thing that a part of the books says differently on the two sides.
struct FieldDiff {
  std::string key;   ///< as a book writes it: `counts`, `when`; of concepts `words (de)`
  std::string left;  ///< on one line; empty where that book does not say it
  std::string right;
  /// Of lists (words, examples), whose order says nothing: `left` and `right` are empty then.
  bool is_list = false;
  /// Of lists their texts, of conditions their pieces (`country ITA`) beside the whole ones above.
  std::vector<std::string> only_left;
  std::vector<std::string> only_right;
  std::size_t in_both = 0;
};

/// A part of a book (an item, a rule) that is not the same in both.
struct PartDiff {
  enum class In : std::uint8_t { kBoth, kLeft, kRight };
  std::string name;
  In in = In::kBoth;
  /// Where that side says what is different, one place in each file: the part itself, or lines of
  /// other files that change it (a reform). Of a part that one book has alone the part itself.
  /// Empty where that book does not have it, or no file says it.
  std::vector<SourceSpan> left_places;
  std::vector<SourceSpan> right_places;
  /// What differs; of a part that one book has alone everything that it says.
  std::vector<FieldDiff> fields;
  /// Of rules: it stands before rules that it stands behind in the other book, or the other way
  /// round. The field `order` then says where.
  bool has_moved = false;
  /// Of rules: places in the order of each book, from 1; 0 where that book does not have it.
  std::size_t left_position = 0;
  std::size_t right_position = 0;
};

/// All parts of one kind.
struct SectionDiff {
  enum class Kind : std::uint8_t {
    kSettings,  ///< title, version, otherwise, decide
    kBuckets,
    kTargets,
    kOptions,
    kItems,
    kRules,
    kConcepts,
    kLists,
  };
  Kind kind = Kind::kSettings;
  std::vector<PartDiff> parts;     ///< in the order of the books
  std::vector<std::string> alike;  ///< parts that both books have and say the same of
};

/// `items`, `rules`, …
std::string_view SectionKey(SectionDiff::Kind kind);

struct DiffedBook {
  std::string name;
  std::string title;
  std::string version;
  std::string path;
  std::vector<std::string> settings;  ///< `option=value` of the command line
};

struct BookDiff {
  DiffedBook left;
  DiffedBook right;
  std::vector<SectionDiff> sections;  ///< one of each kind, in the order of Kind
  std::string asked;  ///< `item 'roads'`: a piece with nothing else; empty: everything

  /// Nothing differs but the names of the books.
  bool SaysTheSame() const;
};

/// Compares two books part by part. Parts meet by name, rules by id. What an item or a rule comes
/// to through an option counts as said by it. Rules keep their places as long as as many as
/// possible of both books stand in the same order: a new rule moves no other. Notes (`checked:`),
/// the order of items and the division into files make no difference. Thread-safe.
BookDiff DiffBooks(const Rulebook& left, const Rulebook& right);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_BOOK_DIFF_H_
