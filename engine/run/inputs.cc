#include "engine/run/inputs.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/run/check_target.h"

namespace tranche {
namespace {

/// Pipes are read once, so nobody looks into them.
CheckTarget TargetOf(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return CheckTarget::kBudget;
  const auto target = CheckTargetOf(path);
  return target.ok() ? *target : CheckTarget::kBudget;
}

void TakeFrom(const Dossier& dossier, RunInputs* inputs) {
  const auto take = [](const std::optional<DossierPath>& from, std::string* to) {
    if (to->empty() && from) *to = from->path;
  };
  inputs->files = dossier.files;
  if (inputs->gdp_path.empty()) inputs->gdp_edition = dossier.gdp_edition;
  take(dossier.gdp, &inputs->gdp_path);
  take(dossier.rules, &inputs->rulebook_path);
  take(dossier.decisions, &inputs->decisions_path);
  if (inputs->selection.years.empty()) inputs->selection.years = dossier.years;
  if (inputs->selection.phases.empty()) inputs->selection.phases = dossier.phases;
}

}  // namespace

absl::Status ResolveInputs(const std::vector<std::string>& paths, const CountryTable& countries,
                           Diagnostics* diagnostics, RunInputs* inputs) {
  for (const std::string& path : paths) {
    const CheckTarget target = TargetOf(path);
    if (target == CheckTarget::kDossier && paths.size() > 1) {
      return absl::InvalidArgumentError("'" + path +
                                        "' is a dossier, which stands alone: add the other files "
                                        "to it, under files:");
    }
    if (target == CheckTarget::kDossier) {
      auto dossier = LoadDossier(path, countries, diagnostics);
      if (!dossier.ok()) return dossier.status();
      inputs->dossier = *std::move(dossier);
      if (inputs->dossier) TakeFrom(*inputs->dossier, inputs);
      return absl::OkStatus();
    }
    if (absl::Status is_budget = CheckIsBudget(path, target); !is_budget.ok()) return is_budget;
    DossierFile file;
    file.file.written.text = path;
    file.file.path = path;
    inputs->files.push_back(std::move(file));
  }
  return absl::OkStatus();
}

}  // namespace tranche
