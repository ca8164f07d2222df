// The claim: every piece of YAML in corpus/README.md that shows keys of a layout loads without a
// message, in a layout that says what is needed besides.
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/layout/layout.h"
#include "gtest/gtest.h"

namespace tranche {
namespace {

constexpr std::string_view kFence = "```";

/// The texts of all ```yaml blocks.
std::vector<std::string> YamlBlocks(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> blocks;
  bool is_inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(kFence)) {
      is_inside = line == "```yaml";
      if (is_inside) blocks.emplace_back();
    } else if (is_inside) {
      blocks.back() += line + "\n";
    }
  }
  return blocks;
}

TEST(CorpusReadme, ShowsLayoutsThatLoad) {
  const std::vector<std::string> blocks = YamlBlocks(TRANCHE_SOURCE_DIR "/corpus/README.md");
  EXPECT_FALSE(blocks.empty());
  const std::string path = ::testing::TempDir() + "/readme-layout.yaml";
  for (const std::string& block : blocks) {
    std::string layout = "layout: shown\nformat: 1\ntitle: Shown\n";
    for (const char* line : {"country: ESP", "currency: EUR", "unit: 1000", "phase: adopted",
                             "year: YEAR", "amount: AMOUNT", "text: {description: ITEM}"}) {
      const std::string key(line, std::string_view(line).find(':') + 1);
      const bool is_there = block.starts_with(key) || block.find("\n" + key) != std::string::npos;
      if (!is_there) layout += std::string(line) + "\n";
    }
    std::ofstream(path) << layout << block;
    Diagnostics diagnostics;
    const auto loaded = LoadLayout(path, CountryTable(), &diagnostics);
    ASSERT_TRUE(loaded.ok()) << loaded.status();
    EXPECT_EQ(diagnostics.ToText(), "") << block;
  }
}

}  // namespace
}  // namespace tranche
