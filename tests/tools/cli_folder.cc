#include "tests/tools/cli_folder.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tranche {
namespace {

namespace fs = std::filesystem;

std::string ReadWhole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string WithoutHome(std::string text) {
  const std::string_view home = TRANCHE_SOURCE_DIR;
  for (std::size_t at = text.find(home); at != std::string::npos; at = text.find(home)) {
    text.replace(at, home.size(), "(home)");
  }
  return text;
}

}  // namespace

void CliFolder::SetUp() {
  std::string name = (fs::temp_directory_path() / "tranche-cli-XXXXXX").string();
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  folder_ = name;
}

void CliFolder::TearDown() {
  if (!folder_.empty()) fs::remove_all(folder_);
}

CliSurroundings CliFolder::Here() const {
  CliSurroundings here;
  here.folder = folder_;
  return here;
}

std::vector<std::string> CliFolder::ClassifyWords(const std::vector<std::string>& arguments) const {
  std::vector<std::string> words = {"classify"};
  if (std::find(arguments.begin(), arguments.end(), "--home") == arguments.end()) {
    words.insert(words.end(), {"--home", TRANCHE_SOURCE_DIR});
  }
  // The budgets of tests are a few lines of a few zloty.
  words.emplace_back("--part-of-budget");
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

CliResult CliFolder::Classify(const std::vector<std::string>& arguments, std::string_view input,
                              CliSurroundings surroundings) const {
  surroundings.folder = folder_;
  CliProcess process(ClassifyWords(arguments), surroundings);
  process.Feed(input);
  process.EndInput();
  return process.Wait();
}

void CliFolder::Write(const std::string& name, std::string_view text) const {
  std::ofstream file(fs::path(folder_) / name, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  ASSERT_TRUE(file) << name;
}

std::string CliFolder::Read(const std::string& name) const {
  return ReadWhole(fs::path(folder_) / name);
}

std::vector<std::string> CliFolder::Names(const std::string& below) const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(folder_) / below)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void ExpectGolden(const std::string& name, const CliResult& result, std::string_view printed) {
  ASSERT_NE(result.status, 127) << "the command did not start: " << TRANCHE_COMMAND;
  const std::string text = WithoutHome("exit status " + std::to_string(result.status) + "\n" +
                                       result.err + std::string(printed));
  const fs::path path = fs::path(TRANCHE_TEST_DATA) / "golden" / "cli" / (name + ".expected");
  if (std::getenv("TRANCHE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
  }
  EXPECT_EQ(text, ReadWhole(path)) << path;
}

std::string Section(const std::string& report, std::string_view title) {
  const std::size_t at = report.find(std::string("\n").append(title));
  if (at == std::string::npos) return "";
  const std::size_t end = report.find("\n\n", at);
  return report.substr(at + 1, end == std::string::npos ? end : end - at);
}

std::string ArmyRow(std::string_view amount, std::string_view key, std::string_view year) {
  return "POL," + std::string(year) + ",adopted,PLN," + std::string(amount) + "," +
         std::string(key) + ",Pay of the land forces,Ministry of Defence,pay,02.1.0\n";
}

std::string EightRows() {
  std::string text = kHeader;
  for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8"}) text += ArmyRow(digit, digit);
  return text;
}

}  // namespace tranche
