#ifndef TRANCHE_ENGINE_RUN_READINGS_H_
#define TRANCHE_ENGINE_RUN_READINGS_H_

#include <compare>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/layout/dossier.h"
#include "engine/layout/layout.h"

/// How the files of a dossier become one figure.
///
/// Files of one part follow each other. A file that adds comes on top of those before it; one that
/// replaces takes the place of their lines. Both act within one phase. Where theirs is a phase that
/// the part does not have yet (an amendment is `revised`, the budget `adopted`), the figure of the
/// new phase is the one of the nearest phase before it (draft, adopted, revised, outturn), changed:
/// so the budget is read once more, as `revised`, without the lines that the amendment replaces.
/// The adopted figure stays what it was.
namespace tranche {

/// What tells the readings of one dossier apart: the file, and the phase of the figure that the
/// reading is a part of (nothing: of several, as columns or cells say).
struct ReadingName {
  std::size_t file = 0;  ///< its place in the dossier
  std::optional<Phase> figure;
  friend auto operator<=>(const ReadingName&, const ReadingName&) = default;
};

/// One way in which a run reads one file.
struct FileReading {
  ReadingName name;
  std::optional<Phase> phase;  ///< as which all its lines are read; else as the layout says
  bool is_carried = false;     ///< read once more, for the figure of another phase
  std::vector<ReadingName> replaced_by;  ///< later ones that take the place of its lines
};

/// The readings of `files`, in their order, carried ones behind the file's own. `layouts`: of each
/// file. What does not fit (a phase that the layout has fixed already; lines replaced by key
/// without a key) goes to `diagnostics`.
std::vector<FileReading> PlanReadings(std::span<const DossierFile> files,
                                      std::span<const Layout* const> layouts,
                                      Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RUN_READINGS_H_
