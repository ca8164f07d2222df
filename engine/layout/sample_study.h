#ifndef TRANCHE_ENGINE_LAYOUT_SAMPLE_STUDY_H_
#define TRANCHE_ENGINE_LAYOUT_SAMPLE_STUDY_H_

#include "absl/status/status.h"
#include "engine/layout/bound_layout.h"
#include "engine/source/input_file.h"

namespace tranche {

/// Looks at the first MiB of a file for what often goes wrong in exports and says it in
/// `bound->suspicions`: rows that look like totals and are counted, numbers that were shortened,
/// codes that a spreadsheet took for dates or numbers, a unit in the words above the data that the
/// layout does not have. The last step of binding: `bound` must be complete otherwise.
absl::Status StudySample(InputFile& input, FilePlan::Bound* bound);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_SAMPLE_STUDY_H_
