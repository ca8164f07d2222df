#ifndef TRANCHE_ENGINE_STUDY_PART_DIFF_H_
#define TRANCHE_ENGINE_STUDY_PART_DIFF_H_

#include <vector>

#include "engine/study/book_diff.h"
#include "engine/study/said_parts.h"

/// Parts of two books held against each other: private to the comparison of books.
namespace tranche {

/// What the two say differently; either may be null (that book does not have the part), not both.
PartDiff DiffParts(const SaidPart* left, const SaidPart* right);

/// Parts that meet by name, in the order of the left book; those of the right book alone behind
/// them. Their order says nothing.
SectionDiff DiffUnordered(SectionDiff::Kind kind, const std::vector<SaidPart>& left,
                          const std::vector<SaidPart>& right);

/// Rules, whose order is the policy: the fewest possible count as moved. A moved rule stands where
/// the right book has it.
SectionDiff DiffRules(const std::vector<SaidPart>& left, const std::vector<SaidPart>& right);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_STUDY_PART_DIFF_H_
