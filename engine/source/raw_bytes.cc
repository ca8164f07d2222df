#include "engine/source/raw_bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "engine/base/digest.h"

namespace tranche {
namespace {

class FileBytes : public RawBytes {
 public:
  FileBytes(int descriptor, std::uint64_t size_bytes, std::string name)
      : descriptor_(descriptor), size_bytes_(size_bytes), name_(std::move(name)) {
    // Advice only: the result does not matter.
    static_cast<void>(::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL));
  }

  absl::StatusOr<std::size_t> ReadAt(std::uint64_t offset_bytes, char* buffer,
                                     std::size_t size_bytes) override {
    for (;;) {
      const ssize_t got =
          ::pread(descriptor_.get(), buffer, size_bytes, static_cast<off_t>(offset_bytes));
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) return SystemError(name_, "could not be read", errno);
    }
  }

  std::optional<std::uint64_t> size_bytes() const override { return size_bytes_; }

 private:
  OwnedDescriptor descriptor_;
  std::uint64_t size_bytes_;
  std::string name_;
};

class MemoryBytes : public RawBytes {
 public:
  explicit MemoryBytes(std::string_view bytes) : bytes_(bytes) {}

  absl::StatusOr<std::size_t> ReadAt(std::uint64_t offset_bytes, char* buffer,
                                     std::size_t size_bytes) override {
    if (offset_bytes >= bytes_.size()) return std::size_t{0};
    return bytes_.copy(buffer, size_bytes, static_cast<std::size_t>(offset_bytes));
  }

  std::optional<std::uint64_t> size_bytes() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

class RawStream : public ByteStream {
 public:
  explicit RawStream(RawBytes& raw) : raw_(raw) {}

  absl::StatusOr<std::size_t> Read(char* buffer, std::size_t size_bytes) override {
    absl::StatusOr<std::size_t> got = raw_.ReadAt(offset_bytes_, buffer, size_bytes);
    if (got.ok()) offset_bytes_ += *got;
    return got;
  }

 private:
  RawBytes& raw_;
  std::uint64_t offset_bytes_ = 0;
};

}  // namespace

OwnedDescriptor::~OwnedDescriptor() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

std::unique_ptr<RawBytes> MakeFileBytes(int descriptor, std::uint64_t size_bytes,
                                        std::string name) {
  return std::make_unique<FileBytes>(descriptor, size_bytes, std::move(name));
}

std::unique_ptr<RawBytes> MakeMemoryBytes(std::string_view bytes) {
  return std::make_unique<MemoryBytes>(bytes);
}

std::unique_ptr<ByteStream> MakeRawStream(RawBytes& raw) {
  return std::make_unique<RawStream>(raw);
}

absl::StatusOr<std::string> Sha256Of(RawBytes& raw) {
  Sha256 digest;
  std::string buffer(std::size_t{1} << 18, '\0');
  std::uint64_t offset_bytes = 0;
  for (;;) {
    absl::StatusOr<std::size_t> got = raw.ReadAt(offset_bytes, buffer.data(), buffer.size());
    if (!got.ok()) return got.status();
    if (*got == 0) return digest.HexDigest();
    digest.Update(std::string_view(buffer).substr(0, *got));
    offset_bytes += *got;
  }
}

absl::Status SystemError(const std::string& name, const char* what, int error) {
  std::string message = name + ": " + what;
  message += ": " + std::generic_category().message(error);
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return absl::NotFoundError(message);
    case EACCES:
    case EPERM:
      return absl::PermissionDeniedError(message);
    case ENOSPC:
    case EDQUOT:
      return absl::ResourceExhaustedError(message);
    default:
      return absl::UnavailableError(message);
  }
}

}  // namespace tranche
