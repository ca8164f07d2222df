#ifndef TRANCHE_TESTS_GOLDEN_GOLDEN_FOLDER_H_
#define TRANCHE_TESTS_GOLDEN_GOLDEN_FOLDER_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace tranche {

/// Names of the files of a folder that have this extension (`.yaml`), without it, in their order.
/// `folder` counts from the repository's root.
std::vector<std::string> GoldenNames(const std::string& folder, const std::string& extension);

/// A folder of NAME.yaml, each with NAME.expected beside it: what Tranche says of it, to the last
/// character. TRANCHE_UPDATE_GOLDEN=1 writes these anew; the change is then reviewed as a diff.
///
/// The parameter is a name. The test runs at the repository's root, so that messages name files as
/// a user there would.
class GoldenFolder : public testing::TestWithParam<std::string> {
 protected:
  explicit GoldenFolder(std::string folder) : folder_(std::move(folder)) {}

  void SetUp() override;
  void TearDown() override { std::filesystem::current_path(before_); }

  std::string InputPath() const { return folder_ + "/" + GetParam() + ".yaml"; }
  /// Compares with NAME.expected, or writes it.
  void ExpectGolden(const std::string& text) const;

 private:
  std::string folder_;
  std::filesystem::path before_;
};

}  // namespace tranche

#endif  // TRANCHE_TESTS_GOLDEN_GOLDEN_FOLDER_H_
