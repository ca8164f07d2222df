#include "tests/tools/command.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace tranche {
namespace {

namespace fs = std::filesystem;

}  // namespace

CommandFolder::CommandFolder() {
  std::string pattern = ::testing::TempDir() + "/tranche-cli-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) ADD_FAILURE() << "no temporary folder";
  folder_ = pattern;
}

CommandFolder::~CommandFolder() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void CommandFolder::Write(const std::string& name, std::string_view content) const {
  std::ofstream(fs::path(folder_) / name, std::ios::binary) << content;
}

std::string CommandFolder::Read(const std::string& name) const {
  std::ostringstream content;
  content << std::ifstream(fs::path(folder_) / name, std::ios::binary).rdbuf();
  return std::move(content).str();
}

bool CommandFolder::Has(const std::string& name) const {
  return fs::exists(fs::path(folder_) / name);
}

std::string CommandFolder::Listing() const {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_)) names.insert(entry.path().filename());
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

Answer CommandFolder::Run(const std::string& arguments, const std::string& before) const {
  const std::string out = folder_ + ".out";
  const std::string err = folder_ + ".err";
  const std::string line = "{ cd '" + folder_ + "' && " + before + " '" TRANCHE_COMMAND "' " +
                           arguments + "; } >'" + out + "' 2>'" + err + "'";
  const int status = std::system(line.c_str());
  Answer answer;
  answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  answer.out = Read(out);
  answer.err = Read(err);
  fs::remove(out);
  fs::remove(err);
  return answer;
}

}  // namespace tranche
