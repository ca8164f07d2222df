#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "engine/source/raw_bytes.h"

namespace tranche {
namespace {

constexpr std::size_t kMemoryBytes = std::size_t{4} << 20;

class SpooledBytes : public RawBytes {
 public:
  SpooledBytes(int descriptor, std::string name)
      : descriptor_(descriptor), name_(std::move(name)) {}

  absl::StatusOr<std::size_t> ReadAt(std::uint64_t offset_bytes, char* buffer,
                                     std::size_t size_bytes) override {
    const std::lock_guard<std::mutex> lock(mutex_);
    while (offset_bytes >= seen_bytes_ && !at_end_) {
      if (absl::Status status = ReadMore(size_bytes); !status.ok()) return status;
    }
    if (offset_bytes >= seen_bytes_) return std::size_t{0};
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(size_bytes, seen_bytes_ - offset_bytes));
    if (offset_bytes < memory_.size()) {
      const auto at = static_cast<std::size_t>(offset_bytes);
      const std::size_t size = std::min(wanted, memory_.size() - at);
      std::memcpy(buffer, memory_.data() + at, size);
      return size;
    }
    return spool_->ReadAt(offset_bytes - memory_.size(), buffer, wanted);
  }

  std::optional<std::uint64_t> size_bytes() const override { return std::nullopt; }

 private:
  // One read of the input, kept.
  absl::Status ReadMore(std::size_t size_bytes) {
    piece_.resize(std::clamp(size_bytes, std::size_t{1} << 16, std::size_t{1} << 20));
    ssize_t got = 0;
    do {
      got = ::read(descriptor_.get(), piece_.data(), piece_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) return SystemError(name_, "could not be read", errno);
    at_end_ = got == 0;
    const std::string_view bytes(piece_.data(), static_cast<std::size_t>(got));
    const std::size_t in_memory = std::min(bytes.size(), kMemoryBytes - memory_.size());
    memory_.append(bytes.substr(0, in_memory));
    seen_bytes_ += in_memory;
    return Spool(bytes.substr(in_memory));
  }

  absl::Status Spool(std::string_view bytes) {
    if (bytes.empty()) return absl::OkStatus();
    if (!spool_) {
      if (absl::Status status = OpenSpool(); !status.ok()) return status;
    }
    while (!bytes.empty()) {
      const ssize_t put = ::write(spool_descriptor_, bytes.data(), bytes.size());
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) return SystemError(name_, kSpoolFailed, errno);
      bytes.remove_prefix(static_cast<std::size_t>(put));
      seen_bytes_ += static_cast<std::uint64_t>(put);
    }
    return absl::OkStatus();
  }

  absl::Status OpenSpool() {
    const char* folder = ::getenv("TMPDIR");
    std::string path = folder != nullptr && *folder != '\0' ? folder : "/tmp";
    path += "/tranche-XXXXXX";
    spool_descriptor_ = ::mkostemp(path.data(), 0);
    if (spool_descriptor_ < 0) return SystemError(name_, kSpoolFailed, errno);
    ::unlink(path.c_str());
    spool_ = MakeFileBytes(spool_descriptor_, 0, name_);
    return absl::OkStatus();
  }

  static constexpr const char* kSpoolFailed =
      "could not be kept in a temporary file (set TMPDIR to a folder with room)";

  OwnedDescriptor descriptor_;
  std::string name_;
  std::mutex mutex_;
  std::string memory_;               // the first bytes
  std::unique_ptr<RawBytes> spool_;  // all bytes behind them; owns spool_descriptor_
  int spool_descriptor_ = -1;
  std::string piece_;
  std::uint64_t seen_bytes_ = 0;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<RawBytes> MakeSpooledBytes(int descriptor, std::string name) {
  return std::make_unique<SpooledBytes>(descriptor, std::move(name));
}

}  // namespace tranche
