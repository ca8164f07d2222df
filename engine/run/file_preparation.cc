#include "engine/run/file_preparation.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <utility>

#include "absl/status/status.h"
#include "engine/source/table_head.h"

namespace tranche {

absl::StatusOr<PreparedFile> PrepareFile(const std::string& path, const Layout* stated,
                                         const LayoutCatalogue& catalogue,
                                         const CountryTable& countries, Diagnostics* diagnostics) {
  PreparedFile prepared;
  auto input = InputFile::Open(path);
  if (!input.ok()) return input.status();
  prepared.input = *std::move(input);
  const Layout* layout = stated;
  if (layout == nullptr) {
    const auto head = ReadTableHead(*prepared.input, DialectHints{});
    if (!head.ok()) return head.status();
    const auto found =
        catalogue.Recognise(head->header, std::filesystem::path(path).filename().string());
    if (!found.ok()) {
      return absl::Status(found.status().code(),
                          absl::string_view(path + ": " + std::string(found.status().message())));
    }
    layout = *found;
  }
  const auto head = ReadTableHead(*prepared.input, layout->dialect);
  if (!head.ok()) return head.status();
  auto plan = FilePlan::Bind(*layout, *prepared.input, *head, countries, diagnostics);
  if (!plan.ok()) return plan.status();
  prepared.plan = *std::move(plan);
  return prepared;
}

absl::Status CheckFilesDoNotMeet(const std::vector<const FileAccount*>& accounts,
                                 const std::vector<std::string>& names,
                                 const LineSelection& selection) {
  std::map<LineGroup, std::size_t> first_file;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    for (const auto& [group, sum] : accounts[i]->read_by_group) {
      if (!selection.Wants(group)) continue;
      const auto [it, is_new] = first_file.try_emplace(group, i);
      if (is_new) continue;
      return absl::FailedPreconditionError(
          names[it->second] + " and " + names[i] + " both hold " + group.country.ToString() + " " +
          std::to_string(group.year) + " (" + std::string(PhaseName(group.phase)) +
          "): adding them may count money twice; say --add-files if they are parts of one budget, "
          "or choose years with --year, or leave one out");
    }
  }
  return absl::OkStatus();
}

}  // namespace tranche
