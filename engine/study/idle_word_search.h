#ifndef TRANCHE_ENGINE_STUDY_IDLE_WORD_SEARCH_H_
#define TRANCHE_ENGINE_STUDY_IDLE_WORD_SEARCH_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/rulebook/rulebook.h"

namespace tranche {

/// A word of a vocabulary or of a rule's `words` that changes nothing: without it, every text is
/// read as before.
struct IdleWord {
  enum class Kind : std::uint8_t {
    kCovered,           ///< `other` finds every text that it finds
    kNeverCounts,       ///< the exception `other` takes it away wherever it stands. As a longer
                        ///< phrase it may yet void words of other concepts
    kIdleException,     ///< no word of its concept can stand in it
    kCoveredException,  ///< the exception `other` takes away all that it would
  };
  Kind kind = Kind::kCovered;
  const WordPattern* word = nullptr;    ///< lives in the book
  const WordPattern* other = nullptr;   ///< the same; null for kIdleException
  std::optional<ConceptId> concept_id;  ///< nothing for words of a rule
};

/// Those of one book, in its order, vocabulary first. Exact but for one thing: of a phrase that
/// holds a shorter word of its list it is asked what else may lie over it, and in a vocabulary of
/// very many phrases that is cut short; then it is not called idle. So the cost grows with the
/// number of words and not with its square. Equal words of one list are left to the loader, which
/// warns of them; lists from files may repeat themselves.
std::vector<IdleWord> FindIdleWords(const Rulebook& book);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_IDLE_WORD_SEARCH_H_
