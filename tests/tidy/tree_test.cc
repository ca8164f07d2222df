// The rules, held against the repository itself.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/tidy/checks.h"
#include "tests/tidy/exceptions.h"
#include "tests/tidy/tracked_files.h"

namespace tranche::tidy {
namespace {

TEST(Repository, KeepsItsOwnRules) {
  const std::optional<std::vector<TrackedFile>> files = ReadTrackedFiles(TRANCHE_SOURCE_DIR);
  if (!files) GTEST_SKIP() << "this is no git checkout, so it is not known which files count";
  ASSERT_GT(files->size(), 10U) << "git lists hardly any files: has anything been added?";

  const std::string list_path = "tests/tidy/exceptions.txt";
  std::string list;
  for (const TrackedFile& file : *files) {
    if (file.path == list_path) list = file.text;
  }
  ASSERT_FALSE(list.empty()) << list_path << " is missing";

  std::string report;
  for (const Finding& finding : ApplyExceptions(CheckAll(*files), list, list_path)) {
    report += "\n" + finding.ToString();
  }
  EXPECT_TRUE(report.empty()) << report;
}

}  // namespace
}  // namespace tranche::tidy
