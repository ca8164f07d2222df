#include "engine/run/layouts.h"

#include <utility>

namespace tranche {

absl::StatusOr<Layouts> LoadLayouts(const Home& home, const std::string& stated_path,
                                    const std::vector<DossierFile>& files,
                                    const CountryTable& countries, Diagnostics* diagnostics) {
  Layouts layouts;
  for (const DossierFile& file : files) {
    if (!file.layout || layouts.of_dossier.contains(file.layout->path)) continue;
    auto layout = LoadLayout(file.layout->path, countries, diagnostics);
    if (!layout.ok()) return layout.status();
    if (layout->has_value()) layouts.of_dossier.emplace(file.layout->path, **std::move(layout));
  }
  if (!stated_path.empty()) {
    auto layout = LoadLayout(stated_path, countries, diagnostics);
    if (!layout.ok()) return layout.status();
    layouts.stated = *std::move(layout);
    return layouts;
  }
  auto catalogue = LayoutCatalogue::LoadFolder(home.LayoutFolder(), countries, diagnostics);
  if (!catalogue.ok()) return catalogue.status();
  layouts.catalogue = *std::move(catalogue);
  return layouts;
}

}  // namespace tranche
