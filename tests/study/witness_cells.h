#ifndef TRANCHE_TESTS_STUDY_WITNESS_CELLS_H_
#define TRANCHE_TESTS_STUDY_WITNESS_CELLS_H_

#include <string_view>
#include <vector>

#include "engine/layout/budget_line.h"
#include "engine/match/matcher.h"
#include "engine/study/witness_line.h"

namespace tranche {

/// A witness line as a line of a file of its own, for the oracle. Views point into the witness.
struct WitnessCells {
  WitnessCells(const WitnessLine& line, const Matcher& matcher);

  LineSchema schema;
  std::vector<std::string_view> cells;
  LineGroup group;
};

}  // namespace tranche

#endif  // TRANCHE_TESTS_STUDY_WITNESS_CELLS_H_
