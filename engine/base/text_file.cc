#include "engine/base/text_file.h"

#include <filesystem>
#include <system_error>

namespace tranche {

absl::Status CheckTextFile(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return absl::NotFoundError(path + ": no such file");
  }
  if (fs::is_directory(status))
    return absl::InvalidArgumentError(path + " is a folder, not a file");
  if (fs::is_other(status)) {
    return absl::InvalidArgumentError(path + " is a pipe or a device, not a file");
  }
  const std::uintmax_t bytes = fs::file_size(path, error);
  if (!error && bytes > kMaxTextBytes) {
    return absl::InvalidArgumentError(path +
                                      " is larger than 64 MiB; no file of rules, words or "
                                      "layouts should be");
  }
  return absl::OkStatus();
}

}  // namespace tranche
