#include "bench/stage_input.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "bench/budget_sample.h"
#include "engine/rulebook/rulebook.h"
#include "engine/run/home.h"

namespace tranche {
namespace {

constexpr std::uint64_t kSeed = 1;

template <typename T>
T Get(absl::StatusOr<T> result) {
  if (!result.ok()) throw std::runtime_error(result.status().ToString());
  return *std::move(result);
}

void RequireClean(const Diagnostics& diagnostics) {
  if (diagnostics.HasErrors()) {
    throw std::runtime_error("the shipped rules or layouts have errors: run `tranche classify`");
  }
}

}  // namespace

StageInput::StageInput(std::uint64_t size_bytes) {
  WriteTable(size_bytes);
  LoadRules();
  Diagnostics diagnostics;
  file_ = Get(PrepareFile(path_, layouts_, countries_, &diagnostics));
  RequireClean(diagnostics);
}

StageInput::~StageInput() { std::filesystem::remove(path_); }

void StageInput::WriteTable(std::uint64_t size_bytes) {
  std::string table(BudgetSample::Header());
  BudgetSample sample(size_bytes, kSeed, BudgetSample::Shape::kSections);
  while (sample.AppendRow(&table)) {
  }
  expected_ = ReadPlainly(table);
  if (expected_.rows != sample.rows()) throw std::runtime_error("the generated table is not whole");
  size_bytes_ = static_cast<std::int64_t>(table.size());
  path_ = std::filesystem::temp_directory_path() /
          ("tranche-bench-stages-" + std::to_string(getpid()) + ".csv");
  std::ofstream file(path_, std::ios::binary);
  file << table;
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path_);
}

void StageInput::LoadRules() {
  const Home home{TRANCHE_SOURCE_DIR};
  Diagnostics diagnostics;
  countries_ = Get(LoadCountries(home.CountryTablePath()));
  auto book = Get(LoadRulebook(home.DefaultRulebook(), countries_, &diagnostics));
  layouts_ = Get(LoadLayouts(home, /*stated_path=*/"", /*files=*/{}, countries_, &diagnostics));
  RequireClean(diagnostics);
  matcher_ = Matcher::Compile(std::make_shared<const Rulebook>(*std::move(book)), countries_, {});
}

}  // namespace tranche
