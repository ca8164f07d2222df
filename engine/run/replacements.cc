#include "engine/run/replacements.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "engine/report/number_text.h"

namespace tranche {
namespace {

/// Keys that a message names.
constexpr std::size_t kShownKeys = 5;

/// Rows of a file that replaces by key and that nevertheless leave the figure before them in force.
void SayWhatReplacesNothing(const ReplacedLines& replaces, FileResult* file) {
  const FileAccount& account = file->account;
  if (replaces.keyless_count() > 0) {
    file->suspicions.push_back(Counted(replaces.keyless_count(), "line has", "lines have") +
                               " no key: they replace nothing, and their money comes on top");
  }
  const std::uint64_t amounts = account.cells_empty + account.cells_rejected;
  if (amounts + account.rows_rejected == 0) return;
  file->suspicions.push_back(
      Counted(amounts, "amount is", "amounts are") + " empty or rejected and " +
      Counted(account.rows_rejected, "row", "rows") +
      " rejected: the lines that they were to replace keep the amounts that they had; write 0 "
      "where nothing is left");
}

/// Keys that no earlier file has are those of new lines; if all are new, the file replaces nothing,
/// and the money would be counted twice.
absl::Status CheckKeys(const PreparedFile& file, FileResult* result) {
  const ReplacedLines& replaces = *file.replaces;
  const std::vector<std::string_view> unmet = replaces.UnmetKeys();
  if (unmet.empty()) return absl::OkStatus();
  std::string keys;
  for (std::size_t k = 0; k < std::min(kShownKeys, unmet.size()); ++k) {
    keys += (k == 0 ? "" : ", ") + std::string(unmet[k]);
  }
  if (unmet.size() == replaces.key_count()) {
    return absl::FailedPreconditionError(
        file.input->name() + " replaces by key, but the files before it have none of its " +
        std::to_string(unmet.size()) + " keys (" + keys +
        ", …) in the same country, year and phase; look at `key` in the layouts, or say adds: "
        "true");
  }
  result->assumptions.push_back(std::to_string(unmet.size()) + " of its " +
                                std::to_string(replaces.key_count()) +
                                " keys stand in no file before it, as new lines do: " + keys +
                                (unmet.size() > kShownKeys ? ", …" : ""));
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckReplacements(const std::vector<PreparedFile>& files,
                               std::vector<FileResult>* results) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto& replaces = files[i].replaces;
    if (files[i].is_carried || !replaces || !replaces->by_key()) continue;
    SayWhatReplacesNothing(*replaces, &(*results)[i]);
    absl::Status checked = CheckKeys(files[i], &(*results)[i]);
    if (!checked.ok()) return checked;
  }
  return absl::OkStatus();
}

}  // namespace tranche
