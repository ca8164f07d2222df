#ifndef TRANCHE_TESTS_SOURCE_TEMPORARY_FILE_H_
#define TRANCHE_TESTS_SOURCE_TEMPORARY_FILE_H_

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "gtest/gtest.h"

namespace tranche {

/// A file with given content, gone at the end of the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content, const std::string& name = "table.csv") {
    static std::atomic<int> count = 0;
    path_ = ::testing::TempDir() + "tranche-source-" + std::to_string(::getpid()) + "-" +
            std::to_string(count++) + "-" + name;
    std::ofstream file(path_, std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace tranche

#endif  // TRANCHE_TESTS_SOURCE_TEMPORARY_FILE_H_
