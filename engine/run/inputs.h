#ifndef TRANCHE_ENGINE_RUN_INPUTS_H_
#define TRANCHE_ENGINE_RUN_INPUTS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/layout/dossier.h"
#include "engine/layout/file_plan.h"
#include "engine/run/home.h"

namespace tranche {

/// What a run reads and what it holds that against: as the user stated it, or as the dossier among
/// the files says where the user left it open. Empty: the home's.
struct RunInputs {
  std::vector<DossierFile> files;
  std::string rulebook_path;
  std::string gdp_path;
  std::string gdp_edition;  ///< empty: the table has one
  std::string decisions_path;
  LineSelection selection;
  std::optional<Dossier> dossier;

  /// Empty: there are none.
  std::string CorrectionsPath() const {
    return dossier && dossier->corrections ? dossier->corrections->path : "";
  }
};

/// Puts `paths` into `inputs->files`, and what a dossier among them says into what `*inputs` leaves
/// open. A dossier stands alone, and its mistakes go to `diagnostics`. InvalidArgument for a
/// rulebook, layout or vocabulary given as a budget.
absl::Status ResolveInputs(const std::vector<std::string>& paths, const CountryTable& countries,
                           Diagnostics* diagnostics, RunInputs* inputs);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_INPUTS_H_
