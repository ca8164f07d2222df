#include "engine/run/file_preparation.h"

#include <cstddef>
#include <map>
#include <utility>

#include "absl/status/status.h"
#include "engine/run/sheet_choice.h"
#include "engine/source/table_head.h"

namespace tranche {

absl::StatusOr<Layouts> LoadLayouts(const Home& home, const std::string& stated_path,
                                    const CountryTable& countries, Diagnostics* diagnostics) {
  Layouts layouts;
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

absl::StatusOr<PreparedFile> PrepareFile(const std::string& path, const Layouts& layouts,
                                         const CountryTable& countries, Diagnostics* diagnostics) {
  PreparedFile prepared;
  auto input = InputFile::Open(path);
  if (!input.ok()) return input.status();
  prepared.input = *std::move(input);
  const auto table = ChooseTable(*prepared.input, path, layouts);
  if (!table.ok()) return table.status();
  const Layout* const layout = table->layout;
  DialectHints hints = layout->dialect;
  hints.sheet = table->sheet;
  auto head = ReadTableHead(*prepared.input, hints);
  if (!head.ok()) return head.status();
  if (!table->why.empty()) head->assumptions.front() += " (" + table->why + ")";
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
