#include "engine/source/spool.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "engine/source/raw_bytes.h"

namespace tranche {
namespace {

constexpr std::size_t kMemoryBytes = std::size_t{4} << 20;
constexpr const char* kFailed =
    "could not be kept in a temporary file (set TMPDIR to a folder with room)";

}  // namespace

Spool::Spool(std::string name) : name_(std::move(name)) {}
Spool::~Spool() = default;

absl::Status Spool::Append(std::string_view bytes) {
  const std::size_t in_memory = std::min(bytes.size(), kMemoryBytes - memory_.size());
  memory_.append(bytes.substr(0, in_memory));
  size_bytes_ += in_memory;
  bytes.remove_prefix(in_memory);
  if (bytes.empty()) return absl::OkStatus();
  if (!file_) {
    if (absl::Status status = OpenFile(); !status.ok()) return status;
  }
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor_, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return SystemError(name_, kFailed, errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
    size_bytes_ += static_cast<std::uint64_t>(put);
  }
  return absl::OkStatus();
}

absl::StatusOr<std::size_t> Spool::ReadAt(std::uint64_t offset_bytes, char* buffer,
                                          std::size_t size_bytes) const {
  if (offset_bytes >= size_bytes_) return std::size_t{0};
  const auto wanted =
      static_cast<std::size_t>(std::min<std::uint64_t>(size_bytes, size_bytes_ - offset_bytes));
  if (offset_bytes < memory_.size()) {
    const auto at = static_cast<std::size_t>(offset_bytes);
    const std::size_t size = std::min(wanted, memory_.size() - at);
    std::memcpy(buffer, memory_.data() + at, size);
    return size;
  }
  return file_->ReadAt(offset_bytes - memory_.size(), buffer, wanted);
}

absl::Status Spool::OpenFile() {
  const char* folder = ::getenv("TMPDIR");
  std::string path = folder != nullptr && *folder != '\0' ? folder : "/tmp";
  path += "/tranche-XXXXXX";
  descriptor_ = ::mkostemp(path.data(), 0);
  if (descriptor_ < 0) return SystemError(name_, kFailed, errno);
  ::unlink(path.c_str());
  file_ = MakeFileBytes(descriptor_, 0, name_);
  return absl::OkStatus();
}

}  // namespace tranche
