#include "engine/run/rulebook_file.h"

#include "engine/run/check_target.h"

namespace tranche {

absl::StatusOr<std::optional<Rulebook>> LoadRulebookFile(const std::string& path,
                                                         const CountryTable& countries,
                                                         Diagnostics* diagnostics,
                                                         const std::vector<std::string>& settings) {
  if (absl::Status is_book = CheckIsRulebook(path); !is_book.ok()) return is_book;
  return LoadRulebook(path, countries, diagnostics, settings);
}

}  // namespace tranche
