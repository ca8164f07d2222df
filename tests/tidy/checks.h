#ifndef TRANCHE_TESTS_TIDY_CHECKS_H_
#define TRANCHE_TESTS_TIDY_CHECKS_H_

#include <string>
#include <string_view>
#include <vector>

namespace tranche::tidy {

/// A tracked file: its path from the repository's root, and its bytes.
struct TrackedFile {
  std::string path;
  std::string text;
};

/// One break of a rule. `line` counts from 1; 0 means the whole file.
struct Finding {
  std::string path;
  int line = 0;
  std::string rule;
  std::string message;

  /// `path:line: message [rule]`
  std::string ToString() const;
};

/// The limits of this code base.
inline constexpr int kMaxHeaderLines = 200;
inline constexpr int kMaxSourceLines = 400;
inline constexpr int kMaxFunctionLines = 70;
inline constexpr int kMaxColumns = 100;

/// Rules `include-order` (stages go one way), `include-library` (who may use which library),
/// `header-leak` (an engine header exposes Abseil and the standard library only) and
/// `header-guard`.
std::vector<Finding> CheckIncludes(const TrackedFile& file);

/// Rules `file-length`, `function-length` and `line-length`. Lines inside raw strings may be long.
std::vector<Finding> CheckLengths(const TrackedFile& file);

/// Rules `banned-name` (file names and types without a job), `banned-text` (paths of one machine,
/// package hosts), `inexact-money` (binary fractions where money is) and `unfinished`.
std::vector<Finding> CheckWords(const TrackedFile& file);

/// Rule `top-level`: the root holds exactly what it should, dotfiles aside.
std::vector<Finding> CheckTopLevel(const std::vector<std::string>& paths);

/// All rules over all files, in order of path and line.
std::vector<Finding> CheckAll(const std::vector<TrackedFile>& files);

/// True for C++ headers and sources.
bool IsCode(std::string_view path);

}  // namespace tranche::tidy

#endif  // TRANCHE_TESTS_TIDY_CHECKS_H_
