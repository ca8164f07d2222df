#ifndef TRANCHE_ENGINE_RUN_FILE_PREPARATION_H_
#define TRANCHE_ENGINE_RUN_FILE_PREPARATION_H_

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/cell_corrections.h"
#include "engine/layout/file_plan.h"
#include "engine/layout/replaced_lines.h"
#include "engine/run/corrections_file.h"
#include "engine/run/inputs.h"
#include "engine/run/layouts.h"
#include "engine/source/input_file.h"

namespace tranche {

/// An input opened, its layout found and bound: ready to be classified.
struct PreparedFile {
  std::unique_ptr<InputFile> input;
  std::unique_ptr<const FilePlan> plan;
  /// What follows is known of the files of a dossier only.
  std::string part;         ///< of the budget; empty: the budget itself
  bool joins = false;       ///< adds to or replaces those before it
  bool may_repeat = false;  ///< may hold the amounts of another file
  bool is_carried = false;  ///< a file read once more, for the figure of another phase
  std::shared_ptr<const ReplacedLines> replaces;  ///< whose place it takes; may be null
  ProvenCorrections corrections;                  ///< of a carried file, none

  /// For people: the input's name, and the phase to which it was carried.
  std::string Title() const;
};

/// Opens `path`, finds its layout (the stated one, else by header) and binds it. A null plan: the
/// mistakes stand in `diagnostics`. `layouts` must outlive the result.
absl::StatusOr<PreparedFile> PrepareFile(const std::string& path, const Layouts& layouts,
                                         const CountryTable& countries, Diagnostics* diagnostics);

/// Opens and binds all files of a run, some more than once (readings.h), in their order. Mistakes
/// go to `diagnostics`; then the result is of no use. Cancelled where it was stopped from outside.
absl::StatusOr<std::vector<PreparedFile>> PrepareFiles(
    const RunInputs& inputs, const Layouts& layouts, const CorrectionsFile& corrections,
    const CountryTable& countries, Diagnostics* diagnostics, const std::atomic<bool>* cancelled);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_FILE_PREPARATION_H_
