#include "tests/tidy/tracked_files.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tranche::tidy {

std::optional<std::vector<TrackedFile>> ReadTrackedFiles(const std::string& root) {
  // The checkout may belong to another user than the one who tests.
  const std::string command = "git -C '" + root +
                              "' -c safe.directory='*' ls-files -z --cached --others"
                              " --exclude-standard 2>/dev/null";
  std::FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return std::nullopt;
  std::string listing;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    listing.append(buffer.data(), count);
  }
  if (pclose(pipe) != 0) return std::nullopt;

  std::vector<TrackedFile> files;
  for (std::size_t at = 0; at < listing.size();) {
    const std::size_t end = listing.find('\0', at);
    const std::string path = listing.substr(at, end - at);
    at = end + 1;
    const std::string full = root + "/" + path;
    if (!std::filesystem::is_regular_file(full)) continue;  // tracked, but deleted since
    std::ifstream in(full, std::ios::binary);
    files.push_back({path, std::string(std::istreambuf_iterator<char>(in), {})});
  }
  std::sort(files.begin(), files.end(),
            [](const TrackedFile& a, const TrackedFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace tranche::tidy
