#ifndef TRANCHE_ENGINE_LAYOUT_DOSSIER_H_
#define TRANCHE_ENGINE_LAYOUT_DOSSIER_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/base/yaml_map.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/row_rules.h"

/// A dossier: which files make up a figure, how they belong together, and what the figure is held
/// against (design: "A dossier"). Plain values, checked by the loader; no file is opened here. What
/// they mean for a run stands in engine/run/readings.h.
namespace tranche {

/// What a file of a dossier does to those that stand before it and belong to the same part.
enum class FileRelation : std::uint8_t {
  kNone,           ///< nothing: they must not meet in country, year and phase
  kAdds,           ///< its lines come on top of theirs
  kReplacesByKey,  ///< its lines take the place of theirs with the same country, year and key
  kReplacesAll,    ///< it takes their place in its countries, years and phases
};

/// A path as the author wrote it, and where it leads from the dossier's folder.
struct DossierPath {
  SpannedText written;
  std::string path;
};

struct DossierFile {
  DossierPath file;
  std::optional<Phase> phase;         ///< of all its lines; else as its layout says
  std::optional<std::int16_t> year;   ///< of all its rows; else as its layout says
  std::optional<DossierPath> layout;  ///< else recognised by the header
  std::string part;                   ///< "Armed Forces Support Fund"; empty: the budget itself
  FileRelation relation = FileRelation::kNone;
  SourceSpan relation_span;
  bool may_repeat = false;  ///< may hold the amounts of another file, as a copy would
  std::vector<ControlTotal> control_totals;  ///< beside those of its layout
};

/// Money that belongs to the figure and that nobody could load: printed with the result.
struct NotLoaded {
  std::string part;
  std::string why;
};

struct Dossier {
  std::string name;
  std::string title;
  std::string path;                ///< of the dossier
  std::string text;                ///< its full text, for the run folder
  std::set<std::int16_t> years;    ///< empty: all
  std::set<Phase> phases;          ///< empty: all
  std::vector<DossierFile> files;  ///< at least one
  /// The files hold only a part of what the state spends.
  bool is_part_of_budget = false;
  std::vector<NotLoaded> not_loaded;
  std::optional<DossierPath> gdp;
  std::string gdp_edition;  ///< empty: the table has one
  std::optional<DossierPath> rules;
  std::optional<DossierPath> decisions;
  std::optional<DossierPath> corrections;
};

/// Reads and checks a dossier; every mistake of it goes to `diagnostics`, files that do not exist
/// too. Nothing is returned where it had errors. The status is for a file that cannot be read.
absl::StatusOr<std::optional<Dossier>> LoadDossier(const std::string& path,
                                                   const CountryTable& countries,
                                                   Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_DOSSIER_H_
