#ifndef TRANCHE_TESTS_REAL_REAL_DATA_H_
#define TRANCHE_TESTS_REAL_REAL_DATA_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

namespace tranche {

/// Where the real exports lie: TRANCHE_DATA_DIR, else ../shared/data beside the repository.
inline std::filesystem::path RealDataFolder() {
  const char* folder = std::getenv("TRANCHE_DATA_DIR");
  if (folder != nullptr && *folder != '\0') return folder;
  return std::filesystem::path(TRANCHE_SOURCE_DIR) / ".." / "shared" / "data";
}

/// Tests on real exports. Without the folder they say so loudly and are skipped; in CI they fail.
class OnRealData : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::filesystem::is_directory(RealDataFolder())) return;
    const std::string message = "NOT TESTED: there are no real exports at " +
                                RealDataFolder().string() +
                                "; set TRANCHE_DATA_DIR to their folder";
    if (std::getenv("CI") != nullptr) FAIL() << message;
    std::cerr << message << "\n";
    GTEST_SKIP() << message;
  }

  static std::string Path(const std::string& name) { return (RealDataFolder() / name).string(); }
};

}  // namespace tranche

#endif  // TRANCHE_TESTS_REAL_REAL_DATA_H_
