#ifndef TRANCHE_ENGINE_MATCH_REGEX_INDEX_H_
#define TRANCHE_ENGINE_MATCH_REGEX_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/base/pattern.h"
#include "engine/match/phrase_index.h"

namespace tranche {

/// All regular expressions of a rulebook, each an atom however many rules write it. They search the
/// folded words of one label, joined by one space: a field that holds several labels (titles of
/// the rows above a line) is searched label by label, so that nothing matches across two of them.
/// Immutable after Build; safe to share between threads.
class RegexIndex {
 public:
  /// The atom of an expression; `next_atom` where it is new.
  AtomId Add(std::shared_ptr<const Pattern> regex, AtomId next_atom);
  /// Call once, after the last Add.
  void Build() { set_.Build(); }

  /// Appends the atoms of the expressions that match in `folded` (as FoldTo makes it), perhaps
  /// some of them twice.
  void Judge(std::string_view folded, std::vector<AtomId>* atoms) const;

  /// Where an expression matches first: bytes of the cell as it was written.
  struct Place {
    AtomId atom = 0;
    const Pattern* regex = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  /// Slow, for evidence: the first match of each expression in each label of a cell.
  std::vector<Place> PlacesIn(std::string_view utf8) const;

 private:
  struct Entry {
    std::shared_ptr<const Pattern> regex;
    AtomId atom = 0;
  };
  std::vector<Entry> entries_;                                    ///< by their numbers in set_
  absl::flat_hash_map<std::string_view, std::uint32_t> numbers_;  ///< by expression; views into it
  PatternSet set_;
};

}  // namespace tranche

#endif  // TRANCHE_ENGINE_MATCH_REGEX_INDEX_H_
