#ifndef TRANCHE_TOOLS_TRANCHE_PROGRESS_BAR_H_
#define TRANCHE_TOOLS_TRANCHE_PROGRESS_BAR_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tranche {

/// A line on standard error that shows how far a run is; only on a terminal. Calls may come from
/// several threads, one at a time.
class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void Show(std::string_view file, std::uint64_t bytes, std::optional<std::uint64_t> size_bytes);
  /// Clears the line, so that messages start on a clean one.
  void Clear();

 private:
  bool is_terminal_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_PROGRESS_BAR_H_
