#ifndef TRANCHE_ENGINE_RUN_CORRECTIONS_FILE_H_
#define TRANCHE_ENGINE_RUN_CORRECTIONS_FILE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/cell_corrections.h"
#include "engine/layout/dossier.h"

namespace tranche {

/// corrections.csv as it was read.
struct CorrectionsFile {
  std::string path;  ///< empty: there is none
  std::string text;  ///< its bytes, decompressed: for the run record
  /// By place among the files of the run; of the same size, also where there is none.
  std::vector<std::vector<StatedCorrection>> of_file;
};

/// Reads the corrections of a dossier (columns file,key,column,read,use,why,who). A row without why
/// or who is a mistake: an auditor will ask. All mistakes go to `diagnostics`; the status is for a
/// file that cannot be read as a table. `path` may be empty.
absl::StatusOr<CorrectionsFile> LoadCorrections(const std::string& path,
                                                const std::vector<DossierFile>& files,
                                                Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_CORRECTIONS_FILE_H_
