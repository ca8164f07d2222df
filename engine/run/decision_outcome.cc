#include "engine/run/decision_outcome.h"

#include <string>
#include <utility>

namespace tranche {

absl::Status RunDecisions::Load(const std::string& path, const CountryTable& countries,
                                Rulebook* book, Diagnostics* diagnostics) {
  if (path.empty()) return absl::OkStatus();
  auto file = LoadDecisions(path, *book, countries, diagnostics);
  if (!file.ok()) return file.status();
  file_ = *std::move(file);
  book->decisions = file_->decisions;
  return absl::OkStatus();
}

absl::Status RunDecisions::LookThrough(std::span<const PreparedFile> files,
                                       const LineSelection& selection, const Rulebook& book,
                                       const std::atomic<bool>* cancelled) {
  if (book.decisions.empty()) return absl::OkStatus();
  plan_.emplace(book);
  for (const PreparedFile& file : files) {
    absl::Status looked = plan_->LookThrough(*file.plan, *file.input, selection, cancelled);
    if (!looked.ok()) return looked;
  }
  plan_->Conclude();
  return absl::OkStatus();
}

absl::StatusOr<std::optional<DecisionsResult>> RunDecisions::Result(const std::string& today,
                                                                    const Rulebook& book,
                                                                    const Tally& tally) const {
  if (!file_) return std::optional<DecisionsResult>();
  DecisionsResult result;
  result.path = file_->path;
  result.text = file_->text;
  result.notes = file_->notes;
  result.open_rows = file_->open_rows;
  if (plan_) result.sightings = plan_->sightings();
  for (DecisionId id = 0; id < result.sightings.size(); ++id) {
    const LineDecision& decision = book.decisions[id];
    const DecisionSighting& sighting = result.sightings[id];
    const bool is_of_run = plan_->HasGroup(decision.country, decision.year);
    if (!is_of_run || (!sighting.is_wanted && !sighting.IsUnfound())) {
      ++result.elsewhere;
      continue;
    }
    if (sighting.fitting > 0) ++result.applied;
    if (sighting.is_stale) result.stale.push_back(id);
    if (sighting.IsUnfound()) result.unfound.push_back(id);
    if (sighting.is_ambiguous) result.ambiguous.push_back(id);
    // Dates written YYYY-MM-DD compare as texts do.
    if (!decision.review_by.empty() && decision.review_by < today) {
      result.review_passed.push_back(id);
    }
  }
  auto money = FoldDecided(tally, book);
  if (!money) {
    return absl::OutOfRangeError(
        "a sum of decided money is larger than the program can hold "
        "exactly");
  }
  result.money = *std::move(money);
  return std::optional<DecisionsResult>(std::move(result));
}

}  // namespace tranche
