#include "engine/run/home.h"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/source/small_table.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

bool IsHome(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "rules", error) &&
         fs::is_directory(folder / "corpus" / "layouts", error);
}

std::vector<std::string> SplitAtBars(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('|', begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

std::string Home::DefaultRulebook() const {
  std::error_code error;
  const std::string used = folder + "/rules/resolved.yaml";
  return fs::exists(used, error) ? used : folder + "/rules/hague-2025.yaml";
}

absl::StatusOr<Home> FindHome(const std::string& stated) {
  if (!stated.empty()) {
    if (IsHome(stated)) return Home{stated};
    return absl::NotFoundError("'" + stated +
                               "' has no folders rules and corpus/layouts; name the folder that "
                               "holds both");
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share" / "tranche";
  if (IsHome(installed)) return Home{installed.string()};
  for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (IsHome(folder)) return Home{folder.string()};
    if (folder == folder.root_path()) break;
  }
  return absl::NotFoundError("found no rules and corpus beside the program (looked in " +
                             installed.string() + " and in the folders above " + program.string() +
                             "); name their folder with --home");
}

std::string Home::DecisionsOr(const std::string& stated) const {
  std::error_code error;
  std::string own = folder + "/decisions.csv";
  if (!stated.empty() || !std::filesystem::is_regular_file(own, error)) return stated;
  return own;
}

absl::StatusOr<CountryTable> LoadCountries(const std::string& path) {
  auto table = SmallTable::Read(path);
  if (!table.ok()) return table.status();
  const auto code = table->Column("iso3");
  const auto name = table->Column("name");
  const auto currency = table->Column("currency");
  const auto languages = table->Column("languages");
  if (!code || !name || !currency || !languages) {
    return absl::InvalidArgumentError(path +
                                      ": the country table needs iso3,name,currency,languages");
  }
  std::vector<Country> countries;
  for (std::size_t row = 0; row < table->row_count(); ++row) {
    const auto& cells = table->row(row);
    const auto parsed_code = CountryCode::Parse(cells[*code]);
    const auto parsed_currency = CurrencyCode::Parse(cells[*currency]);
    if (!parsed_code || !parsed_currency) {
      return absl::InvalidArgumentError(path + ", row " + std::to_string(table->row_number(row)) +
                                        ": iso3 and currency must be three capital letters each");
    }
    countries.push_back(
        {*parsed_code, cells[*name], *parsed_currency, SplitAtBars(cells[*languages])});
  }
  return CountryTable(std::move(countries));
}

}  // namespace tranche
