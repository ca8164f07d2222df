#ifndef TRANCHE_ENGINE_RUN_FILE_PREPARATION_H_
#define TRANCHE_ENGINE_RUN_FILE_PREPARATION_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/file_plan.h"
#include "engine/layout/layout.h"
#include "engine/run/home.h"
#include "engine/source/input_file.h"

namespace tranche {

/// An input opened, its layout found and bound: ready to be classified.
struct PreparedFile {
  std::unique_ptr<InputFile> input;
  std::unique_ptr<const FilePlan> plan;
};

/// The layouts that files of a run may have.
struct Layouts {
  std::optional<Layout> stated;  ///< the user's; files are not asked for another then
  LayoutCatalogue catalogue;     ///< empty where one is stated
};

/// The layout at `stated_path`, or where that is empty those of the home. Mistakes go to
/// `diagnostics`.
absl::StatusOr<Layouts> LoadLayouts(const Home& home, const std::string& stated_path,
                                    const CountryTable& countries, Diagnostics* diagnostics);

/// Opens `path`, finds its layout (the stated one, else by header) and binds it. A null plan: the
/// mistakes stand in `diagnostics`. `layouts` must outlive the result.
absl::StatusOr<PreparedFile> PrepareFile(const std::string& path, const Layouts& layouts,
                                         const CountryTable& countries, Diagnostics* diagnostics);

/// Files that would be added up although nobody said that they belong together: the same country,
/// year and phase comes from more than one of them. A question for the user, or OK.
absl::Status CheckFilesDoNotMeet(const std::vector<const FileAccount*>& accounts,
                                 const std::vector<std::string>& names,
                                 const LineSelection& selection);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_FILE_PREPARATION_H_
