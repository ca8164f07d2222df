#ifndef TRANCHE_ENGINE_RUN_DECISION_FILE_H_
#define TRANCHE_ENGINE_RUN_DECISION_FILE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// decisions.csv as it was read.
struct DecisionFile {
  std::string path;
  std::string text;  ///< its bytes, decompressed: for the run record and `used/`
  std::vector<LineDecision> decisions;
  std::uint64_t open_rows = 0;     ///< with an empty outcome: nobody has decided yet
  std::vector<std::string> notes;  ///< columns that were passed over
};

/// Reads people's decisions: undecided.csv with `outcome` filled in, as this program or a
/// spreadsheet wrote it (any delimiter, UTF-8 or Windows-1252, either decimal mark). `outcome` is a
/// bucket of `book`, `undecided`, `netted`, or an item of it.
///
/// A line is told by country, year, key, label and amount together, for keys need not be unique in
/// an export: two rows that agree in all five and not in `outcome` are an error, two that agree in
/// the outcome, too, are one decision and a warning. All mistakes of the file go to `diagnostics`.
/// The status is for a file that cannot be read as a table.
absl::StatusOr<DecisionFile> LoadDecisions(const std::string& path, const Rulebook& book,
                                           const CountryTable& countries, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_DECISION_FILE_H_
