// Bytes to the loaders: whatever the files hold, loading ends, and its messages can be shown. A
// book that loads is written as one file (`tranche show`), and that file loads, too.
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/layout/layout.h"
#include "engine/report/resolved_book.h"
#include "engine/rulebook/rulebook.h"
#include "tests/fuzz/fuzz_input.h"

namespace tranche {
namespace {

/// What a user would be shown. Errors or not, it must be possible.
void Show(const Diagnostics& diagnostics) {
  Require(diagnostics.empty() == diagnostics.ToText().empty(), "messages are shown as text");
  const auto json = nlohmann::json::parse(diagnostics.ToJson(), nullptr, false);
  Require(json.is_array() && json.size() >= diagnostics.items().size(),
          "messages are shown as JSON");
  Require(diagnostics.ToText().size() < 8'000'000, "messages have a bounded size");
}

void LoadBook(InputFolder* folder, const std::string& path) {
  Diagnostics diagnostics;
  const auto book = LoadRulebook(path, FuzzCountries(), &diagnostics);
  Show(diagnostics);
  if (!book.ok()) return;
  Require(book->has_value() == !diagnostics.HasErrors(), "a book is loaded unless it has errors");
  if (!book->has_value()) return;
  const std::string resolved = ResolvedBookText(**book);
  folder->Fill({{"resolved.yaml", resolved}});
  Diagnostics again;
  const auto reloaded = LoadRulebook(folder->PathOf("resolved.yaml"), FuzzCountries(), &again);
  // CSV files of lists are still named, and are gone by now.
  if (!(*book)->lists.empty()) return;
  Require(reloaded.ok() && reloaded->has_value(),
          "the resolved book loads: " + again.ToText() + resolved);
  Require((*reloaded)->rules.size() == (*book)->rules.size(), "the resolved book has all rules");
}

}  // namespace
}  // namespace tranche

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static tranche::InputFolder folder;
  folder.Fill(tranche::PartsOf(data, size));
  const std::string path = folder.PathOf("book.yaml");
  tranche::Diagnostics of_layout;
  (void)tranche::LoadLayout(path, tranche::FuzzCountries(), &of_layout);
  tranche::Show(of_layout);
  tranche::Diagnostics of_vocabulary;
  tranche::CheckVocabularyFiles(path, tranche::FuzzCountries(), &of_vocabulary);
  tranche::Show(of_vocabulary);
  tranche::LoadBook(&folder, path);
  return 0;
}
