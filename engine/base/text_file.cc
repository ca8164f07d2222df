#include "engine/base/text_file.h"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ios>
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

absl::StatusOr<std::string> ReadTextFile(const std::string& path) {
  if (absl::Status readable = CheckTextFile(path); !readable.ok()) return readable;
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::PermissionDeniedError(path + " cannot be opened");
  std::string content;
  std::string block(std::size_t{1} << 16, '\0');
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())), file.gcount() > 0) {
    content.append(block, 0, static_cast<std::size_t>(file.gcount()));
    if (content.size() > kMaxTextBytes) {
      return absl::InvalidArgumentError(path + " grows while it is read");
    }
  }
  if (file.bad()) return absl::UnavailableError(path + " cannot be read");
  return content;
}

}  // namespace tranche
