#include "engine/run/readings.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace tranche {
namespace {

/// The readings that make up one part in one phase; no phase: as the layouts say.
using Figure = std::vector<FileReading>;

struct Part {
  std::map<std::optional<Phase>, Figure> figures;
};

bool ColumnsSayPhase(const Layout& layout) {
  if (layout.year_columns) return !layout.year_columns->phases.empty();
  return std::any_of(layout.amounts.begin(), layout.amounts.end(),
                     [](const AmountColumn& amount) { return amount.phase.has_value(); });
}

bool UsesRowYear(const Layout& layout) {
  return !layout.year_columns || !layout.year_columns->phases.empty();
}

class ReadingPlanner {
 public:
  ReadingPlanner(std::span<const DossierFile> files, std::span<const Layout* const> layouts,
                 Diagnostics* diagnostics)
      : files_(files), layouts_(layouts), diagnostics_(diagnostics) {}

  std::vector<FileReading> Plan() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      CheckTerms(i);
      Place(i);
    }
    std::vector<FileReading> readings;
    for (auto& [name, part] : parts_) {
      for (auto& [phase, figure] : part.figures) {
        readings.insert(readings.end(), figure.begin(), figure.end());
      }
    }
    std::stable_sort(
        readings.begin(), readings.end(), [](const FileReading& a, const FileReading& b) {
          return std::pair(a.name.file, a.is_carried) < std::pair(b.name.file, b.is_carried);
        });
    return readings;
  }

 private:
  /// The phase of all lines of a file; nothing where its columns or cells say it.
  std::optional<Phase> PhaseOfAll(std::size_t file) const {
    if (files_[file].phase) return files_[file].phase;
    return ColumnsSayPhase(*layouts_[file]) ? std::nullopt : layouts_[file]->phase.value;
  }

  void CheckTerms(std::size_t file) {
    const Layout& layout = *layouts_[file];
    const DossierFile& stated = files_[file];
    if (stated.phase && ColumnsSayPhase(layout)) {
      diagnostics_->Error(stated.file.written.span,
                          "the layout " + layout.name + " gives each column of '" +
                              stated.file.written.text + "' its own phase",
                          "leave `phase` out here; to count only one, write `phase:` at the top of "
                          "the dossier");
    }
    if (stated.year && !UsesRowYear(layout)) {
      diagnostics_->Error(stated.file.written.span,
                          "the columns of '" + stated.file.written.text + "' say their years (" +
                              "layout " + layout.name + ")",
                          "leave `year` out here; to count only one, write `year:` at the top of "
                          "the dossier");
    }
  }

  void Place(std::size_t file) {
    const DossierFile& stated = files_[file];
    Part& part = parts_[stated.part];
    const std::optional<Phase> phase = PhaseOfAll(file);
    const bool changes =
        stated.relation == FileRelation::kAdds || stated.relation == FileRelation::kReplacesByKey;
    if (changes && !part.figures.contains(phase)) Carry(file, phase, &part);
    const bool replaces = stated.relation == FileRelation::kReplacesByKey ||
                          stated.relation == FileRelation::kReplacesAll;
    if (replaces) Replace(file, phase, &part);
    FileReading reading;
    reading.name = {file, phase};
    reading.phase = stated.phase;
    part.figures[phase].push_back(std::move(reading));
  }

  /// Lines tell their phases themselves where files have several: so those are looked at, too.
  void Replace(std::size_t file, std::optional<Phase> phase, Part* part) {
    for (auto& [other_phase, figure] : part->figures) {
      if (phase && other_phase && *phase != *other_phase) continue;
      for (FileReading& earlier : figure) {
        if (files_[file].relation == FileRelation::kReplacesByKey) {
          CheckKeys(file, earlier.name.file);
        }
        earlier.replaced_by.push_back({file, phase});
      }
    }
  }

  void Carry(std::size_t file, std::optional<Phase> phase, Part* part) {
    const auto unclear = part->figures.find(std::nullopt);
    if (!phase || unclear != part->figures.end()) {
      // Whether several phases meet in a file, only its lines show; nothing to carry is no mistake.
      if (part->figures.empty()) return;
      const std::size_t of = phase ? unclear->second.back().name.file : file;
      diagnostics_->Error(files_[file].relation_span,
                          "'" + files_[of].file.written.text +
                              "' has lines of several phases, so it is not known which this file "
                              "changes",
                          "write `phase:` for each file that has only one, or give each phase a "
                          "file of its own");
      return;
    }
    const Figure* before = nullptr;
    for (const auto& [other, figure] : part->figures) {
      if (*other < *phase) before = &figure;
    }
    if (before == nullptr) {
      diagnostics_->Error(files_[file].relation_span,
                          "no file of an earlier phase than " + std::string(PhaseName(*phase)) +
                              " stands before this one",
                          "leave the key out, or say `replaces: all`, where the file is whole");
      return;
    }
    Figure carried = *before;
    for (FileReading& reading : carried) {
      reading.name.figure = phase;
      reading.phase = phase;
      reading.is_carried = true;
      for (ReadingName& later : reading.replaced_by) later.figure = phase;
    }
    part->figures[phase] = std::move(carried);
  }

  void CheckKeys(std::size_t file, std::size_t earlier) {
    for (const std::size_t each : {file, earlier}) {
      const Layout& layout = *layouts_[each];
      if (!layout.key.empty() || !without_key_.emplace(layout.path, each).second) continue;
      diagnostics_->Error(files_[file].relation_span,
                          "the layout " + layout.name + " of '" + files_[each].file.written.text +
                              "' names no key for its lines",
                          "add `key:` to the layout: the columns that tell a line from all others");
    }
  }

  std::span<const DossierFile> files_;
  std::span<const Layout* const> layouts_;
  Diagnostics* diagnostics_;
  std::map<std::string, Part> parts_;
  std::map<std::string, std::size_t> without_key_;  ///< layouts reported already
};

}  // namespace

std::vector<FileReading> PlanReadings(std::span<const DossierFile> files,
                                      std::span<const Layout* const> layouts,
                                      Diagnostics* diagnostics) {
  return ReadingPlanner(files, layouts, diagnostics).Plan();
}

}  // namespace tranche
