#ifndef TRANCHE_TESTS_TIDY_TRACKED_FILES_H_
#define TRANCHE_TESTS_TIDY_TRACKED_FILES_H_

#include <optional>
#include <string>
#include <vector>

#include "tests/tidy/checks.h"

namespace tranche::tidy {

/// The files of a checkout that git tracks or would track, with their bytes, in order of path.
/// Nothing where `root` is no git checkout.
std::optional<std::vector<TrackedFile>> ReadTrackedFiles(const std::string& root);

}  // namespace tranche::tidy

#endif  // TRANCHE_TESTS_TIDY_TRACKED_FILES_H_
