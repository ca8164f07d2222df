#include "engine/run/meeting.h"

#include <cstddef>
#include <map>
#include <utility>

#include "engine/report/number_text.h"

namespace tranche {
namespace {

/// Fewer amounts may be the same by chance, or because a small part of a budget does not change.
constexpr std::uint64_t kFewestOfCopy = 20;

std::string NameOf(const LineGroup& group) {
  return group.country.ToString() + " " + std::to_string(group.year) + " (" +
         std::string(PhaseName(group.phase)) + ")";
}

absl::Status AskAboutCopy(const FileResult& earlier, const LineGroup& of_earlier,
                          const FileResult& later, const LineGroup& of_later, std::uint64_t amounts,
                          bool is_dossier) {
  const std::string advice =
      is_dossier ? "say `repeats: true` at the later one in the dossier" : "say --add-files";
  return absl::FailedPreconditionError(
      earlier.name + ", " + NameOf(of_earlier) + ", and " + later.name + ", " + NameOf(of_later) +
      ", hold the same " + Thousands(amounts) +
      " amounts: one is probably a copy of the other, perhaps under a wrong name; leave one out, "
      "or " +
      advice + " if both are right");
}

absl::Status CheckNoCopies(const std::vector<PreparedFile>& files,
                           const std::vector<FileResult>& results, const LineSelection& selection,
                           bool is_dossier) {
  std::map<AmountsDigest, std::pair<std::size_t, LineGroup>> seen;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (files[i].is_carried) continue;
    for (const auto& [group, digest] : results[i].account.amounts_digest) {
      if (digest.count < kFewestOfCopy || !selection.Wants(group)) continue;
      const auto [first, is_new] = seen.try_emplace(digest, i, group);
      // In one file an outlook may well repeat the budget.
      if (is_new || first->second.first == i || files[i].may_repeat) continue;
      return AskAboutCopy(results[first->second.first], first->second.second, results[i], group,
                          digest.count, is_dossier);
    }
  }
  return absl::OkStatus();
}

absl::Status AskAboutMeeting(const FileResult& earlier, const FileResult& later,
                             const LineGroup& group, bool is_dossier) {
  const std::string advice =
      is_dossier ? "say in the dossier what the later one does: adds: true, replaces: by key, "
                   "replaces: all, or part: with the name of the part that it holds"
                 : "say --add-files if they are parts of one budget, or choose years with --year, "
                   "or leave one out";
  return absl::FailedPreconditionError(earlier.name + " and " + later.name + " both hold " +
                                       NameOf(group) + ": adding them may count money twice; " +
                                       advice);
}

absl::Status CheckNoMeeting(const std::vector<PreparedFile>& files,
                            const std::vector<FileResult>& results, const LineSelection& selection,
                            bool is_dossier) {
  std::map<std::pair<std::string, LineGroup>, std::size_t> first_file;
  for (std::size_t i = 0; i < results.size(); ++i) {
    for (const auto& [group, sum] : results[i].account.read_by_group) {
      if (!selection.Wants(group)) continue;
      const auto [first, is_new] = first_file.try_emplace({files[i].part, group}, i);
      if (is_new || files[i].joins || files[i].is_carried) continue;
      return AskAboutMeeting(results[first->second], results[i], group, is_dossier);
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckFilesBelongTogether(const std::vector<PreparedFile>& files,
                                      const std::vector<FileResult>& results,
                                      const LineSelection& selection, bool is_dossier) {
  absl::Status no_copies = CheckNoCopies(files, results, selection, is_dossier);
  return no_copies.ok() ? CheckNoMeeting(files, results, selection, is_dossier) : no_copies;
}

}  // namespace tranche
