// Somebody else's program: takes a share of money exactly, and loads the definition that was
// installed with the library.
#include <cstdio>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "engine/base/amount.h"
#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/base/share.h"
#include "engine/rulebook/rulebook.h"

namespace {

bool HalvesACent() {
  const auto half = tranche::AllocatedAmount::Of(tranche::Amount::FromMicros(10'000),
                                                 tranche::Share::FromMillionths(500'000));
  return half && half->ToString() == "0.005";
}

bool LoadsTheInstalledDefinition() {
  tranche::Diagnostics diagnostics;
  const absl::StatusOr<std::optional<tranche::Rulebook>> book = tranche::LoadRulebook(
      TRANCHE_DATA_DIR "/rules/hague-2025.yaml", tranche::CountryTable(), &diagnostics);
  if (!book.ok()) std::puts(book.status().ToString().c_str());
  std::fputs(diagnostics.ToText().c_str(), stdout);
  return book.ok() && book->has_value() && !(*book)->rules.empty();
}

}  // namespace

int main() { return HalvesACent() && LoadsTheInstalledDefinition() ? 0 : 1; }
