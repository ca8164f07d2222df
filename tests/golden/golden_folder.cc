#include "tests/golden/golden_folder.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace tranche {
namespace {

namespace fs = std::filesystem;

std::string ReadText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

std::vector<std::string> GoldenNames(const std::string& folder, const std::string& extension) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(TRANCHE_SOURCE_DIR) / folder)) {
    if (entry.path().extension() == extension) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void GoldenFolder::SetUp() {
  before_ = fs::current_path();
  fs::current_path(TRANCHE_SOURCE_DIR);
}

void GoldenFolder::ExpectGolden(const std::string& text) const {
  const std::string expected = folder_ + "/" + GetParam() + ".expected";
  if (std::getenv("TRANCHE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << text;
  }
  EXPECT_EQ(text, ReadText(expected));
}

}  // namespace tranche
