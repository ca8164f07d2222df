#ifndef TRANCHE_ENGINE_RUN_LAYOUTS_H_
#define TRANCHE_ENGINE_RUN_LAYOUTS_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/dossier.h"
#include "engine/layout/layout.h"
#include "engine/run/home.h"

namespace tranche {

/// The layouts that files of a run may have. Immutable once loaded.
struct Layouts {
  std::optional<Layout> stated;              ///< by the user: for all files that have no own
  LayoutCatalogue catalogue;                 ///< by header; empty where one is stated
  std::map<std::string, Layout> of_dossier;  ///< by path, those that a dossier names
};

/// The layout at `stated_path`, or where that is empty those of the home; and those that `files`
/// name. Mistakes go to `diagnostics`.
absl::StatusOr<Layouts> LoadLayouts(const Home& home, const std::string& stated_path,
                                    const std::vector<DossierFile>& files,
                                    const CountryTable& countries, Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_LAYOUTS_H_
