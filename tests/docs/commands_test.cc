// The claim: what the pages for analysts show as typed and printed is what happens. Commands run in
// a copy of rules/tutorial; the files that a page shows are those of that folder.
// TRANCHE_UPDATE_GOLDEN=1 writes the pages anew; the change is then reviewed as a diff.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <cstddef>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/docs/fenced_blocks.h"
#include "tests/tools/cli_process.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

constexpr char kPrompt[] = "$ tranche ";
constexpr char kTutorial[] = "tutorial/";

/// The words of a command line; quotes hold words together.
std::vector<std::string> WordsOf(const std::string& line) {
  std::vector<std::string> words;
  bool is_open = false;
  char quote = 0;
  for (const char c : line) {
    if (quote == 0 && c == ' ') {
      is_open = false;
      continue;
    }
    if (!is_open) words.emplace_back();
    is_open = true;
    if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else {
      words.back() += c;
    }
  }
  return words;
}

/// A command line may go on in the next line behind a backslash.
std::string Unfolded(const std::string& text) {
  std::string one;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "\\\n") != 0) {
      one += text[at];
      continue;
    }
    at = text.find_first_not_of(' ', at + 2) - 1;
  }
  return one;
}

/// The lines of a block that were typed.
std::vector<std::string> TypedIn(const FencedBlock& block) {
  std::vector<std::string> typed;
  std::istringstream stream(block.text);
  bool goes_on = false;
  for (std::string line; std::getline(stream, line);) {
    if (goes_on) {
      typed.back() += "\n" + line;
    } else if (line.starts_with(kPrompt)) {
      typed.push_back(line);
    }
    goes_on = (goes_on || line.starts_with(kPrompt)) && line.ends_with('\\');
  }
  return typed;
}

class Commands : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "tranche-tutorial-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    fs::copy(TRANCHE_SOURCE_DIR "/rules", folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }

  CliResult Run(const std::string& typed) const {
    std::vector<std::string> words = WordsOf(Unfolded(typed).substr(sizeof(kPrompt) - 1));
    words.insert(words.end(), {"--home", TRANCHE_SOURCE_DIR});
    CliSurroundings here;
    here.folder = folder_ + "/tutorial";
    CliProcess process(words, here);
    process.EndInput();
    return process.Wait();
  }

  std::string folder_;
};

TEST_P(Commands, PrintWhatThePageShows) {
  MarkdownPage page(GetParam());
  for (std::size_t i = 0; i < page.blocks().size(); ++i) {
    const FencedBlock block = page.blocks()[i];
    if (!block.Is("console")) continue;
    const std::string place = page.path() + ":" + std::to_string(block.line);
    const int expected_status = block.Kind() == "exits 1" ? 1 : 0;
    std::string text;
    ASSERT_FALSE(TypedIn(block).empty()) << place;
    for (const std::string& typed : TypedIn(block)) {
      const CliResult result = Run(typed);
      EXPECT_EQ(result.status, expected_status) << place << ": " << result.err;
      text += typed + "\n" + result.err + result.out;
    }
    if (std::getenv("TRANCHE_UPDATE_GOLDEN") != nullptr) page.Rewrite(i, text);
    EXPECT_EQ(page.blocks()[i].text, text) << place;
  }
}

TEST_P(Commands, ReadTheFilesThatThePageShows) {
  const MarkdownPage page(GetParam());
  for (const FencedBlock& block : page.blocks()) {
    const bool is_part = block.info.size() == 3 && block.info[1] == "in";
    const bool is_whole = block.info.size() == 3 && block.info[1] == "file";
    if ((!is_part && !is_whole) || !block.info[2].starts_with(kTutorial)) continue;
    const std::string file = ReadWholeFile(TRANCHE_SOURCE_DIR "/rules/" + block.info[2]);
    const std::string place = page.path() + ":" + std::to_string(block.line);
    if (is_whole) {
      EXPECT_EQ(block.text, file) << place;
    } else {
      EXPECT_NE(file.find(block.text), std::string::npos) << place << "\n" << file;
    }
  }
}

std::string NameOf(const testing::TestParamInfo<const char*>& page) {
  const std::string path = page.param;
  if (path == "README.md") return "Overview";
  return path == "rules/README.md" ? "Reference" : "Tutorial";
}

INSTANTIATE_TEST_SUITE_P(ForAnalysts, Commands,
                         testing::Values("rules/TUTORIAL.md", "rules/README.md", "README.md"),
                         NameOf);

}  // namespace
}  // namespace tranche
