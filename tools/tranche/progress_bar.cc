#include "tools/tranche/progress_bar.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace tranche {
namespace {

constexpr std::chrono::milliseconds kInterval{100};
constexpr std::size_t kBarWidth = 30;

}  // namespace

ProgressBar::ProgressBar()
    : is_terminal_(::isatty(STDERR_FILENO) == 1), last_(std::chrono::steady_clock::now()) {}

ProgressBar::~ProgressBar() { Clear(); }

void ProgressBar::Show(std::string_view file, std::uint64_t bytes,
                       std::optional<std::uint64_t> size_bytes) {
  if (!is_terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < kInterval) return;
  last_ = now;
  std::string line = "\r\x1b[K" + std::to_string(bytes / 1'000'000) + " MB  ";
  // Compressed files give more bytes than they have: then there is no honest bar.
  if (size_bytes && *size_bytes > 0 && bytes <= *size_bytes) {
    const std::size_t filled = static_cast<std::size_t>(bytes * kBarWidth / *size_bytes);
    line += "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "] " +
            std::to_string(bytes * 100 / *size_bytes) + " %  ";
  }
  line.append(file.substr(0, std::min<std::size_t>(file.size(), 40)));
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
  is_shown_ = true;
}

void ProgressBar::Clear() {
  if (!is_shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  is_shown_ = false;
}

}  // namespace tranche
