#include "tests/docs/fenced_blocks.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

namespace tranche {
namespace {

constexpr char kFence[] = "```";

std::string FromRoot(const std::string& path) {
  return std::string(TRANCHE_SOURCE_DIR) + "/" + path;
}

}  // namespace

std::string FencedBlock::Kind() const {
  std::string kind;
  for (std::size_t i = 1; i < info.size(); ++i) kind += (i > 1 ? " " : "") + info[i];
  return kind;
}

MarkdownPage::MarkdownPage(std::string path) : path_(std::move(path)), between_(1) {
  std::istringstream page(ReadWholeFile(FromRoot(path_)));
  std::string line;
  bool is_inside = false;
  for (std::size_t number = 1; std::getline(page, line); ++number) {
    const bool is_fence = line.starts_with(kFence);
    if (is_fence && !is_inside) {
      between_.back() += line + "\n";
      std::istringstream words(line.substr(sizeof(kFence) - 1));
      blocks_.push_back({{std::istream_iterator<std::string>(words), {}}, "", number});
    } else if (is_fence) {
      between_.push_back(line + "\n");
    } else {
      (is_inside ? blocks_.back().text : between_.back()) += line + "\n";
    }
    is_inside ^= is_fence;
  }
  EXPECT_FALSE(is_inside) << path_ << ": the last block is not closed";
}

void MarkdownPage::Rewrite(std::size_t block, const std::string& text) {
  blocks_[block].text = text;
  std::string page = between_.front();
  for (std::size_t i = 0; i < blocks_.size(); ++i) page += blocks_[i].text + between_[i + 1];
  WriteWholeFile(FromRoot(path_), page);
}

std::string ReadWholeFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void WriteWholeFile(const std::string& path, const std::string& text) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::filesystem::create_directories(folder);
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  EXPECT_TRUE(file) << path;
}

}  // namespace tranche
