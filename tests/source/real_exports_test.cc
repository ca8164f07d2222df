// The claim: on every real export at hand, rows, rejected rows and places do not depend on the size
// of chunks, and the slow reader gives the same ones.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include "gtest/gtest.h"
#include "tests/source/parsed_table.h"
#include "tests/source/slow_table.h"

namespace tranche {
namespace {

std::filesystem::path DataFolder() {
  const char* folder = std::getenv("TRANCHE_DATA_DIR");
  if (folder != nullptr && *folder != '\0') return folder;
  return std::filesystem::path(TRANCHE_SOURCE_DIR) / ".." / "shared" / "data";
}

std::vector<std::filesystem::path> Tables(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> tables;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::filesystem::path extension = entry.path().extension();
    if (extension == ".csv" || extension == ".tsv") tables.push_back(entry.path());
  }
  std::sort(tables.begin(), tables.end());
  return tables;
}

std::string Content(const std::filesystem::path& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(content).str();
}

void ExpectAgreement(const std::string& path, const TableHead& head) {
  const std::string content = Content(path);
  const ParsedTable slow = SlowParse(content, head);
  const ParsedTable whole = ParseText(content, head, content.size() + 1);
  EXPECT_TRUE(Reduced(whole).rows == slow.rows) << path;
  EXPECT_EQ(whole.rows_read, slow.rows_read) << path;
  EXPECT_EQ(whole.blank_rows, slow.blank_rows) << path;
  for (const std::size_t size : {std::size_t{1}, std::size_t{777}, std::size_t{1} << 16}) {
    const ParsedTable fast = ParseText(content, head, size);
    EXPECT_TRUE(fast.rows == whole.rows) << path << " in chunks of " << size;
    EXPECT_EQ(fast.rows_read, whole.rows_read) << path << " in chunks of " << size;
  }
}

TEST(RealExports, GiveTheSameRowsForAnySizeOfChunks) {
  const std::filesystem::path folder = DataFolder();
  if (!std::filesystem::is_directory(folder)) {
    const std::string message = "NOT TESTED: there are no real exports at " + folder.string() +
                                "; set TRANCHE_DATA_DIR to their folder";
    if (std::getenv("CI") != nullptr) FAIL() << message;
    std::cerr << message << "\n";
    GTEST_SKIP() << message;
  }
  std::size_t read = 0;
  std::size_t undetected = 0;
  for (const std::filesystem::path& path : Tables(folder)) {
    const auto input = InputFile::Open(path.string());
    ASSERT_TRUE(input.ok()) << input.status();
    const absl::StatusOr<TableHead> head = ReadTableHead(**input, {});
    if (!head.ok()) {
      std::cout << "not detected: " << head.status().message() << "\n";
      ++undetected;
      continue;
    }
    ExpectAgreement(path.string(), *head);
    ++read;
  }
  std::cout << read << " tables agree, " << undetected << " were not detected as tables\n";
  EXPECT_GT(read, 5 * undetected) << "detection finds the dialect of nearly all exports";
}

}  // namespace
}  // namespace tranche
